import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { NotSaved } from '@/components/ui/not-saved';
import type { Point } from '@/components/priority-list/row-pointer';
import { systemClock } from '@/utils/model/clock';
import { dayOf, type Day } from '@/utils/model/day';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow, Overview, PageView } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';
import { createChoosing, type Choosing } from './choosing';
import { keepOverview, lastOverview } from './remembered';
import { createSaving, type Saving } from './saving';
import { createSections, type Sections } from './sections';
import type { Wire } from './wire';

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

/** Everything the sidebar knows and can do: what the views sent, what is chosen, what is open. */
export type Sidebar = Choosing &
  Saving & {
    wire: Wire;
    /** In a web page, not in the browser's own panel: what cannot be taken back is not offered here. */
    isFrame: boolean;
    overview: ReadonlySignal<Overview | undefined>;
    page: ReadonlySignal<PageView | undefined>;
    sections: Sections;
    today: ReadonlySignal<Day>;
    /** The line at the top, and what it found; `undefined` while nothing is searched. */
    line: ReadonlySignal<string>;
    write: (line: string) => void;
    /** Ends the search and empties the line. */
    clearLine: () => void;
    results: ReadonlySignal<readonly ItemRow[] | undefined>;
    /** Chips of the line that the person took back, by name; and what kept the line from being added. */
    takenBack: Signal<ReadonlySet<string>>;
    lineProblem: Signal<NotSaved | undefined>;
    find: (results: readonly ItemRow[] | undefined) => void;
    cover: ReadonlySignal<Cover | undefined>;
    /** Puts something over the list, or takes it away. */
    show: (cover: Cover | undefined) => void;
    ask: ReadonlySignal<Ask | undefined>;
    putAsk: (ask: Ask | undefined) => void;
    /** The item of the open card, for keys. */
    cardRow: ReadonlySignal<ItemRow | undefined>;
    openRow: (row: ItemRow | undefined) => void;
    /** Code of a refused view or first word: the surface is not connected. */
    trouble: Signal<string | undefined>;
    dragged: Signal<ItemId | undefined>;
    drop: Signal<{ list: string; place: number } | undefined>;
    /** Begins to follow the views; the page is that of `windowId`, or the frame's own. */
    follow: (windowId: number | undefined, onSettings: (settings: Settings) => void) => void;
  };

/** A sidebar over a connection to the background, which it does not use before `follow` is called. */
export function createSidebar(wire: Wire, isFrame: boolean): Sidebar {
  const overview = signal<Overview | undefined>(lastOverview());
  const page = signal<PageView | undefined>();
  const results = signal<readonly ItemRow[] | undefined>();
  const cover = signal<Cover | undefined>();
  const ask = signal<Ask | undefined>();
  const line = signal('');
  const takenBack = signal<ReadonlySet<string>>(new Set());
  const lineProblem = signal<NotSaved | undefined>();
  const cardRow = signal<ItemRow | undefined>();
  const trouble = signal<string | undefined>();
  const sections = createSections(wire, overview);
  const refused = (code: string) => {
    trouble.value = code;
  };
  const follow: Sidebar['follow'] = (windowId, onSettings) => {
    const showOverview = (value: Overview) => {
      overview.value = value;
      trouble.value = undefined;
      keepOverview(value);
    };
    wire.watch('overview', {}, showOverview, refused);
    wire.watch('page', windowId === undefined ? {} : { windowId }, (value) => {
      page.value = value;
    });
    wire.watch('settings', {}, onSettings);
  };
  return {
    wire,
    isFrame,
    overview,
    page,
    sections,
    results,
    trouble,
    follow,
    today: computed(() => overview.value?.day ?? dayOf(systemClock.now(), systemClock.zone())),
    line,
    takenBack,
    lineProblem,
    cover,
    ask,
    write: (text) => {
      line.value = text;
    },
    clearLine: () => {
      line.value = '';
      takenBack.value = new Set();
      lineProblem.value = undefined;
      results.value = undefined;
    },
    find: (rows) => {
      results.value = rows;
    },
    show: (next) => {
      cover.value = next;
    },
    putAsk: (next) => {
      ask.value = next;
    },
    cardRow,
    openRow: (row) => {
      cardRow.value = row;
    },
    dragged: signal<ItemId | undefined>(),
    drop: signal<{ list: string; place: number } | undefined>(),
    ...createChoosing(sections, page, results),
    ...createSaving(wire),
  };
}

/** What keys act on: the open card's item, else the chosen row. */
export const subject = (sidebar: Sidebar): ItemRow | undefined =>
  sidebar.cover.peek()?.kind === 'card' ? sidebar.cardRow.peek() : sidebar.row.peek();
