import type { Lesson } from '@/utils/model/lesson';
import { lessonId } from '@/utils/model/lesson-names';
import { lessonOf, lessonRecordId } from '../memory';
import { aboutRecord, type EventDraft, type Scene, type Verb } from './verb';

const recordOf = async (id: string, { db }: Scene) => db.records.get(['policy', lessonRecordId(id)]);

/** Saves lessons; one that teaches the same thing again replaces what was taught before. */
export const saveLessons: Verb<'lesson.save'> = async ({ lessons }, scene) => {
  // What a lesson is about is its id, whatever an import says.
  const single = new Map(lessons.map((lesson) => [lessonId(lesson), { ...lesson, id: lessonId(lesson) }]));
  const events = await Promise.all([...single.values()].map((lesson) => save(lesson, scene)));
  return events.flat();
};

async function save(lesson: Lesson, scene: Scene): Promise<EventDraft[]> {
  const record = await recordOf(lesson.id, scene);
  if (same(lessonOf(record), lesson)) return [];
  const id = lessonRecordId(lesson.id);
  return [
    aboutRecord('policy', id, 'policy', { ...lesson }),
    ...(record?.removed ? [aboutRecord('policy', id, 'restored', {})] : []),
  ];
}

/** Better places for a lesson some of whose places died: found by those that did not. */
export const healLesson: Verb<'lesson.heal'> = async ({ id, locators }, scene) => {
  const lesson = lessonOf(await recordOf(id, scene));
  if (!lesson || same(lesson.locators, locators)) return [];
  const healed = aboutRecord('policy', lessonRecordId(id), 'set', { field: 'locators', to: locators });
  return [{ ...healed, via: 'rule' }];
};

export const removeLesson: Verb<'lesson.remove'> = async ({ id }, scene) =>
  lessonOf(await recordOf(id, scene)) ? [aboutRecord('policy', lessonRecordId(id), 'deleted', {})] : [];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
