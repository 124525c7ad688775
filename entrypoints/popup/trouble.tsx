import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { canTryAgain, refusalWords } from '@/components/ui/refusal-words';
import { t } from '@/utils/i18n';
import type { PopupState } from './popup-state';

/** Says in a sentence that something was not saved, and sends the same command again when asked to. */
export function Trouble({ popup }: { popup: PopupState }) {
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
