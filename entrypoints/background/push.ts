import { browser } from '@/utils/browser';
import type { Settings } from '@/utils/model/settings';

/** The name comes from a page's process: nothing but a name goes into the rule. */
const HOST = /^[a-z]{1,20}-[a-z]{1,20}$/;

/**
 * Makes room for the sidebar beside the page, by a rule of the browser's user sheet: no node of the page is
 * touched and the page cannot read it. Gives the rule, to take it back with `pushBack`; undefined when the
 * sidebar lies over the page or the page takes no rule. It holds while the host stands: whoever takes that out,
 * also when the extension is updated meanwhile, gives the page its room back.
 */
export async function pushAside(
  tabId: number,
  host: string,
  { mode, side, width }: Settings,
): Promise<string | undefined> {
  if (mode !== 'push' || !HOST.test(host)) return undefined;
  const css = `@media screen { html:has(> ${host}) { margin-${side}: ${width}px !important; } }`;
  try {
    await browser.scripting.insertCSS({ target: { tabId }, css, origin: 'USER' });
    return css;
  } catch {
    // The sidebar then lies over the page, which is no worse than the other setting.
    return undefined;
  }
}

export async function pushBack(tabId: number, css: string | undefined): Promise<void> {
  if (css === undefined) return;
  try {
    await browser.scripting.removeCSS({ target: { tabId }, css, origin: 'USER' });
  } catch {
    // The page that had the rule is gone, and the rule with it.
  }
}
