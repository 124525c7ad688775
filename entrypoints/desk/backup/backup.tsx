import { useEffect, useMemo } from 'preact/hooks';
import { CopyReminder } from '@/components/ui/copy-reminder';
import { t, tCount } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import type { BackupView } from '@/utils/model/backup';
import type { DeskState } from '../desk-state';
import { createBackupPage } from './backup-state';
import { ImportsPart } from './imports-part';
import { MakePart } from './make-part';
import { RestorePart } from './restore-part';
import { SchedulePart } from './schedule-part';
import './backup.css';
import { NotBegun } from './not-begun';
import { OlderKept } from '../recovery/older-kept';
import { instantWords } from './instant-words';

const reminder = live('reminder', {}, undefined);
const storage = live('storage', {}, undefined);

/** The place of copies: what lies outside this browser, a new copy, copies by themselves, and back in from a file. */
export function Backup({ desk }: { desk: DeskState }) {
  const page = useMemo(() => createBackupPage(desk), [desk]);
  useEffect(() => page.stop, [page]);
  const view = page.view.value;
  return (
    <section class="backup">
      <h1>{t('desk_backup')}</h1>
      <p class="lead">{t('backup_lead')}</p>
      {view && (
        <>
          <Standing view={view} desk={desk} />
          <MakePart page={page} view={view} desk={desk} />
          <SchedulePart page={page} view={view} desk={desk} />
          <RestorePart page={page} view={view} desk={desk} />
          <ImportsPart view={view} desk={desk} />
          <OlderKept />
        </>
      )}
    </section>
  );
}

/** When the last copies were made, outside this browser and within it. */
function Standing({ view: { external, now }, desk }: { view: BackupView; desk: DeskState }) {
  const due = reminder.value;
  const lastSnapshotAt = storage.value?.lastSnapshotAt;
  return (
    <div class="backup-standing">
      {due && (
        <CopyReminder
          unsaved={due.unsaved}
          onOpen={() => document.getElementById('backup-make')?.focus()}
          onLater={() => void desk.save('backup-due', 'reminder.later', {})}
        />
      )}
      <NotBegun desk={desk} place="backup-due" />
      <dl class="facts">
        <div>
          <dt>{t('backup_external')}</dt>
          <dd>
            {external
              ? t('backup_external_words', instantWords(external.at), tCount('count_items', external.items))
              : t('backup_never')}
          </dd>
        </div>
        <div>
          <dt>{t('backup_now')}</dt>
          <dd>
            {t('backup_items_changes', tCount('count_items', now.items), tCount('count_changes', now.events))}
          </dd>
        </div>
        {lastSnapshotAt !== undefined && (
          <div>
            <dt>{t('backup_snapshot')}</dt>
            <dd>{instantWords(lastSnapshotAt)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
