import { Icon } from '@/components/icons/icon';
import { markOf, StateMark } from '@/components/icons/state-mark';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import type { ItemRow as Row } from '@/utils/model/row';
import { Points } from './points';
import { pointsText, reasonText } from './reason';
import { rowFacts } from './row-facts';
import { SourceMark } from './source-mark';
import './item-row.css';

type Props = {
  row: Row;
  today: Day;
  /** Show the score, where it is what orders the list; the source is then told by the second line alone. */
  showScore?: boolean;
};

/** What a row shows, on two lines of together 44 px: mark and title, then the reason and where it comes from. */
export function ItemRow({ row, today, showScore }: Props) {
  const facts = rowFacts(row, today);
  return (
    <div class={`item-row ${facts.length === 0 ? 'item-row-bare' : ''}`}>
      <span class="item-row-mark" data-part="mark">
        <StateMark mark={markOf(row)} />
      </span>
      <span class={`item-row-title item-row-${row.state}`}>
        <bdi dir="auto">{displayText(row.title)}</bdi>
      </span>
      <span class="item-row-end">
        {row.isPinned && <Pinned />}
        {showScore && row.score !== 0 && (
          <span title={row.reason && `${reasonText(row.reason, today)} ${pointsText(row.reason.points)}`}>
            <Points points={row.score} />
          </span>
        )}
        {row.source && !showScore && <SourceMark product={row.source.product} host={row.source.host} />}
      </span>
      {facts.length > 0 && (
        <span class="item-row-facts">
          {facts.map((fact, place) => (
            <span key={place} class={fact.tone}>
              <bdi>{fact.text}</bdi>
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

const Pinned = () => (
  <span role="img" aria-label={t('row_pinned')} title={t('row_pinned')}>
    <Icon name="pin" />
  </span>
);
