import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Checklist } from '@/components/item/page-list/checklist';
import { actInChecklist } from '@/components/item/page-list/checklist-keys';
import { listHeadline, partialWords } from '@/components/item/page-list/list-headline';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { captureTicked, listOf, tick, ticksOf } from './list-choosing';
import { CaptureRows, Gone, KeepList } from './list-part';
import type { Sidebar } from './sidebar';
import './list-cover.css';

/** The whole list of the page over ours: filter, ticks, what is gone, and the one button. */
export function ListCover({ sidebar }: { sidebar: Sidebar }) {
  const [filter, setFilter] = useState('');
  const dialog = useRef<HTMLDivElement>(null);
  const list = listOf(sidebar.page.value);
  const isThere = list !== undefined;
  useLayoutEffect(() => {
    if (isThere) dialog.current?.focus();
    // The page went on to something that lists nothing.
    else sidebar.show(undefined);
  }, [isThere, sidebar]);
  if (!list) return null;
  const headline = listHeadline(list, sidebar.today.value);
  const partial = partialWords(list);
  const acts = { capture: () => void captureTicked(sidebar), clearFilter: () => setFilter('') };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!dialog.current || !actInChecklist(event, dialog.current, acts)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog hears its own keys
    <div
      ref={dialog}
      class="card list-cover"
      role="dialog"
      aria-label={t('list_name')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header class="card-head">
        <Button look="plain" icon="back" label={t('card_back')} onPress={() => sidebar.show(undefined)} />
        <h2 class="list-cover-line">{headline}</h2>
      </header>
      <div class="card-scroll">
        {partial && <p class="page-soft">{partial}</p>}
        <Checklist
          rows={list.rows}
          ticks={ticksOf(sidebar).value}
          filter={filter}
          today={sidebar.today.value}
          onTick={(rows, on) => tick(sidebar, rows, on)}
          onFilter={setFilter}
        />
        <Gone sidebar={sidebar} list={list} />
        <KeepList sidebar={sidebar} list={list} />
      </div>
      <footer class="list-cover-foot">
        <CaptureRows sidebar={sidebar} list={list} shortcut />
      </footer>
    </div>
  );
}
