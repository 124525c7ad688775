import { decoded } from './address-text';

/**
 * The form of an item's address, written as people write addresses:
 *
 *   /1/{workspace}/project/{project}/task/{id:n}    `{name}` is one part of the path, `:n` says which form it has
 *   ** /issues/{id:n} (no space)                    at the start: a sub-path of an installation, kept as {base}
 *   /{group...}/-/issues/{id:n}                         one or more parts
 *   /c/{id}/{}                                      a part that does not matter; `**` as the last part: anything below
 *   /{kind=document|forms}/d/{id}                       one of these words
 *   /task/{id:n$}   /t/{id:n^}                          the number at the end (or start) of a part: "fix-it-12", "12-fix-it"
 *   /archives/{channel}/p{id:n}                         words around a hole
 *   /boards?selectedIssue={id:key}&view=detail          parameters, in whatever order they come, among whatever others
 *   /index.pl?Action=Zoom;TicketID={id:n}               the same, of a tool that parts them by ";" or by "&"
 *   /#ticket/zoom/{id:n}   /web#?id={id:n}&model={m}    the fragment as a path, or as parameters
 *
 *   /mail/{}/T{id:id}.{}                                several holes in one part, with words between them
 *
 * Forms: n digits, key "ABC-12", hex 32 hex digits, uuid, id letters digits "-" and "_", code eight or more
 * letters and digits that are no word (a digit or a capital inside); without one, anything but "/".
 * `:text` is anything too, but one text however the address escapes it ("a=" and "a%3D"); the hole holds it escaped,
 * as a part of a path: not for parameters of an address to lead back by, which are escaped when they are filled in.
 */
export type AddressPattern = string;

/** What the holes of a pattern hold: parts of a path as they stand in the address, parameters decoded. */
export type Holes = Record<string, string>;

const FORMS: Record<string, { whole: RegExp; start: RegExp; end: RegExp }> = {
  n: { whole: /^\d+$/, start: /^(\d+)(?:-|$)/, end: /(?:^|-)(\d+)$/ },
  key: {
    whole: /^[a-z][a-z0-9_]*-\d+$/i,
    start: /^([a-z][a-z0-9_]*-\d+)(?:-|$)/i,
    end: /(?:^|-)([a-z][a-z0-9_]*-\d+)$/i,
  },
  hex: { whole: /^[\da-f]{32}$/i, start: /^([\da-f]{32})(?:-|$)/i, end: /(?:^|-)([\da-f]{32})$/i },
  uuid: {
    whole: /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i,
    start: /^([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})(?:-|$)/i,
    end: /(?:^|-)([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/i,
  },
  id: { whole: /^[\w-]+$/, start: /^([a-z\d]+)(?:-|$)/i, end: /(?:^|-)([a-z\d]+)$/i },
  code: {
    whole: /^(?=.*(?:\d|[a-z][A-Z]))[a-zA-Z\d]{8,}$/,
    start: /^(?=[^-]*(?:\d|[a-z][A-Z]))([a-zA-Z\d]{8,})(?:-|$)/,
    end: /(?:^|-)(?=[^-]*(?:\d|[a-z][A-Z]))([a-zA-Z\d]{8,})$/,
  },
};

const HOLE = /^(.*?)\{([a-z]*)(?::([a-z]+)([$^]?)|=([^}]+))?\}(.*)$/i;
const PARTS = 60;

/** What an address says where it has the pattern's form; undefined where it has another. */
export function matchAddress(pattern: AddressPattern, url: URL): Holes | undefined {
  const [place, fragment] = split(pattern, '#');
  const [path, query] = split(place, '?');
  const holes: Holes = {};
  const isHere =
    matchPath(partsOf(path), partsOf(url.pathname), holes) &&
    matchQuery(query, parametersOf(url, query), holes) &&
    matchFragment(fragment, url.hash, holes);
  return isHere ? holes : undefined;
}

/** The pattern with its holes filled: an address on the same host, or a name. Parameters are encoded. */
export function fillHoles(pattern: string, holes: Holes): string {
  const [path, query] = split(pattern, '?');
  const fill = (text: string, form: (value: string) => string) =>
    text.replace(/\{([a-z]+)\}/gi, (_, name: string) => form(holes[name] ?? ''));
  const filled = fill(path, (value) => value).replace(/^\/{2,}/, '/');
  return query === undefined ? filled : `${filled}?${fill(query, encodeURIComponent)}`;
}

function split(text: string, at: string): [string, string | undefined] {
  const place = text.indexOf(at);
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + 1)];
}

const partsOf = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .slice(0, PARTS);

function matchPath(pattern: readonly string[], path: readonly string[], holes: Holes): boolean {
  const [first, ...others] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') return others.length === 0 || matchBase(others, path, holes);
  const many = /^\{([a-z]+)\.\.\.\}$/i.exec(first)?.[1];
  if (many !== undefined) return matchMany(many, others, path, holes);
  const part = path[0];
  return part !== undefined && matchPart(first, part, holes) && matchPath(others, path.slice(1), holes);
}

/** A sub-path of an installation: the longest one after which the rest fits. */
function matchBase(pattern: readonly string[], path: readonly string[], holes: Holes): boolean {
  for (let length = path.length; length >= 0; length -= 1) {
    if (!matchPath(pattern, path.slice(length), holes)) continue;
    holes['base'] = path.slice(0, length).join('/');
    return true;
  }
  return false;
}

function matchMany(name: string, pattern: readonly string[], path: readonly string[], holes: Holes): boolean {
  for (let length = path.length; length >= 1; length -= 1) {
    if (!matchPath(pattern, path.slice(length), holes)) continue;
    holes[name] = path.slice(0, length).join('/');
    return true;
  }
  return false;
}

function matchPart(pattern: string, part: string, holes: Holes): boolean {
  const [, before = '', name = '', form, end, words, after = ''] = HOLE.exec(pattern) ?? [];
  if (!pattern.includes('{')) return pattern === part;
  if (after.includes('{')) return matchPieces(pattern, after, part, holes);
  if (!part.startsWith(before) || !part.endsWith(after)) return false;
  const value = valueIn(part.slice(before.length, part.length - after.length), form, end, words);
  if (value === undefined || value === '') return false;
  if (name !== '') holes[name] = value;
  return true;
}

/** Several holes in one part: the first ends where the words before the second one first stand. */
function matchPieces(pattern: string, after: string, part: string, holes: Holes): boolean {
  const [between = ''] = after.split('{', 1);
  const first = pattern.slice(0, pattern.length - after.length);
  const end = part.indexOf(between, first.indexOf('{') + 1);
  if (between === '' || end < 0) return false;
  return (
    matchPart(first, part.slice(0, end), holes) &&
    matchPart(after.slice(between.length), part.slice(end + between.length), holes)
  );
}

function valueIn(
  text: string,
  form: string | undefined,
  end: string | undefined,
  words: string | undefined,
): string | undefined {
  if (words !== undefined) return words.split('|').includes(text) ? text : undefined;
  if (form === 'text') return encodeURIComponent(decoded(text));
  const known = form === undefined ? undefined : FORMS[form];
  if (!known) return text;
  if (end === '$') return known.end.exec(decoded(text))?.[1];
  if (end === '^') return known.start.exec(decoded(text))?.[1];
  return known.whole.test(text) ? text : undefined;
}

const parametersOf = (url: URL, pattern: string | undefined): URLSearchParams =>
  pattern?.includes(';') ? new URLSearchParams(url.search.replaceAll(';', '&')) : url.searchParams;

function matchQuery(pattern: string | undefined, query: URLSearchParams, holes: Holes): boolean {
  if (pattern === undefined) return true;
  return pattern.split(/[&;]/).every((pair) => {
    const [name, wanted] = split(pair, '=');
    const value = query.get(name);
    if (value === null) return false;
    return wanted === undefined || matchPart(wanted, value, holes);
  });
}

/** A fragment that routes: "#ticket/zoom/5", "#/ticket/5", "#!/ticket/5?tab=notes", or parameters alone. */
function matchFragment(pattern: string | undefined, hash: string, holes: Holes): boolean {
  if (pattern === undefined) return true;
  const text = decodedParts(hash.replace(/^#!?/, ''));
  if (pattern.startsWith('?')) return matchQuery(pattern.slice(1), new URLSearchParams(text), holes);
  const [path, query] = split(pattern, '?');
  const [herePath, hereQuery] = split(text, '?');
  return (
    matchPath(partsOf(path), partsOf(herePath), holes) &&
    matchQuery(query, new URLSearchParams(hereQuery ?? ''), holes)
  );
}

/** Some tools escape the separators of a fragment too. */
const decodedParts = (text: string): string => text.replaceAll(/%2f/gi, '/').replaceAll(/%3a/gi, ':');
