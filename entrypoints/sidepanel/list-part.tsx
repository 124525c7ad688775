import { CheckRow } from '@/components/item/page-list/check-row';
import { goneWords, listHeadline, partialWords } from '@/components/item/page-list/list-headline';
import { GoneRows } from '@/components/item/page-list/gone-rows';
import { isTicked, pressingFirst, tickedKeys } from '@/components/item/page-list/ticks';
import { Button } from '@/components/ui/button';
import { t, tCount } from '@/utils/i18n';
import type { ListPart as List } from '@/utils/model/row';
import { captureTicked, tick, ticksOf } from './list-choosing';
import { run } from './saving';
import type { Sidebar } from './sidebar';
import '@/components/item/page-list/page-list.css';

type Props = { sidebar: Sidebar; list: List };

/** Rows that a page's card shows of its list; the rest is behind "Show all". */
const SHOWN = 5;

/** What a page lists, in its card: what it comes to, the first rows, and the one button that captures. */
export function ListPart({ sidebar, list }: Props) {
  const ticks = ticksOf(sidebar).value;
  return (
    <>
      <ListHeadline sidebar={sidebar} list={list} />
      <ul class="page-rows" aria-label={t('list_name')}>
        {pressingFirst(list.rows)
          .slice(0, SHOWN)
          .map((row) => (
            <li key={row.key}>
              <CheckRow
                row={row}
                today={sidebar.today.value}
                ticked={isTicked(row, ticks)}
                onTick={(ticked, on) => tick(sidebar, [ticked], on)}
              />
            </li>
          ))}
      </ul>
      <ListDeeds sidebar={sidebar} list={list} />
      <Gone sidebar={sidebar} list={list} />
      <KeepList sidebar={sidebar} list={list} />
    </>
  );
}

/** The list beside an open item, in two lines. */
export const ListBeside = ({ sidebar, list }: Props) => (
  <div class="page-beside">
    <ListHeadline sidebar={sidebar} list={list} />
    <ListDeeds sidebar={sidebar} list={list} />
  </div>
);

function ListHeadline({ sidebar, list }: Props) {
  const partial = partialWords(list);
  return (
    <p class="page-list-line">
      <b>{listHeadline(list, sidebar.today.value)}</b>
      {partial && <span class="page-soft">{partial}</span>}
    </p>
  );
}

function ListDeeds({ sidebar, list }: Props) {
  const count = tickedKeys(list.rows, ticksOf(sidebar).value).length;
  return (
    <div class="page-deeds">
      {count > 0 && (
        <CaptureRows sidebar={sidebar} list={list} shortcut={sidebar.page.value?.kind === 'list'} />
      )}
      <Button shortcut="l" opens="dialog" onPress={() => sidebar.show({ kind: 'list' })}>
        {tCount('list_show_all', list.rows.length)}
      </Button>
    </div>
  );
}

/** "Capture 5"; "Update 2" where all that is ticked is known already. */
export function CaptureRows({ sidebar, list, shortcut }: Props & { shortcut: boolean }) {
  const ticked = list.rows.filter((row) => isTicked(row, ticksOf(sidebar).value));
  const isUpdate = ticked.length > 0 && ticked.every(({ state }) => state !== 'new');
  return (
    <Button
      look="go"
      disabled={ticked.length === 0}
      {...(shortcut && { shortcut: 'c' })}
      onPress={() => void captureTicked(sidebar)}
    >
      {ticked.length === 0
        ? t('list_nothing_ticked')
        : tCount(isUpdate ? 'list_update' : 'list_capture', ticked.length)}
    </Button>
  );
}

/** What is gone since the visit before. */
export const Gone = ({ sidebar, list }: Props) => (
  <GoneRows
    gone={list.gone}
    heading={goneWords(list.gone.length, list.sinceDay, sidebar.today.value)}
    onDone={(id) => void run(sidebar, 'item.setState', { id, state: 'done' })}
    onOpen={(id) => sidebar.show({ kind: 'card', id })}
  />
);

/** Whether this list is compared at the next visit. */
export const KeepList = ({ sidebar, list }: Props) => (
  <label class="page-keep">
    <input
      type="checkbox"
      role="switch"
      aria-checked={list.isKept}
      checked={list.isKept}
      onChange={(event) => void run(sidebar, 'page.keepList', { keep: event.currentTarget.checked })}
    />
    <span>
      {t('list_keep')}
      {!list.isKept && <span class="page-soft"> {t('list_keep_hint')}</span>}
    </span>
  </label>
);
