import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow, PageView } from '@/utils/model/row';
import { SECTIONS, type Section, type Sections } from './sections';

/** Where a choice can be: the card of this page, the results of a search, or a section. */
export type Place = 'page' | 'results' | Section;
/** What keys act on. `index` is remembered, so that the next row can take over when this one leaves. */
export type Chosen = { place: Place; id: ItemId | undefined; index: number };
type Choices = { place: Place; rows: readonly ItemRow[] };

export type Choosing = {
  chosen: ReadonlySignal<Chosen | undefined>;
  choose: (place: Place, id: ItemId | undefined) => void;
  /** By so many rows down (or up), through all that is to be seen. */
  move: (step: number) => void;
  row: ReadonlySignal<ItemRow | undefined>;
};

/** Keeps exactly one thing chosen while there is any: a choice that leaves is taken over by the row after it. */
export function createChoosing(
  sections: Sections,
  page: ReadonlySignal<PageView | undefined>,
  results: ReadonlySignal<readonly ItemRow[] | undefined>,
): Choosing {
  const chosen = signal<Chosen | undefined>();
  let isByHand = false;
  const choices = computed(() => allChoices(sections, page.value, results.value));

  effect(() => {
    const now = choices.value;
    const isSearch = results.value !== undefined;
    const before = chosen.peek();
    const next = isByHand || isSearch ? stay(now, before) : first(now);
    if (next?.place !== before?.place || next?.id !== before?.id || next?.index !== before?.index)
      chosen.value = next;
  });

  const choose = (place: Place, id: ItemId | undefined) => {
    isByHand = true;
    const rows = choices.peek().find((choice) => choice.place === place)?.rows ?? [];
    chosen.value = {
      place,
      id,
      index: Math.max(
        0,
        rows.findIndex((row) => row.id === id),
      ),
    };
  };
  const move = (step: number) => {
    const next = neighbour(choices.peek(), chosen.peek(), step);
    isByHand = true;
    if (next) chosen.value = next;
  };
  const row = computed(() => {
    const { place, id } = chosen.value ?? {};
    return choices.value.find((choice) => choice.place === place)?.rows.find((each) => each.id === id);
  });
  return { chosen, choose, move, row };
}

/** Everything that can be chosen, from top to bottom. The page's card counts as one row, also before it is an item. */
function allChoices(
  sections: Sections,
  page: PageView | undefined,
  results: readonly ItemRow[] | undefined,
): Choices[] {
  if (results) return [{ place: 'results', rows: results }];
  const shown = SECTIONS.filter((section) => !sections.folded.value.has(section));
  const lists = shown.map((place) => ({ place, rows: sections.lists[place].rows.value }));
  const card: Choices[] = page?.kind === 'item' ? [{ place: 'page', rows: [page.item] }] : [];
  return [...card, ...lists.filter((list) => list.rows.length > 0)];
}

const at = ({ place, rows }: Choices, index: number): Chosen => ({ place, id: rows[index]?.id, index });

const first = ([choice]: Choices[]): Chosen | undefined => choice && at(choice, 0);

function stay(choices: Choices[], chosen: Chosen | undefined): Chosen | undefined {
  if (!chosen) return first(choices);
  const same = choices.find((choice) => choice.place === chosen.place);
  if (!same) return first(choices.filter((choice) => isAfter(choice.place, chosen.place))) ?? first(choices);
  const index = same.rows.findIndex((row) => row.id === chosen.id);
  return index >= 0 ? at(same, index) : at(same, Math.min(chosen.index, same.rows.length - 1));
}

const ORDER: Place[] = ['page', 'results', ...SECTIONS];
const isAfter = (place: Place, other: Place) => ORDER.indexOf(place) > ORDER.indexOf(other);

/** The choice so many rows further down, counted through all lists; the first or last one at an end. */
function neighbour(choices: Choices[], chosen: Chosen | undefined, step: number): Chosen | undefined {
  const here = choices.findIndex((choice) => choice.place === chosen?.place);
  if (!chosen || here < 0) return first(choices);
  const rowsIn = (some: Choices[]) => some.reduce((sum, { rows }) => sum + rows.length, 0);
  const wanted = rowsIn(choices.slice(0, here)) + chosen.index + step;
  let index = Math.min(Math.max(0, wanted), rowsIn(choices) - 1);
  for (const choice of choices) {
    if (index < choice.rows.length) return at(choice, index);
    index -= choice.rows.length;
  }
  return chosen;
}
