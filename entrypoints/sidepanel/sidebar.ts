import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { systemClock } from '@/utils/model/clock';
import { dayOf, type Day } from '@/utils/model/day';
import type { ItemRow, Overview, PageView } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';
import { createChoosing, type Choosing } from './choosing';
import { createInFront, type InFront } from './in-front';
import { keepOverview, lastOverview } from './remembered';
import { createSaving, type Saving } from './saving';
import { createSearchLine, type SearchLine } from './search-line';
import { createSections, type Sections } from './sections';
import type { Wire } from './wire';

type Views = {
  wire: Wire;
  /** In a web page, not in the browser's own panel: what cannot be taken back is not offered here. */
  isFrame: boolean;
  overview: ReadonlySignal<Overview | undefined>;
  page: ReadonlySignal<PageView | undefined>;
  sections: Sections;
  today: ReadonlySignal<Day>;
  /** Code of a refused view or first word: the surface is not connected. */
  trouble: Signal<string | undefined>;
  /** Begins to follow the views; the page is that of `windowId`, or the frame's own. */
  follow: (windowId: number | undefined, onSettings: (settings: Settings) => void) => void;
};
/** Everything the sidebar knows and can do: what the views sent, what is chosen, what is open. */
export type Sidebar = Views & Choosing & Saving & SearchLine & InFront;

/** How long the overview stays the same before it is remembered, in ms. */
const KEEP_MS = 200;

/** A sidebar over a connection to the background, which it does not use before `follow` is called. */
export function createSidebar(wire: Wire, isFrame: boolean): Sidebar {
  const views = createViews(wire, isFrame);
  const searchLine = createSearchLine();
  return {
    ...views,
    ...searchLine,
    ...createInFront(),
    ...createChoosing(views.sections, views.page, searchLine.results),
    ...createSaving(wire),
  };
}

function createViews(wire: Wire, isFrame: boolean): Views {
  const overview = signal<Overview | undefined>(lastOverview());
  const page = signal<PageView | undefined>();
  const trouble = signal<string | undefined>();
  const today = computed(() => overview.value?.day ?? dayOf(systemClock.now(), systemClock.zone()));
  let keeping: ReturnType<typeof setTimeout> | undefined;
  const showOverview = (value: Overview) => {
    overview.value = value;
    trouble.value = undefined;
    // Remembering is for the next opening: it waits until this one has painted.
    clearTimeout(keeping);
    keeping = setTimeout(() => keepOverview(value), KEEP_MS);
  };
  const refused = (code: string) => {
    trouble.value = code;
  };
  const follow: Views['follow'] = (windowId, onSettings) => {
    wire.watch('overview', {}, showOverview, refused);
    wire.watch('page', windowId === undefined ? {} : { windowId }, (value) => {
      page.value = value;
    });
    wire.watch('settings', {}, onSettings);
  };
  return { wire, isFrame, overview, page, trouble, today, follow, sections: createSections(wire, overview) };
}

/** What keys act on: the open card's item, also while the card is being fetched, else the chosen row. */
export function subject(sidebar: Sidebar): ItemRow | undefined {
  const cover = sidebar.cover.peek();
  const row = sidebar.row.peek();
  if (cover?.kind !== 'card') return row;
  return sidebar.cardRow.peek() ?? (row?.id === cover.id ? row : undefined);
}
