import { markName, markOf } from '@/components/icons/state-mark';
import { dueText, dueTone } from '@/components/item/reason';
import { t, tCount } from '@/utils/i18n';
import { daysBetween, type Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow } from '@/utils/model/row';

type Fact = { text: string; tone?: string | undefined };

/** How the item stands, in one line: its state and since when, when it is due, whose it is and who wants it. */
export function StateLine({ row, today }: { row: ItemRow; today: Day }) {
  return (
    <p class="page-facts">
      {factsOf(row, today).map(({ text, tone }) => (
        <span key={text} class={tone}>
          <bdi>{text}</bdi>
        </span>
      ))}
    </p>
  );
}

function factsOf(row: ItemRow, today: Day): Fact[] {
  const facts: Fact[] = [{ text: stateText(row) }];
  if (row.waiting) {
    const days = Math.max(0, daysBetween(row.waiting.sinceDay, today));
    facts.push({ text: t('row_waits', displayText(row.waiting.on), String(days)), tone: 'wait' });
  }
  if (row.dueDay && row.state !== 'done' && row.state !== 'canceled') {
    const days = daysBetween(today, row.dueDay);
    facts.push({ text: dueText(days), tone: dueTone(days) });
  }
  if (row.owner) facts.push({ text: t('popup_owner', displayText(row.owner)) });
  if (row.requester) facts.push({ text: t('popup_asked_by', displayText(row.requester)) });
  return facts;
}

function stateText(row: ItemRow): string {
  const mark = markOf(row);
  const name = markName(mark);
  return mark === 'started' && row.ageDays !== undefined
    ? `${name} ${tCount('popup_since_days', row.ageDays)}`
    : name;
}
