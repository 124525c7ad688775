import { formatNumber, t, tCount } from '@/utils/i18n';
import { addDays, daysBetween, type Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { Term } from '@/utils/model/term';
import { dayWord } from './day-words';

/** One term of the score as a short sentence: "due Thu", "Maria waits 4 d". Names in it are safe to show. */
export function reasonText(term: Term, today: Day): string {
  switch (term.code) {
    case 'due':
      return dueText(addDays(today, term.days), today);
    case 'value':
      return t(`importance_${term.importance}`);
    case 'waiter':
      return t('reason_waiter', displayText(term.who), formatNumber(term.days));
    case 'blocks':
      return tCount('reason_blocks', term.count);
    case 'age':
      return term.sleDays === undefined
        ? t('reason_age', formatNumber(term.days))
        : t('reason_age_of', formatNumber(term.days), formatNumber(term.sleDays));
    case 'container':
      return t('reason_container', displayText(term.title));
    case 'small':
      return t('reason_small', formatNumber(term.minutes));
    case 'expedite':
      return t('reason_expedite');
    case 'blocked':
      return term.by ? t('reason_blocked', displayText(term.by)) : t('reason_blocked_alone');
    case 'waitingOn':
      return t(term.followUp ? 'reason_follow_up' : 'reason_waiting_on', displayText(term.on));
  }
}

/** When something is due, the same on every surface: "overdue 3 d", "due today", "due Thu", from a week on "due 12 Mar". */
export function dueText(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days < 0) return t('reason_overdue', formatNumber(-days));
  if (days === 0) return t('reason_due_today');
  return days === 1 ? t('reason_due_tomorrow') : t('row_due', dayWord(day, today));
}

/** Points with their sign, as they are added up: "+14", "−30". */
export const pointsText = (points: number): string =>
  points < 0 ? `−${formatNumber(-points)}` : `+${formatNumber(points)}`;

/** How urgent a due day is: late, soon (within two days) or neither. */
export const dueTone = (days: number): 'late' | 'soon' | undefined =>
  days < 0 ? 'late' : days <= 2 ? 'soon' : undefined;
