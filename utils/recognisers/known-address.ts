import type { AddressPattern } from './address-pattern';
import type { KnownPage } from './recogniser';

/** Regular expressions (RE2) of the forms of address-pattern.ts. */
const FORMS: Record<string, string> = {
  n: '[0-9]+',
  key: '[A-Za-z][A-Za-z0-9_]*-[0-9]+',
  hex: '[0-9A-Fa-f]{32}',
  uuid: '[0-9A-Fa-f-]{36}',
  id: '[A-Za-z0-9_-]+',
  code: '[A-Za-z0-9]{8,}',
};

/**
 * What Chromium's declarativeContent can match of a tool's addresses, to light the icon. It sees no fragment: of
 * a tool that routes by it, every page of the host lights up, or only those of the path before the fragment.
 */
export function knownPagesOf(
  hosts: readonly string[],
  items: readonly { at: AddressPattern | AddressPattern[] }[],
): KnownPage[] {
  const forms = items.flatMap(({ at }) => [at].flat()).map(expressionOf);
  return hosts.map((host): KnownPage => {
    const [name = ''] = host.split('/');
    const urlMatches = `^https?://[^/]+(${[...new Set(forms)].join('|')})`;
    if (name.startsWith('*.')) return { hostSuffix: name.slice(1), urlMatches };
    if (name.endsWith('.*')) return { hostContains: `.${name.slice(0, -1)}`, urlMatches };
    return { hostEquals: name, urlMatches };
  });
}

function expressionOf(pattern: AddressPattern): string {
  const [place = ''] = pattern.split('#');
  const [path = '', query] = place.split('?');
  const parts = path.split('/').filter((part) => part !== '' && part !== '**');
  const start = path.startsWith('**') || path.startsWith('/**') ? '/(.*/)?' : '/';
  const end = path.endsWith('/**') ? '([/?#]|$)' : pattern.includes('#') ? '' : '/?([?#]|$)';
  const names = (query ?? '').split(/[&;]/).filter((pair) => pair !== '');
  const asked = names.map((pair) => `.*[?&;]${literal(pair.split('=')[0] ?? '')}=`).join('');
  return `${start}${parts.map(partExpression).join('/')}${query === undefined ? end : asked}`;
}

function partExpression(part: string): string {
  if (/^\{[a-z]+\.\.\.\}$/i.test(part)) return '.+';
  const [, before = '', , form, end, words, after = ''] =
    /^(.*?)\{([a-z]*)(?::([a-z]+)([$^]?)|=([^}]+))?\}(.*)$/i.exec(part) ?? [];
  if (!part.includes('{')) return literal(part);
  const own = words === undefined ? ((form && FORMS[form]) ?? '[^/?#]+') : `(${words})`;
  const slug = end ? '[^/?#]*' : '';
  return `${literal(before)}${end === '$' ? slug : ''}${own}${end === '^' ? slug : ''}${partExpression(after)}`;
}

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
