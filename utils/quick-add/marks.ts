import type { Day } from '@/utils/model/day';
import type { Importance } from '@/utils/model/item';
import { LIMITS } from '@/utils/model/limits';
import type { Chip } from './chip';

/** `!1` is the highest as in most tools; one to three bare marks grow with the number of marks. */
const IMPORTANCE: Record<string, Importance> = {
  '!1': 3,
  '!2': 2,
  '!3': 1,
  '!4': 0,
  '!': 1,
  '!!': 2,
  '!!!': 3,
};
const UNIT_MINUTES: Record<string, number> = { m: 1, min: 1, h: 60, std: 60 };
const MOST_MINUTES = 100_000;

const MARK = /(?<=^|\s)!{1,3}(?=\s|$)|(?<=^|\s)![1-4](?=\s|$)/g;
const SIZE = /(?<=^|\s)~(\d{1,5}(?:[.,]\d{1,2})?)(min|m|h|std)(?=\s|$)/gi;
const PLAN = /(?<=^|\s)\^(?=\s|$)/g;
/** A letter comes first: "#12" is the number of an issue, not a tag. */
const TAG = /(?<=^|\s)#(\p{L}[\p{L}\p{M}\p{N}_/-]*)(?=[\s,;.!?]|$)/gu;
/** `@ana`, `>ana`, `+ana` or with a name in quotes; "@scope/package" and "a@b.example" are none. */
const NAME = /(?<=^|\s)([@>+])(?:"([^"]{1,200})"|(\p{L}[\p{L}\p{M}\p{N}.'’_-]*))(?=[\s,;!?]|$)/gu;
const NAME_KINDS = { '@': 'person', '>': 'waitOn', '+': 'owner' } as const;

/** Marks that stand for themselves: importance, size, plan, tags and names. `line` has its quoted parts hidden. */
export function readMarks(line: string, today: Day): Chip[] {
  return [
    ...first(line, MARK, (text) => ({ kind: 'importance', value: IMPORTANCE[text] ?? 0 })),
    ...first(line, SIZE, (_, amount, unit) => readSize(amount, unit)),
    ...first(line, PLAN, () => ({ kind: 'plan', value: today })),
    ...readTags(line),
  ];
}

/** The first `@`, the first `>` and the first `+` name; a second one stays a word. `line` is as typed. */
export function readNames(line: string): Chip[] {
  const chips: Chip[] = [];
  for (const match of line.matchAll(NAME)) {
    const typed = match[2] ?? match[3] ?? '';
    const value = typed.replace(/[.'’_-]+$/u, '').trim();
    // The pattern lets only these three signs through.
    const kind = NAME_KINDS[match[1] as keyof typeof NAME_KINDS];
    if (value === '' || value.length > LIMITS.person || chips.some((chip) => chip.kind === kind)) continue;
    const text = match[2] === undefined ? match[0].slice(0, value.length + 1) : match[0];
    chips.push({ kind, value, text, from: match.index, to: match.index + text.length });
  }
  return chips;
}

function readTags(line: string): Chip[] {
  const chips: Chip[] = [];
  for (const match of line.matchAll(TAG)) {
    const value = match[1] ?? '';
    if (value.length > LIMITS.label || chips.length === LIMITS.labels) continue;
    chips.push({ kind: 'tag', value, text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return chips;
}

function readSize(amount = '', unit = ''): { kind: 'size'; value: number } | undefined {
  const value = Math.round(Number(amount.replace(',', '.')) * (UNIT_MINUTES[unit.toLowerCase()] ?? 0));
  return value >= 1 && value <= MOST_MINUTES ? { kind: 'size', value } : undefined;
}

type Meant = { [K in Chip['kind']]: Omit<Extract<Chip, { kind: K }>, 'text' | 'from' | 'to'> }[Chip['kind']];

function first(
  line: string,
  pattern: RegExp,
  mean: (text: string, ...groups: (string | undefined)[]) => Meant | undefined,
): Chip[] {
  for (const match of line.matchAll(pattern)) {
    const meaning = mean(match[0], ...match.slice(1));
    if (!meaning) continue;
    const place = { text: match[0], from: match.index, to: match.index + match[0].length };
    // A meaning with its place is a chip: `Meant` is exactly the chip without the place.
    return [{ ...meaning, ...place } as Chip];
  }
  return [];
}
