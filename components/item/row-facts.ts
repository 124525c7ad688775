import { t } from '@/utils/i18n';
import { daysBetween, type Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import { isOpen } from '@/utils/model/item';
import type { Drift, ItemRow } from '@/utils/model/row';
import { dayWord, finishedWord } from './day-words';
import { dueText, dueTone, reasonText } from './reason';
import { toolName } from './source-mark';

export type Tone = 'late' | 'soon' | 'wait';
/** A short statement of a row's second line. */
export type Fact = { text: string; tone?: Tone | undefined };

/** The second line of a row: the reason before the metadata, nothing said twice. What is finished presses no more. */
export function rowFacts(row: ItemRow, today: Day): Fact[] {
  const facts = isOpen(row.state) ? openFacts(row, today) : [finishedOf(row, today), sourceOf(row)];
  // What contradicts the row comes before all that it says of itself.
  if (row.drift) facts.unshift({ text: driftText(row.drift), tone: 'soon' });
  return facts.filter((fact) => fact !== undefined);
}

/** That a source says otherwise: "Closed in Jira, still open here"; the tool's own word where it is over there. */
export function driftText({ product, host, status, over }: Omit<Drift, 'sinceDay'>): string {
  const tool = toolName(product, host);
  const word = displayText(status);
  return over
    ? t('drift_over', word.charAt(0).toUpperCase() + word.slice(1), tool)
    : t('drift_ongoing', tool);
}

function openFacts(row: ItemRow, today: Day): (Fact | undefined)[] {
  return [
    heldUp(row, today),
    reasonOf(row, today),
    dueOf(row, today),
    snoozeOf(row, today),
    doubt(row),
    sourceOf(row),
  ];
}

function finishedOf({ state, finished }: ItemRow, today: Day): Fact | undefined {
  if (!finished) return undefined;
  const when = finishedWord(finished, today);
  return { text: state === 'canceled' ? t('row_canceled', when) : t('row_done', when) };
}

/** Whom a row waits for and since when. */
export function heldUp(row: ItemRow, today: Day): Fact | undefined {
  if (!row.waiting) return undefined;
  const days = Math.max(0, daysBetween(row.waiting.sinceDay, today));
  const on = displayText(row.waiting.on);
  const isDue = row.waiting.followUpDay !== undefined && row.waiting.followUpDay <= today;
  return isDue
    ? { text: t('row_chase', on, String(days)), tone: 'soon' }
    : { text: days === 0 ? t('row_waits_today', on) : t('row_waits', on, String(days)), tone: 'wait' };
}

function reasonOf(row: ItemRow, today: Day): Fact | undefined {
  // The hand holds it in a place that its facts speak against: that comes before any of them.
  if (row.isPinned && row.pinMoved) return { text: t('row_pin_moved'), tone: 'soon' };
  const { reason } = row;
  if (!reason) return row.isBlocked ? { text: t('reason_blocked_alone'), tone: 'late' } : undefined;
  if (reason.code === 'waitingOn' && row.waiting) return undefined;
  return { text: reasonText(reason, today), tone: toneOf(reason) };
}

function toneOf(reason: NonNullable<ItemRow['reason']>): Tone | undefined {
  if (reason.code === 'due') return dueTone(reason.days);
  if (reason.code === 'waitingOn') return 'wait';
  return reason.code === 'blocked' || reason.code === 'expedite' ? 'late' : undefined;
}

function dueOf(row: ItemRow, today: Day): Fact | undefined {
  if (!row.dueDay || row.reason?.code === 'due') return undefined;
  return { text: dueText(row.dueDay, today), tone: dueTone(daysBetween(today, row.dueDay)) };
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
