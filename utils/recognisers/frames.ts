import { call, isObject, listed, member, textMember } from './dom-reading';
import { shadowRootsOf } from './shadow-roots';

/** A same-origin frame's document, and the address it has. */
export type Frame = { document: Document; url: URL };

/** Frames that are looked at, and those that are read, the largest first. */
const LOOKED_AT = 200;
const FRAMES = 10;
/** A frame in a frame is read, a frame in that one is not. */
const DEPTH = 2;

/**
 * The documents of a page's same-origin frames that can be seen, the largest frame first; with `isDeep` also of
 * those that stand in open shadow trees.
 */
export function framesOf(document: Document, url: URL, isDeep = false): Frame[] {
  const found: (Frame & { area: number })[] = [];
  const visit = (within: Document, depth: number): void => {
    const elements = [
      ...['iframe', 'frame'].flatMap((tag) =>
        listed<Element>(call(within, 'getElementsByTagName', tag), LOOKED_AT),
      ),
      ...(isDeep ? shadowRootsOf(within) : []).flatMap((root) =>
        listed<Element>(call(root, 'querySelectorAll', 'iframe'), LOOKED_AT),
      ),
    ];
    // Only where there are frames: asking for a size makes the browser lay the page out.
    const isLaidOut = elements.length > 0 && areaOf(member(within, 'documentElement')) > 0;
    for (const element of elements.slice(0, LOOKED_AT - found.length)) {
      const area = areaOf(element);
      const inner = area > 0 || !isLaidOut ? documentIn(element) : undefined;
      const address = inner && addressOf(inner, url);
      if (!inner || !address || found.some(({ document: known }) => known === inner)) continue;
      found.push({ document: inner, url: address, area });
      if (depth < DEPTH) visit(inner, depth + 1);
    }
  };
  visit(document, 1);
  return found.toSorted((a, b) => b.area - a.area).slice(0, FRAMES);
}

/** Width by height in CSS px; 0 where there is no layout, as in a parsed document. */
const areaOf = (element: unknown): number =>
  isObject(element)
    ? Number(member(element, 'offsetWidth') ?? 0) * Number(member(element, 'offsetHeight') ?? 0)
    : 0;

function documentIn(frame: Element): Document | undefined {
  try {
    const inner = member(frame, 'contentDocument');
    // What this member of a frame gives is a document or null.
    return isObject(inner) ? (inner as Document) : undefined;
  } catch {
    return undefined; // Another origin's frame may refuse in this way too.
  }
}

/** The frame's address where it is of the page's own origin; one that was written by a script has the page's. */
function addressOf(document: Document, page: URL): URL | undefined {
  const url = URL.parse(textMember(document, 'URL'));
  if (!url) return undefined;
  if (url.protocol === 'about:' || url.protocol === 'blob:') return page;
  return url.origin === page.origin ? url : undefined;
}
