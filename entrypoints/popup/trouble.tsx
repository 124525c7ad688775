import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { canTryAgain, refusalWords } from '@/components/ui/refusal-words';
import { LostInventory } from '@/components/ui/lost-inventory';
import { t } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import type { PopupState } from './popup-state';
import { openRecovery } from './ways-out';

const recovery = live('recovery', {}, undefined);

/** What stands in the way: an inventory that is not open, and what was not saved. */
export const Trouble = ({ popup }: { popup: PopupState }) => (
  <>
    {popup.isLost.value && <Lost popup={popup} />}
    <NotSaved popup={popup} />
  </>
);

const Lost = ({ popup }: { popup: PopupState }) => (
  <LostInventory
    view={recovery.value}
    hasKept={popup.lastChange.value?.outcome === 'kept'}
    onOpen={() => openRecovery(popup)}
  />
);

/** Says in a sentence that something was not saved, and sends the same command again when asked to. */
function NotSaved({ popup }: { popup: PopupState }) {
  const problem = popup.problem.value;
  if (!problem) return null;
  return (
    <div class="trouble" role="alert">
      <Icon name="warning" />
      <span>{refusalWords(problem.code)}</span>
      {canTryAgain(problem.code) && <Button onPress={problem.again}>{t('popup_again')}</Button>}
    </div>
  );
}
