import { Fragment } from 'preact';
import { dueText, dueTone } from '@/components/item/reason';
import { heldUp, type Fact } from '@/components/item/row-facts';
import { standingText } from '@/components/item/standing-text';
import { t } from '@/utils/i18n';
import { daysBetween, type Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow } from '@/utils/model/row';

/** How the item stands, in one line: its state and since when, when it is due, whose it is and who wants it. */
export function StateLine({ row, today }: { row: ItemRow; today: Day }) {
  return (
    <p class="page-facts">
      {factsOf(row, today).map(({ text, tone }, place) => (
        <Fragment key={text}>
          {place > 0 && ' · '}
          <bdi class={tone}>{text}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

function factsOf(row: ItemRow, today: Day): Fact[] {
  const facts: Fact[] = [{ text: standingText(row, today) }];
  const held = heldUp(row, today);
  if (held) facts.push(held);
  if (row.dueDay && row.state !== 'done' && row.state !== 'canceled') {
    const days = daysBetween(today, row.dueDay);
    facts.push({ text: dueText(row.dueDay, today), tone: dueTone(days) });
  }
  if (row.owner) facts.push({ text: t('popup_owner', displayText(row.owner)) });
  if (row.requester) facts.push({ text: t('page_asked_by', displayText(row.requester)) });
  return facts;
}
