import { t } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import type { RecoveryView } from '@/utils/model/recovery';

const recovery = live('recovery', {}, undefined);

/** Is something kept that is no part of the inventory that is open: set aside, or copies of what was left behind? */
export const hasOlder = ({ aside, snapshots }: Pick<RecoveryView, 'aside' | 'snapshots'>): boolean =>
  aside.length > 0 || snapshots.some(({ isOther }) => isOther);

/** The way to what is kept besides, as long as there is any. */
export function OlderKept() {
  const view = recovery.value;
  if (!view || !hasOlder(view)) return undefined;
  return (
    <p>
      <a href="#recovery">{t('recovery_older_kept')}</a>
    </p>
  );
}
