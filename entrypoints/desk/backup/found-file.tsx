import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { formatNumber, t, tCount } from '@/utils/i18n';
import type { BackupView, FoundBackup } from '@/utils/model/backup';
import type { ItemId } from '@/utils/model/ids';
import type { DeskState } from '../desk-state';
import { instantWords } from './instant-words';

type Props = { found: FoundBackup; now: BackupView['now']; desk: DeskState };

/** What a whole file holds beside what is here, and what can be done with it. */
export function FoundFile({ found, now, desk }: Props) {
  const { madeAt, items, events, from, to, newItems, newEvents, onlyHere, dropped } = found;
  const isEmpty = now.events === 0;
  const put = (how: 'add' | 'replace', typed?: string) =>
    void desk.save('backup-restore', 'backup.restore', {
      file: found.file as ItemId, // staged files are named by ids
      how,
      ...(typed !== undefined && { typed }),
    });
  return (
    <div class="backup-found">
      <p>
        <strong>{t('backup_found_whole')}</strong>{' '}
        {t(
          'backup_found_made',
          instantWords(madeAt),
          tCount('count_items', items),
          tCount('count_changes', events),
        )}
      </p>
      <dl class="facts">
        {from !== undefined && to !== undefined && (
          <Fact
            name={t('backup_found_span')}
            words={t('backup_span', instantWords(from), instantWords(to))}
          />
        )}
        <Fact
          name={t('backup_found_new')}
          words={t(
            'backup_items_changes',
            tCount('count_items', newItems),
            tCount('count_changes', newEvents),
          )}
        />
        <Fact name={t('backup_found_only_here')} words={tCount('count_changes', onlyHere)} />
        {dropped > 0 && <Fact name={t('backup_found_dropped')} words={formatNumber(dropped)} />}
      </dl>
      {newEvents === 0 && !isEmpty && <p>{t('backup_found_nothing_new')}</p>}
      <div class="backup-line">
        <Button look="go" disabled={newEvents === 0} onPress={() => put('add')}>
          {isEmpty ? t('backup_put_in') : t('backup_add')}
        </Button>
      </div>
      {!isEmpty && <p class="hint">{t('backup_add_why')}</p>}
      {!isEmpty && <Replace items={now.items} onReplace={(typed) => put('replace', typed)} />}
    </div>
  );
}

const Fact = ({ name, words }: { name: string; words: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{words}</dd>
  </div>
);

/** Replacing takes away what is only here: the number of items that go is typed, so that it is read. */
function Replace({ items, onReplace }: { items: number; onReplace: (typed: string) => void }) {
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim() === String(items);
  return (
    <details class="backup-replace">
      <summary>{t('backup_replace')}</summary>
      <p>{t('backup_replace_why')}</p>
      <div class="backup-line">
        <label>
          {t('backup_replace_type', String(items))}
          <input
            class="input input-number"
            inputmode="numeric"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <Button look="danger" disabled={!isTyped} onPress={() => onReplace(typed.trim())}>
          {t('backup_replace_go')}
        </Button>
      </div>
    </details>
  );
}
