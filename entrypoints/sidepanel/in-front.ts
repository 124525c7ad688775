import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { NotSaved } from '@/components/ui/not-saved';
import type { Point } from '@/components/priority-list/row-pointer';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import type { Section } from './sections';

/** Something that is asked in front of the list, about one item. */
export type Ask = {
  kind: 'wait' | 'block' | 'snooze' | 'snoozeDay' | 'state' | 'row' | 'merge';
  row: ItemRow;
  at: Point;
  /** Of a merge: the item that was suggested. */
  other?: ItemRow | undefined;
};
/** Where a choice can be: the card of this page, the results of a search, or a section. */
export type Place = 'page' | 'results' | Section;
/** What keys act on. `index` is remembered, so that the next row can take over when this one leaves. */
export type Chosen = { place: Place; id: ItemId | undefined; index: number; isByHand: boolean };
/** What just happened, for the line at the foot of the list. */
export type Notice =
  | { kind: 'did'; deed: string; title: string; undo?: 'undo' | 'redo' | undefined }
  | { kind: 'problem'; problem: NotSaved };
/** What covers the list, if anything. */
export type Cover =
  | { kind: 'card'; id: ItemId; edit?: 'title' | undefined; isScoreOpen?: boolean | undefined }
  | { kind: 'list' }
  | { kind: 'help' }
  | { kind: 'more'; at: Point };

/** What lies in front of the list, what is chosen in it, and what is being dragged over it. */
export type InFront = {
  cover: ReadonlySignal<Cover | undefined>;
  /** Puts something over the list, or takes it away. */
  show: (cover: Cover | undefined) => void;
  ask: ReadonlySignal<Ask | undefined>;
  putAsk: (ask: Ask | undefined) => void;
  /** The item of the open card, for keys. */
  cardRow: ReadonlySignal<ItemRow | undefined>;
  openRow: (row: ItemRow | undefined) => void;
  chosen: Signal<Chosen | undefined>;
  notice: Signal<Notice | undefined>;
  dragged: Signal<ItemId | undefined>;
  drop: Signal<{ list: string; place: number } | undefined>;
};

/** A function that sets a signal. */
export const setterOf =
  <T>(target: Signal<T>) =>
  (value: T): void => {
    target.value = value;
  };

export function createInFront(): InFront {
  const cover = signal<Cover | undefined>();
  const ask = signal<Ask | undefined>();
  const cardRow = signal<ItemRow | undefined>();
  return {
    cover,
    ask,
    cardRow,
    show: setterOf(cover),
    putAsk: setterOf(ask),
    openRow: setterOf(cardRow),
    chosen: signal<Chosen | undefined>(),
    notice: signal<Notice | undefined>(),
    dragged: signal<ItemId | undefined>(),
    drop: signal<{ list: string; place: number } | undefined>(),
  };
}
