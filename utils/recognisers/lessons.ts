/**
 * What a person taught by pointing, applied to a page: each lesson's locators look for the field, and what most of
 * them say is heard as one more witness.
 */
import type { Day } from '@/utils/model/day';
import type { Source } from '@/utils/model/draft';
import type { Lesson, LessonResult, Locator } from '@/utils/model/lesson';
import { LIMITS } from '@/utils/model/limits';
import { attempt } from './attempt';
import { buildLocators } from './build-locators';
import { dayAs, isoDayIn } from './dates';
import { statedDay } from './field-value';
import { createLocate, type Found } from './locate';
import { createPage, type Page } from './page';
import type { Taught } from './taught';
import { comparable } from './title-text';

/** Applies the lessons that are for this page; the others say nothing. */
export function applyLessons(page: Page, lessons: readonly Lesson[], about: Source): Taught {
  const taught: Taught = { titles: [], fields: {}, voices: {}, results: [] };
  const locate = createLocate(page);
  for (const lesson of lessons.filter((each) => isAbout(each, about)).slice(0, LIMITS.lessons)) {
    const heard = attempt(() => hearLesson(page, lesson, locate));
    if (heard === undefined) continue;
    taught.results.push(heard.result);
    if (heard.found) learn(taught, page, lesson, heard.found, heard.voices);
  }
  return taught;
}

/** Locators for the field that a person pointed at, and what it says; none for what must not be read. */
export function locatorsFor(
  element: Element,
  document: Document,
  address: string,
): { locators: Locator[]; value: string } {
  const url = URL.parse(address) ?? new URL('about:blank');
  const isDeep = element.getRootNode() !== document;
  return (
    attempt(() => buildLocators(createPage(url, document, { isDeep }), element)) ?? {
      locators: [],
      value: '',
    }
  );
}

const isAbout = ({ product, host, kind }: Lesson, about: Source): boolean =>
  product === about.product && host === about.host && kind === about.kind;

type Hearing = { found: Found | undefined; voices: number; result: LessonResult };

/** What most locators say; where as many say another thing, what the first says. */
function hearLesson(page: Page, lesson: Lesson, locate: (locator: Locator) => Found | undefined): Hearing {
  const all = lesson.locators.map((locator) => attempt(() => locate(locator)));
  const says = (one: Found | undefined, other: Found) =>
    one !== undefined && comparable(one.value) === comparable(other.value);
  let found: Found | undefined;
  let voices = 0;
  for (const each of all) {
    const count = each ? all.filter((one) => says(one, each)).length : 0;
    if (count > voices) {
      voices = count;
      found = each;
    }
  }
  const alive = all.map((each) => found !== undefined && says(each, found));
  const healed = found && voices > 1 ? heal(page, lesson.locators, alive, found) : undefined;
  return { found, voices, result: { id: lesson.id, alive, ...(healed && { healed }) } };
}

/** The living locators, and new ones in place of the dead; undefined where none died or none is new. */
function heal(
  page: Page,
  locators: readonly Locator[],
  alive: readonly boolean[],
  found: Found,
): Locator[] | undefined {
  if (alive.every(Boolean)) return undefined;
  const living = locators.filter((_, place) => alive[place]);
  const known = new Set(locators.map((locator) => JSON.stringify(locator)));
  const fresh = buildLocators(page, found.element).locators.filter(
    (each) => !known.has(JSON.stringify(each)),
  );
  return fresh.length === 0 ? undefined : [...living, ...fresh].slice(0, LIMITS.locators);
}

function learn(
  taught: Taught,
  page: Page,
  { field, locators }: Lesson,
  { element, value }: Found,
  voices: number,
): void {
  if (field === 'title') {
    // One voice of several is no witness: the others may have died with the field's meaning.
    if (voices > 1 || locators.length === 1) taught.titles.push({ from: 'taught', title: value });
    return;
  }
  taught.voices[field] = voices;
  if (field === 'dueDay') {
    const day = dayOfField(page, element, value);
    if (day) taught.fields.dueDay = day;
  } else if (field === 'assignees' || field === 'labels') taught.fields[field] = value.split(/[,;]/);
  else taught.fields[field] = value;
}

const dayOfField = (page: Page, element: Element, value: string): Day | undefined =>
  isoDayIn(statedDay(page, element)) ?? isoDayIn(value) ?? dayAs(value, undefined);
