import { type MessageKey, t } from '@/utils/i18n';
import type { BackupView, ScheduleView } from '@/utils/model/backup';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import type { BackupPage } from './backup-state';
import { instantWords } from './instant-words';

type Props = { page: BackupPage; view: BackupView; desk: DeskState };

const PROBLEMS: Record<NonNullable<ScheduleView['problem']>, MessageKey> = {
  'no-permission': 'backup_daily_no_permission',
  'not-saved': 'backup_daily_not_saved',
  shrunk: 'backup_daily_shrunk',
};

/** Copies by themselves, once a day. */
export function SchedulePart({ page, view: { schedule }, desk }: Props) {
  const { isOn, lastAt, lastName = '', problem } = schedule;
  return (
    <section class="part">
      <h2>{t('backup_daily')}</h2>
      <div class="backup-line">
        <label class="switch">
          <input
            type="checkbox"
            checked={isOn}
            aria-describedby="backup-daily-why"
            onChange={(event) => void page.schedule(event.currentTarget.checked)}
          />
          <span>{t('backup_daily_label')}</span>
        </label>
        <Outcome desk={desk} place="backup-schedule" />
      </div>
      <p class="hint" id="backup-daily-why">
        {t('backup_daily_why')}
      </p>
      {page.isRefused.value && <p class="hint">{t('backup_daily_refused')}</p>}
      {isOn && lastAt !== undefined && <p>{t('backup_daily_last', instantWords(lastAt), lastName)}</p>}
      {isOn && problem && (
        <p class="field-wrong" role="alert">
          {t(PROBLEMS[problem])}
        </p>
      )}
    </section>
  );
}
