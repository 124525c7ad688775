import type { Day } from '@/utils/model/day';
import type { Draft, Way } from '@/utils/model/draft';
import { cut, LIMITS } from '@/utils/model/limits';
import { isRoute } from './address-text';
import { digest, keyOf, shortened } from './addresses';
import { namesIn } from './names-in-text';
import { spokenDay } from './spoken-day';
import { comparable, lettersOf, tidy } from './title-text';

/** A selection of fewer words is a piece of the page, no ask. */
const WORDS = 3;
const TITLE_LENGTH = 120;
/** Marks of lists, quotes and boxes before a line. */
const BULLET = /^(?:[\s>*•◦▪☐☑·–—-]|\[[ x]?\]|\d{1,2}[.)](?=\s\p{Lu}))+\s*/u;
const QUOTES = /^["'“”„«»‘’‚]+|["'“”„«»‘’]+$/gu;
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|moin|servus|liebe[rs]?|sehr geehrte[rs]?|guten (?:morgen|tag|abend))(?:\s+(?:all|team|everyone|zusammen|alle))?(?:\s+(?:frau|herr|mr\.?|mrs\.?|ms\.?|dr\.?))?(?:\s+@?(\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*)?))?\s*[,!:]+\s*/iu;
/** "Ana, could you …": who is spoken to, where what follows asks. */
const ADDRESSED =
  /^@?(\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)\s*[,:]\s+(?=(?:could|can|would|will|please|may|do|are|have|kannst|könntest|könnten|können|würdest|würden|magst|bitte|hast|haben|machst|schickst)\b)/iu;
const ASKS =
  /\?["”»]?$|\b(?:please|could you|can you|would you|will you|need(?:s|ed)? to|must|should|have to|let['’]s|todo|to do|action|remember to|make sure|bitte|kannst du|könntest du|können sie|könnten sie|würdest du|müss(?:en|t)|muss|sollt?en|sollte|brauchen?|denk(?:e|t)? (?:bitte )?(?:daran|an))\b/iu;
/** A dot behind these ends no sentence. */
const SHORT =
  /(?:^|[\s(])(?:\p{L}|\d{1,2}|dr|mr|mrs|ms|nr|no|ca|bzw|usw|etc|vgl|inkl|e\.g|i\.e|z\.\s?b|d\.\s?h)\.$/iu;

/**
 * The draft of what the person selected, where that is an ask of at least three words: titled in its own words, with
 * the day and the people that it names. The page stays as its source. Undefined for a shorter selection.
 */
export function askOf(draft: Draft, selection: string, today: Day | undefined): Draft | undefined {
  const plain = selection.slice(0, LIMITS.excerpt * 2);
  if (!isLongEnough(plain)) return undefined;
  const { greeted, quote } = sentenceOf(plain);
  const addressed = ADDRESSED.exec(quote)?.[1];
  const title = upperFirst(wordCut(addressed === undefined ? quote : quote.replace(ADDRESSED, '')));
  const dueDay = spokenDay(quote, today) ?? spokenDay(tidy(plain), today);
  const assignees = [
    ...new Set([addressed ?? greeted, ...namedIn(plain)].filter((name) => name !== undefined)),
  ];
  const read = {
    ...(dueDay && { dueDay }),
    ...(assignees.length > 0 && { assignees: assignees.slice(0, LIMITS.people) }),
  };
  const names = namesIn(plain, draft.source);
  const { requester, project, ways } = draft;
  return {
    title,
    url: draft.url,
    source: sourceOfAsk(draft, quote),
    page: 'item',
    ...(requester !== undefined && { requester }),
    ...(project !== undefined && { project }),
    ...read,
    excerpt: cut(tidy(plain), LIMITS.excerpt),
    sourceTitle: draft.title,
    quote: cut(quote, LIMITS.excerpt),
    ways: [...textWay(draft.url, quote), ...(ways ?? [])].slice(0, LIMITS.ways),
    ...(names.length > 0 && { mentions: { keys: [], names } }),
    witnesses: witnessesOf(draft, { title, ...read }),
  };
}

const isLongEnough = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= WORDS ||
  (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu) ?? []).length >= WORDS * 2;

/** The way back to a text on a page: none where the address's fragment is taken by the page's own routing. */
export function textWay(url: string, text: string): Way[] {
  const address = URL.parse(url);
  const words = tidy(text).split(' ');
  if (!address || isRoute(address.hash) || words[0] === '') return [];
  const [start, end] = words.length > 10 ? [words.slice(0, 5), words.slice(-5)] : [words, []];
  const parts = [start, end].filter((part) => part.length > 0).map((part) => fragmentText(part.join(' ')));
  address.hash = '';
  const way = `${address.href}#:~:text=${parts.join(',')}`;
  return way.length > LIMITS.url ? [] : [{ by: 'text', url: way }];
}

/** In a text directive "-", "," and "&" mean something of their own. */
const fragmentText = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/** The first sentence that asks, else the first that says more than a greeting. */
function sentenceOf(plain: string): { greeted: string | undefined; quote: string } {
  const text = plain.replace(/^\s+/, '').replace(BULLET, '');
  const greeting = GREETING.exec(text);
  const rest = greeting ? text.slice(greeting[0].length) : text;
  const sentences = sentencesOf(rest.trim() === '' ? text : rest);
  const quote = sentences.find((sentence) => ASKS.test(sentence)) ?? sentences[0] ?? tidy(text);
  return { greeted: greeting?.[1], quote };
}

function sentencesOf(text: string): string[] {
  const lines = text.split(/\n\s*\n|\n(?=\s*(?:[>*•◦▪☐·–—-]|\d{1,2}[.)])\s)|(?<=[.!?:])\s*\n/u);
  const sentences = lines.flatMap((line) => {
    const found: string[] = [];
    let from = 0;
    for (const { index } of line.matchAll(/(?<=[.!?…])["”»)]?\s+(?=["“„«(]?[\p{Lu}\p{N}])/gu)) {
      if (SHORT.test(line.slice(from, index))) continue;
      found.push(line.slice(from, index));
      from = index;
    }
    return [...found, line.slice(from)];
  });
  const plain = sentences.map((sentence) => tidy(tidy(sentence).replace(BULLET, '').replace(QUOTES, '')));
  return plain.filter((sentence) => /\p{L}/u.test(sentence));
}

/** "@ana" and "@Ana.Lind", not the end of a mail address. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}._-])@(\p{L}[\p{L}\p{N}_.-]{0,38}[\p{L}\p{N}])/gu)].map(
    ([, name = '']) => name,
  );

/** Cut at a word, with "…", where it is too long for a title. */
function wordCut(text: string): string {
  if (text.length <= TITLE_LENGTH) return text;
  const start = cut(text, TITLE_LENGTH).slice(0, -1);
  const end = start.lastIndexOf(' ');
  return `${(end > TITLE_LENGTH / 2 ? start.slice(0, end) : start).replace(/[\s,;:]+$/, '')}…`;
}

const upperFirst = (text: string): string => {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
};

/** Of one page each ask is an item of its own, and the same words are the same ask. */
function sourceOfAsk({ source }: Draft, quote: string): Draft['source'] {
  const { label: _label, ...page } = source;
  const nativeId = `${shortened(source.nativeId, LIMITS.nativeId - 30)}~ask:${digest(lettersOf(quote) || comparable(quote))}`;
  const key = keyOf(source.product, source.host, source.scope, nativeId);
  return { ...page, kind: 'ask', nativeId, key };
}

type Said = { title: string; dueDay?: Day; assignees?: string[] };

function witnessesOf({ witnesses }: Draft, { assignees, ...said }: Said): Draft['witnesses'] {
  const own = Object.entries({ ...said, ...(assignees && { assignees: assignees.join(', ') }) });
  return [
    ...witnesses.filter(({ field }) => ['identity', 'requester', 'project'].includes(field)),
    ...own.map(([field, value]) => ({ field, from: 'selection', value: cut(value, LIMITS.title) })),
  ].slice(0, LIMITS.witnesses);
}
