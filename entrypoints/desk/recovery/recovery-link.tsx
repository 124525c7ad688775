import { t } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import type { StorageState } from '@/utils/model/recovery';

const recovery = live('recovery', {}, undefined);

/** States in which the person has something to decide or to wait for. */
const TOLD: readonly StorageState[] = ['recovery', 'blocked', 'upgrading', 'kept'];

/** The way to the place of recovery: in the rail only while there is something to do there. */
export function RecoveryLink({ isHere }: { isHere: boolean }) {
  const state = recovery.value?.state;
  if (!isHere && !(state && TOLD.includes(state))) return undefined;
  return (
    <a href="#recovery" aria-current={isHere ? 'page' : undefined}>
      {t('desk_recovery')}
    </a>
  );
}
