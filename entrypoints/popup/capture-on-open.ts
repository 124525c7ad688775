import type { PageView } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';

/** What the opening of the popup does: `undefined` while that cannot be said yet. */
export function openingCaptures(
  page: PageView | undefined,
  settings: Settings | undefined,
): boolean | undefined {
  if (!page || !settings || page.kind === 'reading') return undefined;
  // What was thrown away does not come back by looking at its page.
  return settings.captureOnOpen && page.kind === 'draft' && page.draft.page === 'item' && !page.trashed;
}
