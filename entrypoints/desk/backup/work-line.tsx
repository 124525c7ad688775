import { Button } from '@/components/ui/button';
import { refusalWords } from '@/components/ui/refusal-words';
import { formatNumber, type MessageKey, t } from '@/utils/i18n';
import type { BackupView, BackupWork } from '@/utils/model/backup';
import type { DeskState } from '../desk-state';

const WORDS: Record<BackupWork['kind'], MessageKey> = {
  make: 'backup_work_make',
  scheduled: 'backup_work_make',
  examine: 'backup_work_examine',
  restore: 'backup_work_restore',
  'take-back': 'backup_work_take_back',
};

type Props = { view: BackupView; desk: DeskState; kinds: BackupWork['kind'][] };

/** Work of these kinds that is under way: how far it is, and how to end it. */
export function WorkLine({ view: { work, failed }, desk, kinds }: Props) {
  if (!work || !kinds.includes(work.kind))
    return failed && !work && kinds.includes('restore') && failed !== 'canceled' ? (
      <p class="field-wrong" role="alert">
        {refusalWords(failed)}
      </p>
    ) : undefined;
  const { kind, done, total } = work;
  return (
    <div class="backup-work">
      <label>
        {t(WORDS[kind])}
        <progress {...(total ? { max: total, value: done } : {})} />
      </label>
      {done > 0 && <span class="faint">{formatNumber(done)}</span>}
      {kind !== 'take-back' && (
        <Button onPress={() => void desk.save('backup-work', 'backup.cancel', {})}>
          {t('backup_cancel')}
        </Button>
      )}
    </div>
  );
}
