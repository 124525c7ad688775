import { Button } from '@/components/ui/button';
import { t, tCount } from '@/utils/i18n';
import type { BackupView } from '@/utils/model/backup';
import type { ItemId } from '@/utils/model/ids';
import type { DeskState } from '../desk-state';
import { WorkLine } from './work-line';
import { NotBegun } from './not-begun';
import { instantWords } from './instant-words';

/** What files have added, to be taken back. */
export function ImportsPart({ view, desk }: { view: BackupView; desk: DeskState }) {
  const { imports, work } = view;
  if (imports.length === 0) return undefined;
  return (
    <section class="part">
      <h2>{t('backup_imports')}</h2>
      <p class="hint">{t('backup_imports_why')}</p>
      <ul class="backup-imports">
        {imports.map(({ importId, at, items, events }) => (
          <li key={importId} class="backup-line">
            <span>
              {instantWords(at)} ·{' '}
              {t('backup_items_changes', tCount('count_items', items), tCount('count_changes', events))}
            </span>
            <Button
              disabled={work !== undefined}
              onPress={() =>
                // Imports are named by the id of their command, which has the form of every id.
                void desk.save('backup-imports', 'backup.takeBack', { importId: importId as ItemId })
              }
            >
              {t('backup_take_back')}
            </Button>
          </li>
        ))}
      </ul>
      <WorkLine view={view} desk={desk} kinds={['take-back']} />
      <NotBegun desk={desk} place="backup-imports" />
    </section>
  );
}
