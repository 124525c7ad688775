import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { List } from '@/utils/model/item';
import type { ItemRow, Overview } from '@/utils/model/row';
import type { PagedList } from './pages-of-list';
import { lastFolded } from './remembered';
import type { Wire } from './wire';

/**
 * The parts of the list, from top to bottom. Drift is no list of its own: its items stand in theirs, too. It comes
 * before Next, which may be long.
 */
export const SECTIONS = [
  'today',
  'drift',
  'next',
  'waiting',
  'triage',
  'snoozed',
  'done',
] as const satisfies (List | 'drift')[];
export type Section = (typeof SECTIONS)[number];

/** Folded until the person opens them. */
const FOLDED_AT_FIRST: Section[] = ['snoozed'];

export type Sections = {
  lists: Record<Section, { rows: ReadonlySignal<ItemRow[]>; loadMore: () => void }>;
  folded: ReadonlySignal<ReadonlySet<Section>>;
  toggle: (section: Section) => void;
};

/** The sections of the list with their rows, as far as they are loaded, and which of them are folded. */
export function createSections(wire: Wire, overview: ReadonlySignal<Overview | undefined>): Sections {
  const kept = lastFolded();
  const folded = signal<ReadonlySet<Section>>(
    new Set(kept ? SECTIONS.filter((section) => kept.includes(section)) : FOLDED_AT_FIRST),
  );
  const toggle = (section: Section) => {
    const next = new Set(folded.peek());
    if (!next.delete(section)) next.add(section);
    folded.value = next;
  };
  const paged = (section: Section) => {
    const first = computed(() => rowsIn(section, overview.value));
    const hasMore = computed(() => overview.value !== undefined && isLonger(section, overview.value));
    const further = signal<PagedList | undefined>();
    const loadMore = async () => {
      if (!hasMore.peek() || section === 'drift') return;
      const pages = await import('./pages-of-list');
      const list = further.peek() ?? pages.followPages(wire, section, first, hasMore);
      further.value = list;
      list.loadMore();
    };
    return { rows: computed(() => further.value?.rows.value ?? first.value), loadMore };
  };
  // Object.fromEntries forgets that every section is a name of the table.
  const lists = Object.fromEntries(
    SECTIONS.map((name) => [name, paged(name)]),
  ) as unknown as Sections['lists'];
  return { lists, folded, toggle };
}

/** How many items a section holds, loaded or not. */
export const countOf = (section: Section, { counts }: Overview): number =>
  section === 'done' ? counts.doneToday : counts[section];

/** True when the inventory holds nothing that a section could show, today or from before. */
export const isNothing = ({ counts }: Overview): boolean =>
  SECTIONS.every((section) => counts[section] === 0);

function rowsIn(section: Section, overview: Overview | undefined): ItemRow[] {
  if (!overview) return [];
  if (section === 'next') return overview.next.rows;
  return section === 'done' ? overview.doneToday : overview[section];
}

function isLonger(section: Section, overview: Overview): boolean {
  if (section === 'next') return overview.next.next !== undefined;
  // The list "done" goes on with the days before: here only today's are shown. Of drift no more than 50 are told.
  return section !== 'done' && section !== 'drift' && overview.counts[section] > overview[section].length;
}
