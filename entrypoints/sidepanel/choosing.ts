import { effect } from '@preact/signals';
import type { ItemId } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import type { Chosen, Place } from './in-front';
import { SECTIONS } from './sections';
import type { Sidebar } from './sidebar';

type Choices = { place: Place; rows: readonly ItemRow[] };
type Spot = Omit<Chosen, 'isByHand'>;

/** Keeps exactly one thing chosen while there is any, until `signal` aborts: a choice that leaves is taken over by the row after it. */
export function followChoice(sidebar: Sidebar, signal: AbortSignal): void {
  const { chosen, results } = sidebar;
  const stop = effect(() => {
    const now = choicesOf(sidebar);
    const isSearch = results.value !== undefined;
    const before = chosen.peek();
    const isByHand = before?.isByHand ?? false;
    const next = isByHand || isSearch ? stay(now, before) : first(now);
    if (next?.place !== before?.place || next?.id !== before?.id || next?.index !== before?.index)
      chosen.value = next && { ...next, isByHand };
  });
  signal.addEventListener('abort', stop);
}

/** Chooses by hand. */
export function choose(sidebar: Sidebar, place: Place, id: ItemId | undefined): void {
  const index = rowsIn(sidebar, place).findIndex((row) => row.id === id);
  sidebar.chosen.value = { place, id, index: Math.max(0, index), isByHand: true };
}

/** Moves the choice by so many rows down (or up), through all that is to be seen. */
export function move(sidebar: Sidebar, step: number): void {
  const next = neighbour(choicesOf(sidebar), sidebar.chosen.peek(), step);
  if (next) sidebar.chosen.value = { ...next, isByHand: true };
}

/** The row that is chosen. */
export function chosenRow(sidebar: Sidebar): ItemRow | undefined {
  const { place, id } = sidebar.chosen.value ?? {};
  return place && rowsIn(sidebar, place).find((row) => row.id === id);
}

/** What keys act on: the open card's item, also while the card is being fetched, else the chosen row. */
export function subject(sidebar: Sidebar): ItemRow | undefined {
  const cover = sidebar.cover.peek();
  const row = chosenRow(sidebar);
  if (cover?.kind !== 'card') return row;
  return sidebar.cardRow.peek() ?? (row?.id === cover.id ? row : undefined);
}

/** The rows of one place, as far as they are loaded and not folded away. */
export const rowsIn = (sidebar: Sidebar, place: Place): readonly ItemRow[] =>
  choicesOf(sidebar).find((choice) => choice.place === place)?.rows ?? [];

/** Everything that can be chosen, from top to bottom. The page's card counts as one row, also before it is an item. */
function choicesOf({ sections, page: { value: page }, results: { value: results } }: Sidebar): Choices[] {
  if (results) return [{ place: 'results', rows: results }];
  const shown = SECTIONS.filter((section) => !sections.folded.value.has(section));
  const lists = shown.map((place) => ({ place, rows: sections.lists[place].rows.value }));
  const card: Choices[] = page?.kind === 'item' ? [{ place: 'page', rows: [page.item] }] : [];
  return [...card, ...lists.filter((list) => list.rows.length > 0)];
}

const at = ({ place, rows }: Choices, index: number): Spot => ({ place, id: rows[index]?.id, index });

const first = ([choice]: Choices[]): Spot | undefined => choice && at(choice, 0);

function stay(choices: Choices[], chosen: Spot | undefined): Spot | undefined {
  if (!chosen) return first(choices);
  const same = choices.find((choice) => choice.place === chosen.place);
  if (!same) return first(choices.filter((choice) => isAfter(choice.place, chosen.place))) ?? first(choices);
  const index = same.rows.findIndex((row) => row.id === chosen.id);
  return index >= 0 ? at(same, index) : at(same, Math.min(chosen.index, same.rows.length - 1));
}

const ORDER: Place[] = ['page', 'results', ...SECTIONS];
const isAfter = (place: Place, other: Place) => ORDER.indexOf(place) > ORDER.indexOf(other);

/** The choice so many rows further down, counted through all lists; the first or last one at an end. */
function neighbour(choices: Choices[], chosen: Spot | undefined, step: number): Spot | undefined {
  const here = choices.findIndex((choice) => choice.place === chosen?.place);
  if (!chosen || here < 0) return first(choices);
  const count = (some: Choices[]) => some.reduce((sum, { rows }) => sum + rows.length, 0);
  const wanted = count(choices.slice(0, here)) + chosen.index + step;
  let index = Math.min(Math.max(0, wanted), count(choices) - 1);
  for (const choice of choices) {
    if (index < choice.rows.length) return at(choice, index);
    index -= choice.rows.length;
  }
  return chosen;
}
