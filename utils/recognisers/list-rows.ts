import { linkOf, textOf } from './dom-reading';
import type { Page } from './page';
import type { Identity, RowReading } from './recogniser';
import { isRealTitle } from './title-text';

const ROWS = 200;

/** Rows read from links alone: each whose address names an item and whose text can be its title. */
export function rowsFromLinks(
  page: Page,
  selector: string,
  identify: (page: Page) => Identity | undefined,
): { link: Element; row: RowReading }[] {
  return page.all(selector, undefined, ROWS * 3).flatMap((link) => {
    const title = textOf(link);
    const url = linkOf(link, page);
    const identity =
      title !== undefined && isRealTitle(title) && url ? identify({ ...page, url }) : undefined;
    return identity && title !== undefined ? [{ link, row: { identity, title } }] : [];
  });
}
