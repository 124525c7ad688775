import { columnOf, type Column } from './column-words';
import { dayAs, isoDayIn } from './dates';
import { attributeOf, closestOf, listed, member, parentOf, textOf } from './dom-reading';
import type { Page } from './page';
import type { Fields } from './recogniser';
import { isRealTitle, tidy } from './title-text';

const TABLE = 'table, [role="table"], [role="grid"], [role="treegrid"]';
const HEADS = 'thead th, thead td, tr:first-child th, [role="columnheader"]';
const CELLS = 40;
/** What a cell says when it says nothing. */
const NOTHING =
  /^(?:[-–—]+|\(?(?:empty|leer|vide|vacío)\)?|none|nobody|no one|unassigned|not set|keine[rs]?|niemand|nicht zugewiesen|non assigné|aucune?|sin asignar|ninguno)$/i;

/** What the columns of a table tell of one of its rows. */
export type Cells = { title?: string | undefined } & Fields;

/** Reads rows by the heads of their table's columns; the heads of one table are read once. */
export function createColumnReader(page: Page): (row: Element) => Cells {
  const known = new Map<Element, Map<string, Column>>();
  return (row) => {
    const table = closestOf(row, TABLE);
    if (!table) return {};
    const columns = known.get(table) ?? headsOf(page, table);
    known.set(table, columns);
    return columns.size === 0 ? {} : cellsOf(page, row, columns);
  };
}

const childrenOf = (element: Element): Element[] => listed<Element>(member(element, 'children'), CELLS);

/** A cell's place: its own word for it, where a table shows only some of its columns, else its order. */
const placeOf = (cell: Element, order: number): string => attributeOf(cell, 'aria-colindex') ?? `${order}`;

function headsOf(page: Page, table: Element): Map<string, Column> {
  const first = page.all(HEADS, table, 1)[0];
  const row = first && parentOf(first);
  const columns = new Map<string, Column>();
  for (const [order, head] of (row ? childrenOf(row) : []).entries()) {
    const words = textOf(head) ?? tidy(attributeOf(head, 'aria-label') ?? attributeOf(head, 'title') ?? '');
    const column = columnOf(words);
    // A column headed "Ticket" may hold the number, and a later one the title.
    if (column && (column === 'title' || ![...columns.values()].includes(column)))
      columns.set(placeOf(head, order), column);
  }
  return columns;
}

function cellsOf(page: Page, row: Element, columns: Map<string, Column>): Cells {
  const found: Cells = {};
  for (const [order, cell] of childrenOf(row).entries()) {
    const column = columns.get(placeOf(cell, order));
    const text = column && textIn(page, cell);
    if (!column || text === undefined || NOTHING.test(text)) continue;
    if (column === 'dueDay') {
      const day =
        isoDayIn(page.attribute('time', 'datetime', cell)) ?? isoDayIn(text) ?? dayAs(text, undefined);
      if (day) found.dueDay = day;
    } else if (column === 'labels') found.labels = piecesOf(page, cell, text);
    else if (column === 'assignees') found.assignees = [text];
    else if (column !== 'title' || !isRealTitle(found.title ?? '')) found[column] = text;
  }
  return found;
}

/** A cell's words; of a picture alone, what it is called. */
const textIn = (page: Page, cell: Element): string | undefined =>
  textOf(cell) ??
  page.attribute('img[alt]', 'alt', cell) ??
  page.attribute('[aria-label]', 'aria-label', cell) ??
  page.attribute('[title]', 'title', cell);

function piecesOf(page: Page, cell: Element, text: string): string[] {
  const pieces = page.all('a, li, span:not(:has(*))', cell, CELLS).map(textOf);
  const said = pieces.filter((piece) => piece !== undefined);
  return said.length > 1 ? said : text.split(',');
}
