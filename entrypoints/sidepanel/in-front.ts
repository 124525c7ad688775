import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Point } from '@/components/priority-list/row-pointer';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';

/** Something that is asked in front of the list, about one item. */
export type Ask = {
  kind: 'wait' | 'block' | 'snooze' | 'snoozeDay' | 'state' | 'row' | 'merge';
  row: ItemRow;
  at: Point;
};
/** What covers the list, if anything. */
export type Cover =
  | { kind: 'card'; id: ItemId; edit?: 'title' | undefined; isScoreOpen?: boolean | undefined }
  | { kind: 'help' }
  | { kind: 'more'; at: Point };

/** What lies in front of the list, and what is being dragged over it. */
export type InFront = {
  cover: ReadonlySignal<Cover | undefined>;
  /** Puts something over the list, or takes it away. */
  show: (cover: Cover | undefined) => void;
  ask: ReadonlySignal<Ask | undefined>;
  putAsk: (ask: Ask | undefined) => void;
  /** The item of the open card, for keys. */
  cardRow: ReadonlySignal<ItemRow | undefined>;
  openRow: (row: ItemRow | undefined) => void;
  dragged: Signal<ItemId | undefined>;
  drop: Signal<{ list: string; place: number } | undefined>;
};

export function createInFront(): InFront {
  const cover = signal<Cover | undefined>();
  const ask = signal<Ask | undefined>();
  const cardRow = signal<ItemRow | undefined>();
  return {
    cover,
    ask,
    cardRow,
    show: (next) => {
      cover.value = next;
    },
    putAsk: (next) => {
      ask.value = next;
    },
    openRow: (row) => {
      cardRow.value = row;
    },
    dragged: signal<ItemId | undefined>(),
    drop: signal<{ list: string; place: number } | undefined>(),
  };
}
