import type { createLinkKeys } from '@/utils/recognisers/link-keys';
import type { ApplyLessons } from '@/utils/recognisers/taught';

type Shared = {
  isReading?: true;
  isHolding?: true;
  /** While it is not aborted, the page holds the sidebar. */
  held?: AbortSignal;
  /** Follows the page's address until the signal aborts. */
  follow?: (until: AbortSignal) => void;
  isTeaching?: true;
  isAsking?: true;
  hasMarks?: true;
  readKeys?: typeof createLinkKeys;
  applyLessons?: ApplyLessons;
  /** What they put into the page. */
  elements?: WeakSet<Element>;
};

// Nobody else writes there: the isolated world is ours alone.
const world = globalThis as { throughline?: Shared };

/**
 * What our scripts in one page share: on the isolated world's own global, which no page can see. It tells a second
 * injection that the first is at work, and lends the recognisers, which only the reading script carries.
 */
export const shared: Shared = (world.throughline ??= {});
