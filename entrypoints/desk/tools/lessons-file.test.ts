import { describe, expect, it } from 'vitest';
import type { Lesson } from '@/utils/model/lesson';
import { lessonId } from '@/utils/model/lesson-names';
import { readLessons, writeLessons } from './lessons-file';

const about = { product: 'redmine', host: 'pm.larkfield.example', kind: 'issue', field: 'dueDay' } as const;
const lesson: Lesson = {
  id: lessonId(about),
  ...about,
  locators: [
    { by: 'label', text: 'Due date' },
    { by: 'attribute', name: 'data-field', value: 'due', tag: 'td' },
  ],
  example: '1 December',
};
const fileWith = (changes: object) =>
  JSON.stringify({ format: 'throughline-lessons', version: 1, lessons: [{ ...lesson, ...changes }] });

describe('a file of lessons', () => {
  it('comes back as it was written', () => {
    expect(readLessons(writeLessons([lesson]))).toEqual({ lessons: [lesson] });
  });

  it.each([
    ['no JSON at all', '<html>', { problem: 'no-json' }],
    ['another program’s file', '{"bookmarks":[]}', { problem: 'other-file' }],
    ['a file that is too large', ' '.repeat(1_000_001), { problem: 'too-large' }],
    [
      'a locator that runs something',
      fileWith({ locators: [{ by: 'script', code: 'x' }] }),
      { problem: 'wrong' },
    ],
    [
      'an attribute that is not one to go by',
      fileWith({ locators: [{ by: 'attribute', name: 'onclick', value: 'x' }] }),
      { problem: 'wrong' },
    ],
    [
      'a tag that is a selector',
      fileWith({ locators: [{ by: 'attribute', name: 'id', value: 'x', tag: 'a,b' }] }),
      { problem: 'wrong' },
    ],
    ['a lesson without locators', fileWith({ locators: [] }), { problem: 'wrong' }],
  ])('refuses %s', (_what, text, problem) => {
    expect(readLessons(text)).toMatchObject(problem);
  });

  it('names the place that is wrong', () => {
    expect(readLessons(fileWith({ field: 'password' }))).toEqual({
      problem: 'wrong',
      place: 'lessons.0.field',
    });
  });

  it('gives a lesson the id of what it is about, and drops what it does not know', () => {
    expect(readLessons(fileWith({ id: 'other|id', run: 'this' }))).toEqual({ lessons: [lesson] });
  });
});
