import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { systemClock } from '@/utils/model/clock';
import { dayOf, type Day } from '@/utils/model/day';
import type { Overview, PageView } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';
import { createInFront, setterOf, type InFront } from './in-front';
import { lastOverview } from './remembered';
import { createSearchLine, type SearchLine } from './search-line';
import { createSections, type Sections } from './sections';
import type { Wire } from './wire';

type Views = {
  wire: Wire;
  /** In a web page, not in the browser's own panel: what cannot be taken back is not offered here. */
  isFrame: boolean;
  overview: ReadonlySignal<Overview | undefined>;
  page: ReadonlySignal<PageView | undefined>;
  settings: ReadonlySignal<Settings | undefined>;
  sections: Sections;
  today: ReadonlySignal<Day>;
  /** Code of a refused view or first word: the surface is not connected. */
  trouble: Signal<string | undefined>;
  /** Shows the list as it was last seen, until the live one is there. */
  recall: () => void;
  /** Begins to follow the list and the settings. */
  follow: () => void;
  /** Begins to follow the page of a window, or the frame's own. */
  followPage: (windowId: number | undefined) => void;
};
/** Everything the sidebar knows: what the views sent, what is chosen, what is open, what just happened. */
export type Sidebar = Views & SearchLine & InFront;

/** A sidebar over a connection to the background, which it does not use before `follow` is called. */
export const createSidebar = (wire: Wire, isFrame: boolean): Sidebar => ({
  ...createViews(wire, isFrame),
  ...createSearchLine(),
  ...createInFront(),
});

function createViews(wire: Wire, isFrame: boolean): Views {
  const overview = signal<Overview | undefined>();
  const page = signal<PageView | undefined>();
  const settings = signal<Settings | undefined>();
  const trouble = signal<string | undefined>();
  const today = computed(() => overview.value?.day ?? dayOf(systemClock.now(), systemClock.zone()));
  const showOverview = (value: Overview) => {
    overview.value = value;
    trouble.value = undefined;
  };
  return {
    ...{ wire, isFrame, overview, page, settings, trouble, today, sections: createSections(wire, overview) },
    recall: () => {
      overview.value ??= lastOverview();
    },
    follow: () => {
      wire.watch('overview', {}, showOverview, setterOf(trouble));
      wire.watch('settings', {}, setterOf(settings));
    },
    followPage: (windowId) => {
      wire.watch('page', windowId === undefined ? {} : { windowId }, setterOf(page));
    },
  };
}
