import { t, tCount } from '@/utils/i18n';
import type { RecoveryView } from '@/utils/model/recovery';
import { Button } from './button';
import './lost-inventory.css';

type Props = {
  /** Undefined until the background has told. */
  view: RecoveryView | undefined;
  /** Something was captured meanwhile: it lies safe. */
  hasKept: boolean;
  onOpen: () => void;
};

/** In place of a list that cannot be shown: what is expected, that nothing is lost yet, and the way to have it back. */
export const LostInventory = ({ view, hasKept, onOpen }: Props) => (
  <div class="lost" role="alert">
    <p class="lost-what">{whatHappened(view)}</p>
    <p>{t(hasKept ? 'kept_capture' : 'lost_capture')}</p>
    <Button look="go" onPress={onOpen}>
      {t('lost_open')}
    </Button>
  </div>
);

function whatHappened(view: RecoveryView | undefined): string {
  switch (view?.state) {
    case 'blocked':
      return t('recovery_blocked');
    case 'upgrading':
      return t('recovery_upgrading');
    case 'kept':
      return t('recovery_kept');
    default:
      return view?.expected ? tCount('lost_recovery', view.expected.items) : t('lost_uncounted');
  }
}
