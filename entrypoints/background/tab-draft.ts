import { browser } from '@/utils/browser';
import type { Draft } from '@/utils/model/draft';
import { cut, LIMITS } from '@/utils/model/limits';
import { readable, sourceOf } from '@/utils/recognisers/addresses';
import { identifyAnyPage, WEB } from '@/utils/recognisers/generic';
import { addressPage } from '@/utils/recognisers/address-page';

/** The page of first steps shows a piece of work to try a capture on; no script can be put into our own pages either. */
const isSample = (url: URL): boolean => url.href.startsWith(browser.runtime.getURL('desk.html#welcome'));

/**
 * The draft of a web page that no script can be put into (Firefox's viewers of PDF and JSON, the stores): its
 * tab's address and title, marked "please check"; of our own, only the sample. Undefined where there is no such address.
 *
 * Not by the tools' recognisers: they are ten times this file, and none of their pages is one of these.
 */
export function draftOfTab(address: string | undefined, title: string | undefined): Draft | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !(/^https?:$/.test(url.protocol) || isSample(url))) return undefined;
  const identity = identifyAnyPage(addressPage(url), 'page');
  // A page without a title has its address in its tab.
  const said = title?.trim() ?? '';
  const named = url.href.includes(said) ? '' : said;
  return {
    title: cut(named || readable(url), LIMITS.title),
    url: cut(identity.url, LIMITS.url),
    source: sourceOf(WEB, url, identity),
    page: 'other',
    check: named ? 'one-witness' : 'no-title',
    witnesses: named ? [{ field: 'title', from: 'tab', value: cut(named, LIMITS.title) }] : [],
  };
}
