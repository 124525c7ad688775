import * as v from 'valibot';
import { type Lesson, LessonSchema } from '@/utils/model/lesson';
import { lessonId } from '@/utils/model/lesson-names';
import { LIMITS } from '@/utils/model/limits';

/** The form that lessons are exported in: plain data, readable and changeable by hand. */
const FORMAT = 'throughline-lessons';
const FileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  lessons: v.pipe(v.array(LessonSchema), v.maxLength(LIMITS.lessons)),
});
const LARGEST = 1_000_000;

/** Lessons as the text of a file. */
export const writeLessons = (lessons: readonly Lesson[]): string =>
  `${JSON.stringify({ format: FORMAT, version: 1, lessons }, null, 2)}\n`;

export type LessonsRead =
  | { lessons: Lesson[] }
  | { problem: 'too-large' | 'no-json' | 'other-file' | 'wrong'; place?: string };

/** The lessons of a file from anywhere; every one is checked as what is taught here is, and nothing else of it is kept. */
export function readLessons(text: string): LessonsRead {
  if (text.length > LARGEST) return { problem: 'too-large' };
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { problem: 'no-json' };
  }
  const format = v.safeParse(v.object({ format: v.literal(FORMAT) }), found);
  if (!format.success) return { problem: 'other-file' };
  const parsed = v.safeParse(FileSchema, found);
  if (!parsed.success) return { problem: 'wrong', place: v.getDotPath(parsed.issues[0]) ?? '' };
  // The id is what the lesson is about, whatever the file says.
  return { lessons: parsed.output.lessons.map((lesson) => ({ ...lesson, id: lessonId(lesson) })) };
}
