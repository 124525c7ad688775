import { formatNumber, language, t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { LessonField, Locator } from '@/utils/model/lesson';

/** Attributes whose value is a name that people gave to a field. */
const NAMING: readonly string[] = [
  ...['name', 'itemprop', 'aria-label', 'data-field', 'data-name', 'data-column', 'headers'],
];

/** One way to find a field again, as part of a sentence: "behind the label “Due date”". */
export function locatorWords(locator: Locator): string {
  switch (locator.by) {
    case 'label':
      return t('locator_label', withoutColon(locator.text));
    case 'attribute':
      return NAMING.includes(locator.name)
        ? t('locator_field', displayText(locator.value))
        : t('locator_marked', locator.name, displayText(locator.value));
    case 'role':
      return locator.name === undefined
        ? t('locator_role', ordinal(locator.place), locator.role)
        : t('locator_role_named', ordinal(locator.place), locator.role, displayText(locator.name));
    case 'heading':
      return t('locator_heading', ordinal(locator.place), withoutColon(locator.text));
  }
}

/** The name of a field that can be pointed at. */
export function lessonFieldName(field: LessonField): string {
  return field === 'dueDay' ? t('lesson_field_due_day') : t(`lesson_field_${field}`);
}

/** A label is written "Due date:" in the page; in a sentence the colon disturbs. */
const withoutColon = (text: string): string => displayText(text).replace(/\s*[:：]$/, '');

/** "1st" for place 0. */
function ordinal(place: number): string {
  const number = place + 1;
  const form = new Intl.PluralRules(language(), { type: 'ordinal' }).select(number);
  const words = formatNumber(number);
  // Languages that write fewer forms have the rarest one only.
  if (form === 'one') return t('ordinal_one', words);
  if (form === 'two') return t('ordinal_two', words);
  return form === 'few' ? t('ordinal_few', words) : t('ordinal_other', words);
}
