import { attributeOf, call, listed, member, textMember } from './dom-reading';

/** Lines of a sketch, elements looked at, and how deep it goes. */
const LINES = 400;
const ELEMENTS = 20_000;
const DEPTH = 40;
/** Children of one element that are looked at. */
const CHILDREN = 300;
/** How elements are told apart: what a hook could go by. Never what a person wrote. */
const NAMES = ['id', 'role', 'type', 'name', 'itemprop', 'rel', 'for'];
const HOOKS = /^data-(?:testid|test-id|test|qa|cy|field|column|tid|component|automation-id)$/;
/** Attributes whose presence tells something and whose value is the person's. */
const PRESENT = [
  'aria-label',
  'aria-labelledby',
  'title',
  'datetime',
  'contenteditable',
  'hidden',
  'aria-rowcount',
];
/** Their content is none to show, not even as a length. */
const CLOSED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'title']);
const HIDDEN = '…';

/**
 * The structure of a page for a report about it, without anything that was written on it: tags, roles, ids and
 * hooks for tests where their values are a program's words, lengths of texts, forms of addresses. At most 400 lines. What `isOurs` is no part of the page.
 */
export function sketch(document: Document, isOurs: (element: Element) => boolean = () => false): string {
  const lines: string[] = [];
  let left = ELEMENTS;
  const draw = (element: Element, depth: number, times: number): void => {
    if (lines.length >= LINES || depth > DEPTH || left-- <= 0) return;
    const tag = textMember(element, 'localName');
    lines.push(`${'  '.repeat(depth)}${lineOf(element, tag)}${times > 1 ? ` ×${times}` : ''}`);
    if (CLOSED.has(tag)) return;
    const root = member(element, 'shadowRoot');
    const inner = typeof root === 'object' && root !== null ? childrenOf(root) : [];
    const shown = [...inner, ...childrenOf(element)].filter((child) => !isOurs(child));
    for (const group of folded(shown)) draw(group.element, depth + 1, group.times);
  };
  const root = member(document, 'documentElement');
  if (typeof root === 'object' && root !== null) {
    // What this member of a document gives is an element or null.
    draw(root as Element, 0, 1);
  }
  if (lines.length >= LINES) lines[LINES - 1] = HIDDEN;
  return lines.join('\n');
}

const childrenOf = (parent: object): Element[] => listed<Element>(member(parent, 'children'), CHILDREN);

type Group = { element: Element; times: number };

/** Sisters of one kind, made of the same tags, one behind the other, are drawn once. */
function folded(elements: Element[]): Group[] {
  const groups: (Group & { kind: string })[] = [];
  for (const element of elements) {
    const tag = textMember(element, 'localName');
    const id = (attributeOf(element, 'id') ?? '').replaceAll(/\d+/g, '');
    const inner = childrenOf(element).map((child) => textMember(child, 'localName'));
    const role = attributeOf(element, 'role') ?? '';
    const kind = [tag, id, role, ...hooksOf(element), ...new Set(inner)].join(' ');
    const last = groups.at(-1);
    if (last?.kind === kind) last.times += 1;
    else groups.push({ element, times: 1, kind });
  }
  return groups;
}

function lineOf(element: Element, tag: string): string {
  const named = NAMES.flatMap((name) => {
    const value = attributeOf(element, name);
    return value === undefined || value === '' ? [] : [`${name}=${plain(value)}`];
  });
  const present = PRESENT.filter((name) => attributeOf(element, name) !== undefined);
  const href = attributeOf(element, 'href');
  const length = CLOSED.has(tag) ? 0 : ownLength(element);
  return [
    plain(tag),
    ...[...named, ...hooksOf(element), ...present].map((each) => `[${each}]`),
    ...(href === undefined ? [] : [`→ ${formOf(href)}`]),
    ...(length > 0 ? [`“${length}”`] : []),
  ].join(' ');
}

function hooksOf(element: Element): string[] {
  const names: unknown = call(element, 'getAttributeNames');
  return (Array.isArray(names) ? names.slice(0, 60) : [])
    .filter((name) => typeof name === 'string' && HOOKS.test(name))
    .map((name) => `${name}=${plain(attributeOf(element, name) ?? '')}`);
}

/** A program's word: letters with dots, dashes and the like, and no number that could be somebody's. */
const plain = (value: string): string =>
  /^[A-Za-z][A-Za-z0-9_.:-]{0,60}$/.test(value) && !/\d{4}/.test(value) ? value : HIDDEN;

/** How many characters stand directly in an element. */
const ownLength = (element: Element): number =>
  listed<Node>(member(element, 'childNodes'), CHILDREN)
    .filter((node) => member(node, 'nodeType') === 3)
    .reduce((sum, node) => sum + textMember(node, 'nodeValue').trim().length, 0);

/** The form of an address: how many parts its path has, and which of them are numbers. */
function formOf(href: string): string {
  const url = URL.parse(href, 'https://page.invalid/');
  if (!url || !/^https?:$/.test(url.protocol)) return '{other}';
  const isElsewhere = url.host !== 'page.invalid';
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .slice(0, 12);
  const path = parts.map((part) => (/^\d+$/.test(part) ? '{n}' : '{word}')).join('/');
  const query = [...url.searchParams]
    .slice(0, 8)
    .map(([, value]) => (/^\d+$/.test(value) ? '{n}' : '{word}'));
  return `${isElsewhere ? '{host}' : ''}/${path}${query.length > 0 ? `?${query.join('&')}` : ''}${url.hash ? '#{word}' : ''}`;
}
