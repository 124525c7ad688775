import type { Source } from '@/utils/model/draft';
import type { SourceKey } from '@/utils/model/ids';
import { cut, LIMITS } from '@/utils/model/limits';
import { decoded, isRoute } from './address-text';
import type { Identity } from './recogniser';
import { tidy } from './title-text';

/** Parameters that say where a visitor came from, never what the page is. */
const TRACKING =
  /^(?:utm_\w+|mc_(?:cid|eid)|gclid|gclsrc|gbraid|wbraid|dclid|fbclid|igshid|msclkid|twclid|ttclid|yclid|li_fat_id|_hs(?:enc|mi)|__hs\w+|hsctatracking|mkt_tok|oly_\w+_id|vero_\w+|wickedid|_ga|_gl|_openstat|ref_src|ref_url|s_cid|cmpid|spm|scid|rb_clickid|epik|pk_(?:campaign|kwd|source|medium)|mtm_\w+|piwik_\w+|matomo_\w+|trk|trkcampaign|atlorigin)$/i;

/** The address without tracking parameters, credentials and places on the page. Parameters keep their order. */
export function withoutTracking(url: URL): URL {
  const clean = new URL(url.href);
  clean.username = '';
  clean.password = '';
  const names = Array.from(clean.searchParams.keys());
  for (const name of names.filter((each) => TRACKING.test(each))) clean.searchParams.delete(name);
  if (clean.search === '') clean.search = ''; // Takes a lone "?" away.
  if (!isRoute(clean.hash)) clean.hash = '';
  return clean;
}

/** A readable form of an address, for a title that nothing else gives: "docs.example/plans/2026". Never empty. */
export function readable(url: URL): string {
  const path = `${url.host}${url.pathname === '/' ? '' : url.pathname}${isRoute(url.hash) ? url.hash : ''}`;
  const address = path === '' ? url.href : `${path}${url.search}`;
  return cut(tidy(decoded(address)), 200) || url.protocol;
}

const keyPart = (part: string): string => part.replaceAll('|', '%7C');

/** `product|host|scope|nativeId`, the same for every address of the item. */
export const keyOf = (product: string, host: string, scope: string, nativeId: string): SourceKey =>
  // The model's brand for exactly this text.
  cut([product, host, scope, nativeId].map(keyPart).join('|'), LIMITS.url + 100) as SourceKey;

/** The model's source for an identity read on `host`. */
export function sourceOf(product: string, url: URL, identity: Identity): Source {
  const host = cut(identity.host ?? url.host, 255);
  const { kind, label } = identity;
  const scope = shortened(identity.scope, LIMITS.scope);
  const nativeId = shortened(identity.nativeId, LIMITS.nativeId);
  const source: Source = { product, host, scope, nativeId, kind, key: keyOf(product, host, scope, nativeId) };
  return label === undefined ? source : { ...source, label: cut(label, LIMITS.nativeId) };
}

/** Cut to its limit, with a digest of the whole at the end: two long addresses that begin alike stay two. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 16)}~${digest(text)}`;
}

/** A 52-bit FNV-like digest in base 36. Not for secrets: it only tells long addresses apart. */
export function digest(text: string): string {
  let high = 0x811c9dc5;
  let low = 0xdeadbeef;
  for (let index = 0; index < text.length; index++) {
    high = Math.imul(high ^ text.charCodeAt(index), 0x01000193);
    low = Math.imul(low ^ text.charCodeAt(index), 0x85ebca6b) ^ (high >>> 13);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}
