import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { type MessageKey, t, tCount } from '@/utils/i18n';
import type { BackupView, FileProblem } from '@/utils/model/backup';
import type { DeskState } from '../desk-state';
import type { BackupPage } from './backup-state';
import { FoundFile } from './found-file';
import { WorkLine } from './work-line';
import { NotBegun } from './not-begun';

type Props = { page: BackupPage; view: BackupView; desk: DeskState };

/** A file is chosen, looked at, and put in only when the person has seen what it would do. */
export function RestorePart({ page, view, desk }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const { found, wrong, restored, work } = view;
  const problem = page.problem.value ?? wrong?.problem;
  const choose = (chooser: HTMLInputElement) => {
    const file = chooser.files?.[0];
    if (file) void page.choose(file);
    // The same file can be chosen again: it may be whole now.
    chooser.value = '';
  };
  return (
    <section class="part">
      <h2>{t('backup_restore')}</h2>
      <p class="hint">{t('backup_restore_why')}</p>
      <div class="backup-line">
        <Button disabled={work !== undefined || page.isReading.value} onPress={() => input.current?.click()}>
          {t('backup_choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".gz,.ndjson,.locked,application/gzip"
          hidden
          aria-label={t('backup_choose')}
          onChange={(event) => choose(event.currentTarget)}
        />
        <NotBegun desk={desk} place="backup-restore" />
      </div>
      <Unlock page={page} />
      <WorkLine view={view} desk={desk} kinds={['examine', 'restore']} />
      {problem && (
        <p class="field-wrong" role="alert">
          {t(PROBLEMS[problem])} {wrong?.line !== undefined && t('backup_wrong_at', wrong.line)}{' '}
          {t('backup_nothing_changed')}
        </p>
      )}
      {found && !work && <FoundFile key={found.file} found={found} now={view.now} desk={desk} />}
      {restored && !work && (
        <p role="status">
          {restored.events === 0
            ? t('backup_restored_nothing')
            : t(
                restored.how === 'add' ? 'backup_restored_add' : 'backup_restored_replace',
                tCount('count_items', restored.items),
                tCount('count_changes', restored.events),
              )}
        </p>
      )}
    </section>
  );
}

/** A locked file waits for its passphrase. */
function Unlock({ page }: { page: BackupPage }) {
  const [typed, setTyped] = useState('');
  const file = page.locked.value;
  if (!file) return undefined;
  return (
    <form
      class="backup-line"
      onSubmit={(event) => {
        event.preventDefault();
        void page.choose(file, typed);
        setTyped('');
      }}
    >
      <label>
        {t('backup_unlock', file.name)}
        <input
          class="input"
          type="password"
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button button-usual" disabled={typed === '' || page.isReading.value}>
        <span class="button-words">{t('backup_unlock_go')}</span>
      </button>
    </form>
  );
}

const PROBLEMS: Record<FileProblem, MessageKey> = {
  'too-large': 'backup_wrong_too_large',
  bomb: 'backup_wrong_bomb',
  'not-ours': 'backup_wrong_not_ours',
  locked: 'backup_wrong_locked',
  newer: 'backup_wrong_newer',
  cut: 'backup_wrong_cut',
  changed: 'backup_wrong_changed',
  'wrong-line': 'backup_wrong_line',
  'too-many': 'backup_wrong_too_many',
  unreadable: 'backup_wrong_unreadable',
};
