import { expect, test } from 'vitest';
import { LESSON_FIELDS, type Locator } from '@/utils/model/lesson';
import { lessonFieldName, locatorWords } from './locator-words';

test.each<[Locator, string]>([
  [{ by: 'label', text: 'Due date:' }, 'behind the label “Due date”'],
  [{ by: 'attribute', name: 'data-field', value: 'due_date' }, 'the field called “due_date”'],
  [{ by: 'attribute', name: 'data-testid', value: 'issue.due' }, 'the place marked data-testid “issue.due”'],
  [{ by: 'heading', text: 'Details', place: 1 }, 'the 2nd text below the heading “Details”'],
  [{ by: 'role', role: 'combobox', name: 'Status', place: 0 }, 'the 1st combobox named “Status”'],
  [{ by: 'role', role: 'combobox', place: 2 }, 'the 3rd combobox'],
  [{ by: 'role', role: 'cell', place: 10 }, 'the 11th cell'],
])('%j is said in words', (locator, words) => {
  expect(locatorWords(locator)).toBe(words);
});

test('a text of the page that turns the reading direction cannot disturb the sentence', () => {
  expect(locatorWords({ by: 'label', text: 'Due\u202Eetad' })).not.toContain('\u202E');
});

test('every field that can be pointed at has a name', () => {
  for (const field of LESSON_FIELDS) expect(lessonFieldName(field)).not.toBe('');
});
