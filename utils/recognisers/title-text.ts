/** C0 and C1 controls, which no title means. */
const CONTROLS = /\p{Cc}+/gu;
/** Zero-width, bidirectional and tag characters: kept in what is shown (emoji and Arabic need them), ignored in comparing. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Unread counters and marks that tools put before a title: "(4) ", "● ". */
const MARKS = /^(?:[\s●•◦⚙⚓*!]|\(\d{1,3}\+?\)|\[\d{1,3}\+?\])+\s+(?=\S)/u;
/** What scripts write when they have no title. */
const NOT_A_TITLE =
  /^(?:undefined|null|nan|none|\[object \w+\]|loading[\s.…]*|please wait[\s.…]*|[^\p{L}\p{N}\p{Extended_Pictographic}]*)$/iu;
/** Link texts that name no work. */
const EMPTY_WORDS =
  /^(?:(?:click|see|look) )?(?:here|link|view|open|details?|more|read more|show|preview(?: record\b.*)?|this|ticket|issue|mail|page|document|view (?:it )?(?:on|in) \S+|(?:this|the) \S+|hier|mehr|ansehen|öffnen)$/i;

/** The text in one line: white space collapsed, controls gone, trimmed. What a person would have read. */
export const tidy = (text: string): string => text.replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim();

/** The form in which two titles are compared: NFC, lower case, without invisible characters. Never shown. */
export const comparable = (text: string): string =>
  tidy(text.normalize('NFC').replace(INVISIBLE, '')).toLowerCase();

/** Letters and digits alone: how a title spelled in an address is compared. */
export const lettersOf = (text: string): string =>
  comparable(text.normalize('NFKD')).replace(/[^\p{L}\p{N}]+/gu, '');

/** A page title without counters and bullets before it; never emptied. */
export const withoutMarks = (title: string): string => tidy(title).replace(MARKS, '') || tidy(title);

/** True for a text that can be a title: something to read, and not what a script writes when it has none. */
export const canBeTitle = (text: string): boolean => !NOT_A_TITLE.test(comparable(text));

/** True for a link's text that names the work it leads to: not "#12", not an address, not "click here". */
export function isRealTitle(text: string): boolean {
  const words = comparable(text);
  if (!canBeTitle(words) || EMPTY_WORDS.test(words)) return false;
  if (/^(?:[a-z]+:\/\/|www\.)\S+$/.test(words) || /^\S+\.\S+\/\S*$/.test(words)) return false;
  return !/^(?:\p{L}{1,20} #|\S{0,100}[#!&-]?)\d+\W*$/u.test(words) && /\p{L}{2}/u.test(words);
}

const BEGINNING = 140;

/** A message has no title: its beginning is one, at most 140 characters and cut behind a word. */
export function beginningOf(text: string): string {
  const whole = text.trim();
  if (whole.length <= BEGINNING) return whole;
  const short = whole.slice(0, BEGINNING);
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), BEGINNING / 2)).trimEnd()}…`;
}

const ENDED = /\s*(?:…|\.{3})$/;

/** Do both say the same? A title that ends in "…" is the same as a longer one that begins with it. */
export function saySame(one: string, other: string): boolean {
  const a = comparable(one);
  const b = comparable(other);
  if (a === b) return true;
  return isBeginningOf(a, b) || isBeginningOf(b, a);
}

function isBeginningOf(short: string, long: string): boolean {
  if (!ENDED.test(short)) return false;
  const start = short.replace(ENDED, '');
  return start.length >= 20 && long.startsWith(start);
}

const SEPARATOR_AFTER = /^(?:\s+[-–—|·•»«‹›:/\\([~]|\s*[|·•»«‹›—–]|: | \()/u;
const SEPARATOR_BEFORE = /(?:[-–—|·•»«‹›:/\\~\])]\s+|[|·•»«‹›])$/u;

/** Where `part` stands in `whole` between separators: at its start, later, or not at all. "Home" does not stand in "Home care". */
export function standsIn(whole: string, part: string): 'start' | 'later' | undefined {
  const text = comparable(whole);
  const wanted = comparable(part);
  if (wanted.length === 0) return undefined;
  const at = text.indexOf(wanted);
  if (at < 0) return undefined;
  const after = text.slice(at + wanted.length);
  if (after !== '' && !SEPARATOR_AFTER.test(after)) return undefined;
  if (at === 0) return 'start';
  return SEPARATOR_BEFORE.test(text.slice(0, at)) ? 'later' : undefined;
}

/** A title's parts between " - ", " | ", " · ", " :: " and their like. */
export const partsOf = (title: string): string[] =>
  tidy(title)
    .split(/\s+(?:[-–—|·•»«‹›~]|::)\s+/u)
    .filter((part) => part !== '');

/** A title without its last `count` parts behind " - " (or a longer dash); the first part always stays. */
export function withoutEnd(title: string, count: number): string {
  const ends = [...title.matchAll(/ [-–—] /gu)].map((found) => found.index);
  const end = ends.at(-Math.min(count, ends.length));
  return end === undefined ? title : title.slice(0, end);
}

/** What stands behind the last " - " of a title: mostly a site's name. */
export const lastPartOf = (title: string): string | undefined => /^.+ [-–—] (.+)$/u.exec(title)?.[1];
