import { attributeOf, rawTextOf, textOf } from './dom-reading';
import type { Page } from './page';
import { tidy } from './title-text';

/** One thing that a page describes in JSON-LD. Texts are tidy; lists are short. */
export type Thing = {
  type: string;
  title?: string;
  /** Where the thing says it lives; may be relative. */
  address?: string;
  author?: string;
  description?: string;
  keywords: string[];
};

const BLOCKS = 20;
const BLOCK_LENGTH = 256_000;
const DEPTH = 32;
const NODES = 2_000;
const THINGS = 50;

/** What the page's JSON-LD blocks describe; broken, huge or endlessly nested blocks give nothing. */
export function readThings(page: Page): Thing[] {
  const things: Thing[] = [];
  let nodesLeft = NODES;
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEPTH || nodesLeft-- <= 0 || things.length >= THINGS) return;
    if (Array.isArray(value)) {
      for (const each of value.slice(0, NODES)) visit(each, depth + 1);
    } else if (isRecord(value)) {
      const thing = thingOf(value);
      if (thing) things.push(thing);
      for (const name of ['@graph', 'mainEntity', 'itemListElement', 'hasPart'])
        visit(value[name], depth + 1);
    }
  };
  for (const block of page.all('script[type="application/ld+json" i]', undefined, BLOCKS)) {
    visit(parsed(rawTextOf(block, BLOCK_LENGTH)), 0);
  }
  return things;
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // A page may write anything here; a block that is no JSON says nothing.
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? tidy(value.slice(0, 4_000)) || undefined : undefined;

/** A name given as text, as an object with a name, or as a list of those. */
function nameOf(value: unknown, depth = 0): string | undefined {
  if (depth > 3) return undefined;
  if (Array.isArray(value)) return nameOf(value[0], depth + 1);
  return isRecord(value) ? words(value['name']) : words(value);
}

function addressOf(value: Record<string, unknown>): string | undefined {
  const whole = value['mainEntityOfPage'];
  return words(value['url']) ?? words(value['@id']) ?? words(isRecord(whole) ? whole['@id'] : whole);
}

function thingOf(value: Record<string, unknown>): Thing | undefined {
  const type = nameOf(value['@type']);
  if (type === undefined) return undefined;
  const keywords = value['keywords'];
  const listed = Array.isArray(keywords)
    ? keywords.slice(0, 50).map((each) => nameOf(each))
    : words(keywords)?.split(',');
  const thing: Thing = {
    type,
    keywords: (listed ?? []).map((each) => tidy(each ?? '')).filter((each) => each !== ''),
  };
  const title = words(value['headline']) ?? words(value['name']);
  if (title !== undefined) thing.title = title;
  const address = addressOf(value);
  if (address !== undefined) thing.address = address;
  const author = nameOf(value['author']) ?? nameOf(value['sender']);
  if (author !== undefined) thing.author = author;
  const description = words(value['description']);
  if (description !== undefined) thing.description = description;
  return thing;
}

/** The title that microdata marks on the page's first thing, undefined when there is none. */
export function microdataTitle(page: Page): string | undefined {
  const marked = page.one('[itemprop~="headline"], h1[itemprop~="name"], meta[itemprop="name"]');
  if (!marked) return undefined;
  const content = attributeOf(marked, 'content');
  return content === undefined ? textOf(marked) : tidy(content) || undefined;
}
