import type { Day } from '@/utils/model/day';
import type { Importance } from '@/utils/model/item';

/** What one stretch of a line can mean. Names and tags are as typed; size is in minutes. */
type Meaning =
  | { kind: 'due'; value: Day }
  | { kind: 'plan'; value: Day }
  | { kind: 'importance'; value: Importance }
  | { kind: 'tag' | 'person' | 'waitOn' | 'owner'; value: string }
  | { kind: 'size'; value: number };

/** Something understood in a line: its words as typed, and where they stand (`to` is behind the last character). */
export type Chip = Meaning & { text: string; from: number; to: number };
export type ChipKind = Chip['kind'];

/** A stretch of a line. */
export type Stretch = { from: number; to: number };

/** The line with every stretch made unreadable but the same length, so that offsets stay true. */
export function hide(line: string, stretches: readonly Stretch[]): string {
  let hidden = line;
  for (const { from, to } of stretches) {
    // "_" is a word character: nothing beside it looks like the beginning of a word of its own.
    hidden = hidden.slice(0, from) + '_'.repeat(to - from) + hidden.slice(to);
  }
  return hidden;
}
