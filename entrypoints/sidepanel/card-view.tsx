import { useEffect, useState } from 'preact/hooks';
import { ItemCard } from '@/components/item/card/item-card';
import type { CardDeeds } from '@/components/item/card/card-deeds';
import type { Rival } from '@/components/item/card/card-score';
import { keepHalfTyped, recallHalfTyped } from '@/utils/browser/half-typed';
import { t } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import type { ItemId } from '@/utils/model/ids';
import type { ItemCard as Card } from '@/utils/model/row';
import { actByKey, ask } from './by-key';
import { SECTIONS } from './sections';
import { run, save } from './saving';
import type { Sidebar } from './sidebar';

/** The card of one item, over the list; closing it shows the list as it was left. */
export function CardView({ sidebar }: { sidebar: Sidebar }) {
  const cover = sidebar.cover.value;
  const id = cover?.kind === 'card' ? cover.id : undefined;
  const [card, setCard] = useState<Card | 'loading' | undefined>('loading');
  const rival = useRival(sidebar, cover?.kind === 'card' && cover.isScoreOpen ? id : undefined);
  useEffect(() => {
    if (!id) return undefined;
    const stop = sidebar.wire.watch('item', { id }, (value) => {
      setCard(value);
      sidebar.openRow(value?.row);
    });
    return () => {
      stop();
      sidebar.openRow(undefined);
    };
  }, [id, sidebar]);
  // An item that was deleted or merged away has no card any more.
  useEffect(() => {
    if (card === undefined) sidebar.show(undefined);
  }, [card, sidebar]);
  if (cover?.kind !== 'card' || card === undefined) return null;
  if (card === 'loading')
    return <div class="card" role="dialog" aria-label={t('card_loading')} aria-busy="true" />;
  return (
    <ItemCard
      card={card}
      today={sidebar.today.value}
      now={systemClock.now()}
      deeds={deedsOf(sidebar, card)}
      focusTitle={cover.edit === 'title'}
      isScoreOpen={cover.isScoreOpen === true}
      onToggleScore={() => sidebar.show({ ...cover, isScoreOpen: !cover.isScoreOpen })}
      rival={rival}
    />
  );
}

function deedsOf(sidebar: Sidebar, { row }: Card): CardDeeds {
  const { id } = row;
  return {
    edit: (changes) => save(sidebar, 'item.edit', { id, changes }),
    halfTyped: (field) => ({
      recall: () => recallHalfTyped(`${id}:${field}`, systemClock.now()),
      keep: (typed) => keepHalfTyped(`${id}:${field}`, typed, systemClock.now()),
    }),
    setMark: (mark) => {
      if (mark === 'waiting') ask(sidebar, 'wait', row);
      else if (mark === 'blocked') ask(sidebar, 'block', row);
      else void run(sidebar, 'item.setState', { id, state: mark });
    },
    snooze: (untilDay) => void run(sidebar, 'item.snooze', { id, untilDay }),
    plan: (isPlanned) => void run(sidebar, 'item.plan', { id, day: isPlanned ? sidebar.today.peek() : null }),
    endWait: (waitId) => void run(sidebar, 'item.endWait', { id, waitId }),
    endBlock: (blockId) => void run(sidebar, 'item.endBlock', { id, blockId }),
    openItem: (other) => sidebar.show({ kind: 'card', id: other }),
    openSource: (key, by) => void run(sidebar, 'source.open', { id, key, ...(by && { by }) }),
    split: (key) => void run(sidebar, 'item.split', { id, key }),
    merge: (at) => ask(sidebar, 'merge', row, at),
    remove: sidebar.isFrame ? undefined : () => void actByKey(sidebar, 'delete'),
    close: () => sidebar.show(undefined),
  };
}

/** The item below in the list, with its terms: what "why above that one?" compares with. */
function useRival(sidebar: Sidebar, id: ItemId | undefined): Rival | undefined {
  const [rival, setRival] = useState<Rival | undefined>();
  const rows = SECTIONS.map((section) => sidebar.sections.lists[section].rows.value);
  const below = id && rowBelow(rows, id);
  useEffect(() => {
    setRival(undefined);
    if (!below) return undefined;
    return sidebar.wire.watch('item', { id: below }, (other) =>
      setRival(other && { title: other.item.title, score: other.row.score, terms: other.terms }),
    );
  }, [below, sidebar]);
  return rival;
}

function rowBelow(lists: readonly (readonly { id: ItemId }[])[], id: ItemId): ItemId | undefined {
  for (const rows of lists) {
    const place = rows.findIndex((row) => row.id === id);
    if (place >= 0) return rows[place + 1]?.id;
  }
  return undefined;
}
