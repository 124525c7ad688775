import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { type Draft, DraftSchema } from '@/utils/model/draft';
import type { PageAsk } from '@/utils/messaging/page-script';
import { cut, LIMITS } from '@/utils/model/limits';
import type { PageProblem } from '@/utils/model/row';
import { askPage, bringScript, StuckPage } from './page-link';
import { draftOfTab } from './tab-draft';

/**
 * What came of reading a tab. A page that cannot be read may still have a title and a web address in its tab:
 * then there is a draft of those, marked "please check".
 */
export type Reading =
  | { problem?: undefined; draft: Draft }
  | { problem: PageProblem; title?: string | undefined; url?: string | undefined; draft?: Draft | undefined };

/** How the reading came about: by the person's own act in that tab, which gives us access to it, or not. */
export type Occasion = 'gesture' | 'watching';

/** What a page is read with, besides itself. */
export type WaysToRead = Omit<Extract<PageAsk, { ask: 'read' }>, 'ask'>;

/** Reads the page in a tab. Never throws: what cannot be read says why. */
export async function readTab(tabId: number, occasion: Occasion, ways: WaysToRead = {}): Promise<Reading> {
  try {
    if (ways.lessons?.length) await bringScript(tabId, 'teach');
    const { draft, selection } = await askPage(tabId, { ask: 'read', ...ways });
    const parsed = v.safeParse(DraftSchema, draft);
    if (parsed.success) {
      const titled = await titledByTab(tabId, parsed.output);
      return { draft: selection ? await phrased(tabId, titled, selection) : titled };
    }
    return await fromTab(tabId, () => 'reload-page');
  } catch (error) {
    return fromTab(tabId, (url) => problemOf(error, url, occasion));
  }
}

/** What was selected, in its own words; the page's own draft where that cannot be told. */
async function phrased(tabId: number, draft: Draft, selection: string): Promise<Draft> {
  const { draft: ask } = await askPage(tabId, { ask: 'phrase', draft, selection });
  const parsed = v.safeParse(DraftSchema, ask);
  return parsed.success ? parsed.output : draft;
}

/** A document without a title of its own (Chromium's PDF viewer) may have one in its tab: the file's. */
async function titledByTab(tabId: number, draft: Draft): Promise<Draft> {
  if (draft.check !== 'no-title' || draft.page !== 'other') return draft;
  const tab = await browser.tabs.get(tabId).catch(() => undefined); // the tab was closed meanwhile
  const title = tab?.title?.trim() ?? '';
  // Without a title the browser shows the address itself.
  if (!title || draft.url.includes(title)) return draft;
  const witnesses = [...draft.witnesses, { field: 'title', from: 'tab', value: cut(title, LIMITS.title) }];
  return { ...draft, title: cut(title, LIMITS.title), check: 'one-witness', witnesses };
}

async function fromTab(
  tabId: number,
  problemFor: (url: string | undefined) => PageProblem,
): Promise<Reading> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined); // the tab was closed meanwhile
  const { url, title } = tab ?? {};
  const problem = problemFor(url);
  // A web page that is only stuck has an identity that its tool's recogniser would read: no other is made up.
  return { problem, title, url, draft: problem === 'reload-page' ? undefined : draftOfTab(url, title) };
}

const STORES = [
  'chromewebstore.google.com',
  'chrome.google.com',
  'microsoftedge.microsoft.com',
  'addons.mozilla.org',
];

/**
 * Why the browser did not let us in. Without access it tells no address: then its error says as much as it does
 * (texts of Chromium 156; Firefox 153 says "Missing host permission for the tab" for everything).
 */
export function problemOf(error: unknown, url: string | undefined, occasion: Occasion): PageProblem {
  if (error instanceof StuckPage) return 'reload-page';
  const said = error instanceof Error ? error.message : '';
  if (said.includes('showing error page')) return 'reload-page';
  if (said.includes('extensions gallery')) return 'store-page';
  if (said.includes('chrome://') || said.includes('edge://')) return 'browser-page';
  const address = url === undefined ? null : URL.parse(url);
  // After a gesture every web page tells its address; what still has none is the browser's own.
  if (!address) return occasion === 'gesture' ? 'browser-page' : 'no-access';
  if (address.protocol === 'file:') return 'file-page';
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return 'browser-page';
  return STORES.includes(address.hostname) ? 'store-page' : 'browser-page';
}
