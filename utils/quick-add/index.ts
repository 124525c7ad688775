/**
 * Quick add: one line of text becomes an item. Days (English and German), `!1`…`!4`, `#tag`, `@who wants it`,
 * `>who it waits on`, `+owner`, `~2h` and `^` (plan for today) are read; everything else is the title.
 * The room is heavy by its date library: load it by `import()` when a person begins to type.
 */
import type { Day } from '@/utils/model/day';
import type { Importance } from '@/utils/model/item';
import { cut, LIMITS } from '@/utils/model/limits';
import { hide, type Chip, type Stretch } from './chip';
import { readDue } from './dates';
import { readMarks, readNames } from './marks';
import { readWait } from './waits';

export type { Chip, ChipKind } from './chip';

/** What was understood of a line: chips in the order of the line, and the title without them. */
export type QuickAdd = { title: string; chips: Chip[] };

/** What the command `item.add` takes. */
export type QuickItem = {
  title: string;
  note?: string;
  importance?: Importance;
  dueDay?: Day;
  planDay?: Day;
  owner?: string;
  requester?: string;
  waitOn?: string;
  tags?: string[];
  sizeMinutes?: number;
};

/** Beyond this nothing is read: what is pasted there is text, and date patterns are slow on long lines. */
const READ_CHARACTERS = LIMITS.title;
/** Addresses, e-mail addresses and quoted words are the person's own and never read. */
const OPAQUE =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S+|\bwww\.\S+|[^\s@"]+@[^\s@"]+\.[^\s@"]+|"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`/giu;

/**
 * Reads a line as typed on the day `today` by a person whose language is the BCP 47 tag `language`
 * ("en-GB" writes the day before the month). Never throws; offsets are in UTF-16 code units.
 */
export function parseQuickAdd(line: string, options: { today: Day; language: string }): QuickAdd {
  const read = line.slice(0, READ_CHARACTERS);
  const names = readNames(read);
  const opaque = [...read.matchAll(OPAQUE)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const isQuoted = (chip: Stretch) => opaque.some(({ from, to }) => from <= chip.from && chip.from < to);
  const chips: Chip[] = names.filter((chip) => !isQuoted(chip));
  const add = (found: Chip[]) => chips.push(...found);
  const rest = () => hide(read, [...opaque, ...chips]);
  add(readMarks(rest(), options.today));
  add(readDue(rest(), options.today, options.language));
  if (!chips.some((chip) => chip.kind === 'waitOn')) add(readWait(rest()));
  chips.sort((a, b) => a.from - b.from);
  return { title: titleOf(line, chips), chips };
}

/**
 * The item to add. Chips whose index is in `takenBack` stay words of the title. A title too long to store is cut,
 * and the whole line is kept as the note. The title is blank only when the line is.
 */
export function newItemFrom(line: string, parsed: QuickAdd, takenBack: ReadonlySet<number>): QuickItem {
  const chips = parsed.chips.filter((_, index) => !takenBack.has(index));
  const whole = titleOf(line, chips);
  const item: QuickItem = { title: cut(whole, LIMITS.title) };
  if (whole.length > LIMITS.title) item.note = line.slice(0, LIMITS.note);
  for (const chip of chips) put(item, chip);
  return item;
}

function put(item: QuickItem, chip: Chip): void {
  switch (chip.kind) {
    case 'due':
      item.dueDay = chip.value;
      return;
    case 'plan':
      item.planDay = chip.value;
      return;
    case 'importance':
      item.importance = chip.value;
      return;
    case 'person':
      item.requester = chip.value;
      return;
    case 'waitOn':
      item.waitOn = chip.value;
      return;
    case 'owner':
      item.owner = chip.value;
      return;
    case 'size':
      item.sizeMinutes = chip.value;
      return;
    case 'tag':
      if (!item.tags?.includes(chip.value)) item.tags = [...(item.tags ?? []), chip.value];
  }
}

/** The line without the chips, with single spaces; the whole line where nothing else would be left. */
function titleOf(line: string, chips: readonly Chip[]): string {
  let left = '';
  let at = 0;
  for (const { from, to } of chips) {
    left += `${line.slice(at, from)} `;
    at = to;
  }
  left += line.slice(at);
  const title = tidy(left, chips.length > 0);
  return /[\p{L}\p{N}\p{S}]/u.test(title) ? title : tidy(line, false);
}

/** A chip leaves its comma behind: "Pay Ana, fri" is "Pay Ana". */
function tidy(text: string, hadChips: boolean): string {
  const spaced = text.replace(/\s+/gu, ' ').trim();
  if (!hadChips) return spaced;
  return spaced.replace(/ ([,;.:])(?= |$)/gu, '$1').replace(/^[\s,;:–—-]+(?=\S)|[\s,;:–—-]+$/gu, '');
}
