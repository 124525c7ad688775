import type { Draft } from '@/utils/model/draft';
import { LIMITS } from '@/utils/model/limits';
import { isStale, type Previous } from '@/utils/recognisers/agreement';
import type { Options } from '@/utils/recognisers/assemble';
import { recognisePage } from '@/utils/recognisers/recognise-page';
import { createWatch, wasLoadedHere, type History } from './settled';

/** How long a page whose address moved on may take to name its new item, in ms. Then it is taken with its `check`. */
const PATIENCE_MS = 900;
/** How often to look meanwhile. */
const LOOK_MS = 60;
/** Room for the envelope around a draft in a message. */
const ROOM = 2_000;

/** What is told about a reading, beside the page. */
export type Telling = Pick<Options, 'selection' | 'lessons' | 'applyLessons' | 'without'> & {
  signal?: AbortSignal | undefined;
};

export type Reader = {
  /**
   * The draft of the page as it is now. After an in-page navigation it waits up to PATIENCE_MS until the page
   * names the new item, or has stood still: the previous page's title never comes under the new identity.
   */
  read(told?: Telling): Promise<Draft>;
  /** What the person has marked, cut to what a draft can hold. */
  selected(): string | undefined;
};

/** Time and history around the page. */
export type Surroundings = {
  history?: History | undefined;
  /** Monotonic, in ms. */
  now(): number;
  pause(ms: number): Promise<void>;
};

// TypeScript does not know the Navigation API yet.
const { navigation } = globalThis as { navigation?: History };
const BROWSER: Surroundings = {
  history: navigation,
  now: () => performance.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

export function createReader(
  document: Document,
  address: () => string,
  { history, now, pause }: Surroundings = BROWSER,
): Reader {
  let previous: Previous | undefined;
  let settled: Draft | undefined;
  /** What was told last holds for the readings that the page itself causes. */
  let standing: Pick<Telling, 'lessons' | 'applyLessons' | 'without'> = {};
  return {
    async read({ signal, ...told } = {}) {
      standing = {
        lessons: told.lessons ?? standing.lessons,
        applyLessons: told.applyLessons ?? standing.applyLessons,
        without: told.without ?? standing.without,
      };
      const watch = createWatch(settled);
      const look = (isSettled: boolean) =>
        recognisePage(document, address(), { ...told, ...standing, previous, isSettled });
      const take = () => {
        const draft = look(wasLoadedHere(history, address()));
        return draft.check === 'unbound' && watch.sees(draft, now()) ? look(true) : draft;
      };
      const until = now() + PATIENCE_MS;
      let draft = take();
      while (isUnsettled(document, draft, previous) && now() < until) {
        await pause(LOOK_MS);
        if (signal?.aborted) return draft;
        draft = take();
      }
      if (!isStale(draft, previous)) previous = { key: draft.source.key, title: draft.title };
      if (draft.check === undefined) settled = draft;
      return fitted(draft);
    },
    selected: () => selectedText(document),
  };
}

/** A page that never had a title (text, XML, an image) is not waited for once it is loaded. */
const isUnsettled = (document: Document, draft: Draft, previous: Previous | undefined): boolean =>
  draft.check === 'unbound' ||
  (isStale(draft, previous) &&
    (previous !== undefined || draft.check === 'stale-page' || document.readyState === 'loading'));

/** Range by range, so that a selection of 10 MB is not turned into text as a whole. */
function selectedText(document: Document): string | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let text = '';
  let looks = 0;
  for (
    let node: Node | null = walker.currentNode;
    node && text.length < LIMITS.excerpt;
    node = walker.nextNode()
  ) {
    looks += 1;
    if (looks > 20_000) break;
    if (node.nodeType === Node.TEXT_NODE && range.intersectsNode(node)) text += part(node, range);
  }
  return text.trim() ? text.slice(0, LIMITS.excerpt) : undefined;
}

function part(node: Node, range: Range): string {
  const from = node === range.startContainer ? range.startOffset : 0;
  const to = node === range.endContainer ? range.endOffset : undefined;
  return `${(node.nodeValue ?? '').slice(from, Math.min(to ?? Infinity, from + LIMITS.excerpt))} `;
}

/** Within the size of one message: the rows of a long list give way first, then the excerpt. */
function fitted(draft: Draft): Draft {
  let rows = draft.rows;
  const size = (one: Draft) => JSON.stringify(one).length;
  let fit = draft;
  while (size(fit) > LIMITS.proposal - ROOM && rows && rows.length > 0) {
    rows = rows.slice(0, Math.floor(rows.length / 2));
    fit = { ...draft, rows, isPartial: true };
  }
  if (size(fit) <= LIMITS.proposal - ROOM) return fit;
  return { ...fit, excerpt: undefined, links: undefined, mentions: undefined, witnesses: [] };
}
