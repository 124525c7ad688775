import type { Source } from '@/utils/model/draft';
import type { Lesson, LessonField, LessonResult } from '@/utils/model/lesson';
import { kept, witnessesOf, type FieldReading } from './fields';
import type { Page } from './page';
import type { Fields, TitleWitness } from './recogniser';

/** What the lessons for a page gave. */
export type Taught = {
  /** The title, where enough locators say it. */
  titles: TitleWitness[];
  /** Fields, and how many locators say each. */
  fields: Fields;
  voices: Partial<Record<LessonField, number>>;
  results: LessonResult[];
};

/** Applies lessons to a page: `applyLessons`, which only a page for which something was taught has to carry. */
export type ApplyLessons = (page: Page, lessons: readonly Lesson[], about: Source) => Taught;

export const NOTHING_TAUGHT: Taught = { titles: [], fields: {}, voices: {}, results: [] };

/**
 * The fields with what was taught: it wins over what was read where two locators say it, and fills what was not
 * read at all.
 */
export function withTaught(read: FieldReading, { fields, voices }: Taught): FieldReading {
  const taught = kept(fields);
  const winning = Object.entries(taught).filter(
    // The names are those of fields that lessons can be about.
    ([name]) => !(name in read.fields) || (voices[name as LessonField] ?? 0) > 1,
  );
  if (winning.length === 0) return read;
  const won = Object.fromEntries(winning);
  return {
    fields: { ...read.fields, ...won },
    witnesses: [...witnessesOf(won, 'taught'), ...read.witnesses],
  };
}
