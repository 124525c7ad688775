import { formatNumber, t, tCount } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { Term } from '@/utils/model/term';

/** One term of the score as a short sentence: "due in 2 d", "Maria waits 4 d". Names in it are safe to show. */
export function reasonText(term: Term): string {
  switch (term.code) {
    case 'due':
      return dueText(term.days);
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

/** "due today", "due in 2 d", "overdue 3 d". */
export function dueText(days: number): string {
  if (days === 0) return t('reason_due_today');
  if (days === 1) return t('reason_due_tomorrow');
  return days < 0 ? t('reason_overdue', formatNumber(-days)) : t('reason_due', formatNumber(days));
}

/** Points with their sign, as they are added up: "+14", "−30". */
export const pointsText = (points: number): string =>
  points < 0 ? `−${formatNumber(-points)}` : `+${formatNumber(points)}`;

/** How urgent a due day is: late, soon (within two days) or neither. */
export const dueTone = (days: number): 'late' | 'soon' | undefined =>
  days < 0 ? 'late' : days <= 2 ? 'soon' : undefined;
