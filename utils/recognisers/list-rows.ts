import type { Draft, DraftRow } from '@/utils/model/draft';
import { cut, LIMITS } from '@/utils/model/limits';
import { sourceOf } from './addresses';
import { readAll, readHooks } from './describe-tool';
import { linkOf, parentOf, textOf } from './dom-reading';
import { kept } from './fields';
import { isLongerThan } from './list-length';
import type { Page } from './page';
import type { Fields, Identity, Recogniser, RowReading } from './recogniser';
import { findRowLinks, LINKS, type RowLink } from './row-links';
import type { Lookup } from './tools';
import { titleOfRow } from './row-title';
import { createColumnReader, type Cells } from './table-columns';
import { isRealTitle, tidy } from './title-text';
import { attempt } from './attempt';

/** Rows read from links alone: each whose address names an item and whose text can be its title. */
export function rowsFromLinks(
  page: Page,
  selector: string,
  identify: (page: Page) => Identity | undefined,
): { link: Element; row: RowReading }[] {
  return page.all(selector, undefined, LIMITS.rows * 3).flatMap((link) => {
    const title = textOf(link);
    const url = linkOf(link, page);
    const identity =
      title !== undefined && isRealTitle(title) && url ? identify({ ...page, url }) : undefined;
    return identity && title !== undefined ? [{ link, row: { identity, title } }] : [];
  });
}

/** The rows of a page, one per item, each with its own source; and whether the list holds more than they are. */
export type ListReading = {
  rows: NonNullable<Draft['rows']>;
  isPartial: boolean;
  /** Did the tool's own hook find them? Then the page is one of its lists. */
  isTold: boolean;
  /** The items' links, one or more of each row. */
  links: RowLink[];
};

/** Reads a page's rows: by the tool's own hook where it has one that finds any, else by their links. */
export function readList(page: Page, tool: Recogniser | undefined, lookup: Lookup): ListReading {
  const told = tool ? toldRows(tool, page) : [];
  const links = findRowLinks(page, tool, lookup);
  const rows = told.length > 0 ? told : linkedRows(page, links);
  const isFull = page.all('a[href]', undefined, LINKS).length >= LINKS;
  const isPartial = rows.length > 0 && (rows.length > LIMITS.rows || isFull || isLongerThan(page, links));
  return { rows: rows.slice(0, LIMITS.rows), isPartial, isTold: told.length > 0, links };
}

function toldRows(tool: Recogniser, page: Page): DraftRow[] {
  const rows = attempt(() => tool.rows?.(page)) ?? [];
  const byKey = new Map<string, DraftRow>();
  for (const { identity, title, ...fields } of rows) {
    const row = rowOf(tool, page, identity, title, fields);
    const known = byKey.get(row.source.key);
    if (row.title !== '' && (!known || known.title.length < row.title.length)) byKey.set(row.source.key, row);
  }
  return [...byKey.values()];
}

function linkedRows(page: Page, links: RowLink[]): DraftRow[] {
  const byKey = Map.groupBy(links, ({ key }) => key);
  const columns = createColumnReader(page);
  const rows: DraftRow[] = [];
  for (const group of byKey.values()) {
    const row = rows.length > LIMITS.rows ? undefined : linkedRow(page, group, columns);
    if (row) rows.push(row);
  }
  return rows;
}

function linkedRow(page: Page, group: RowLink[], columns: (row: Element) => Cells): DraftRow | undefined {
  const [first] = group;
  if (!first) return undefined;
  const { tool, identity, link } = first;
  const { cells } = tool.description ?? {};
  const { title: head, ...headed } = columns(first.row);
  const hooked = cells && attempt(() => kept(readHooks(page, cells, first.row)));
  const named = attempt(() => readAll(page, cells?.title, first.row)[0]);
  const title = named ?? titleOfRow(page, group, head) ?? (isRealTitle(head ?? '') ? head : undefined);
  const url = linkOf(link, page);
  return title === undefined || !url
    ? undefined
    : rowOf(tool, { url }, identity, title, { ...headed, ...hooked });
}

const rowOf = (
  tool: Recogniser,
  on: Pick<Page, 'url'>,
  identity: Identity,
  title: string,
  fields: Fields,
): DraftRow => ({
  title: cut(tidy(title), LIMITS.title),
  url: cut(identity.url, LIMITS.url),
  source: sourceOf(tool.product, on.url, identity),
  ...kept(fields),
});

/** Is it a list: by its tool's own word, or because two items stand in it in the same way? */
export function isListPage({ rows, isTold, links }: ListReading, isNamed: boolean): boolean {
  if (isTold || (isNamed && rows.length > 0)) return rows.length > 0;
  return rows.length > 1 && new Set(links.map(({ row }) => row)).size > 1;
}

/**
 * Is it a list beside an open item: an inbox beside its open mail, a board behind its open card? Such a list holds
 * the open item itself, among others of its tool; what an item's own text leads to does not.
 */
export function isBeside({ rows, isTold, links }: ListReading, product: string, key: string): boolean {
  if (rows.length < 3 || rows.some(({ source }) => source.product !== product)) return false;
  // Rows that are no links are told by the tool alone.
  if (isTold && links.length === 0) return rows.some(({ source }) => source.key === key);
  const own = links.filter((link) => link.key === key).map(({ row }) => parentOf(row));
  const others = links.filter((link) => link.key !== key).map(({ row }) => parentOf(row));
  return own.some((list) => list !== undefined && others.includes(list));
}
