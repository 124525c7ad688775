import { t } from '@/utils/i18n';
import { daysBetween, type Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow } from '@/utils/model/row';
import { dayWord } from './day-words';
import { dueText, dueTone, reasonText } from './reason';
import { toolName } from './source-mark';

export type Tone = 'late' | 'soon' | 'wait';
/** A short statement of a row's second line. */
export type Fact = { text: string; tone?: Tone | undefined };

/** The second line of a row: the reason before the metadata, nothing said twice. */
export function rowFacts(row: ItemRow, today: Day): Fact[] {
  const facts = [
    heldUp(row, today),
    reasonOf(row),
    dueOf(row, today),
    snoozeOf(row, today),
    doubt(row),
    sourceOf(row),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function heldUp(row: ItemRow, today: Day): Fact | undefined {
  if (!row.waiting) return undefined;
  const days = Math.max(0, daysBetween(row.waiting.sinceDay, today));
  const on = displayText(row.waiting.on);
  const isDue = row.waiting.followUpDay !== undefined && row.waiting.followUpDay <= today;
  return isDue
    ? { text: t('row_chase', on, String(days)), tone: 'soon' }
    : { text: days === 0 ? t('row_waits_today', on) : t('row_waits', on, String(days)), tone: 'wait' };
}

function reasonOf(row: ItemRow): Fact | undefined {
  const { reason } = row;
  if (!reason) return row.isBlocked ? { text: t('reason_blocked_alone'), tone: 'late' } : undefined;
  if (reason.code === 'waitingOn' && row.waiting) return undefined;
  return { text: reasonText(reason), tone: toneOf(reason) };
}

function toneOf(reason: NonNullable<ItemRow['reason']>): Tone | undefined {
  if (reason.code === 'due') return dueTone(reason.days);
  if (reason.code === 'waitingOn') return 'wait';
  return reason.code === 'blocked' || reason.code === 'expedite' ? 'late' : undefined;
}

function dueOf(row: ItemRow, today: Day): Fact | undefined {
  if (!row.dueDay || row.reason?.code === 'due' || row.list === 'done') return undefined;
  const days = daysBetween(today, row.dueDay);
  const text = days < 7 ? dueText(days) : t('row_due', dayWord(row.dueDay, today));
  return { text, tone: dueTone(days) };
}

const snoozeOf = (row: ItemRow, today: Day): Fact | undefined =>
  row.startAfterDay && row.startAfterDay > today
    ? { text: t('row_until', dayWord(row.startAfterDay, today)) }
    : undefined;

const doubt = (row: ItemRow): Fact | undefined =>
  row.check ? { text: t('row_check'), tone: 'soon' } : undefined;

function sourceOf(row: ItemRow): Fact | undefined {
  if (!row.source) return row.requester ? { text: t('row_for', displayText(row.requester)) } : undefined;
  return {
    text: row.source.label ? displayText(row.source.label) : toolName(row.source.product, row.source.host),
  };
}
