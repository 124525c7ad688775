import { useEffect, useRef } from 'preact/hooks';
import { markOf } from '@/components/icons/state-mark';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { displayText } from '@/utils/model/display-text';
import { isOpen } from '@/utils/model/item';
import { LIMITS } from '@/utils/model/limits';
import type { ItemCard as Card } from '@/utils/model/row';
import { doubtText } from '../doubt';
import { StateButtons } from '../state-buttons';
import type { CardDeeds } from './card-deeds';
import { CardFields } from './card-fields';
import { CardHistory } from './card-history';
import { CardHolds } from './card-holds';
import { CardScore, type Rival } from './card-score';
import { CardSources } from './card-sources';
import { EditText } from './edit-text';
import './item-card.css';

type Props = {
  card: Card;
  today: Day;
  /** UTC ms: what "2 hours ago" counts from. */
  now: number;
  deeds: CardDeeds;
  focusTitle: boolean;
  isScoreOpen: boolean;
  onToggleScore: () => void;
  rival?: Rival | undefined;
};

/** Everything about one item, each thing changed where it stands. */
export function ItemCard(props: Props) {
  const { card, deeds, today, now } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ref.current?.contains(document.activeElement)) ref.current?.focus();
  }, [card.item.id]);
  const { item, row } = card;
  return (
    <div ref={ref} class="card" role="dialog" aria-label={displayText(item.title)} tabIndex={-1} data-card>
      <Head card={card} deeds={deeds} />
      <div class="card-scroll">
        <EditText
          label={t('field_title')}
          value={item.title}
          limit={LIMITS.title}
          mayBeEmpty={false}
          inputClass="card-title"
          focusNow={props.focusTitle}
          halfTyped={deeds.halfTyped?.('title')}
          onSave={(title) => deeds.edit({ title })}
        />
        {item.check && (
          <div class="card-doubt">
            <span>{doubtText(item.check)}</span>
            <Button onPress={() => void deeds.edit({ check: null })}>{t('check_is_right')}</Button>
          </div>
        )}
        <div class="card-states">
          <StateButtons mark={markOf(row)} name={t('field_state')} onSet={deeds.setMark} />
        </div>
        <CardHolds card={card} today={today} now={now} deeds={deeds} />
        <CardFields item={item} row={row} today={today} deeds={deeds} />
        <EditText
          label={t('field_note')}
          value={item.note}
          limit={LIMITS.note}
          lines={3}
          inputClass="card-note"
          placeholder={t('field_note_example')}
          halfTyped={deeds.halfTyped?.('note')}
          onSave={(note) => deeds.edit({ note })}
        />
        <CardSources sources={card.sources} now={now} deeds={deeds} />
        {isOpen(item.state) && (
          <CardScore
            terms={card.terms}
            today={today}
            isOpen={props.isScoreOpen}
            onToggle={props.onToggleScore}
            rival={props.rival}
          />
        )}
        <CardHistory card={card} today={today} now={now} />
        <Foot card={card} deeds={deeds} />
      </div>
    </div>
  );
}

function Head({ card, deeds }: { card: Card; deeds: CardDeeds }) {
  const [source] = card.sources;
  return (
    <header class="card-head">
      <Button look="plain" icon="back" label={t('card_back')} onPress={deeds.close} />
      <span class="card-head-name">
        {source?.label && <bdi>{displayText(source.label)}</bdi>}
        {card.item.trashedAt !== undefined && t('card_trashed')}
      </span>
      {source && (
        <Button shortcut="o" icon="open" onPress={() => deeds.openSource(source.key)}>
          {t('source_open_short')}
        </Button>
      )}
    </header>
  );
}

function Foot({ card, deeds }: { card: Card; deeds: CardDeeds }) {
  return (
    <footer class="card-foot">
      {card.mergedFrom.map((merged) => (
        <p key={merged.id} class="card-soft">
          {t('card_merged', displayText(merged.title))}
        </p>
      ))}
      <Button
        look="plain"
        icon="merge"
        opens="dialog"
        onPress={(event) => deeds.merge({ x: event.clientX, y: event.clientY })}
      >
        {t('menu_merge')}
      </Button>
      {deeds.remove ? (
        <Button look="danger" icon="trash" shortcut="x" onPress={deeds.remove}>
          {t('key_delete')}
        </Button>
      ) : (
        <p class="card-soft">{t('card_delete_elsewhere')}</p>
      )}
    </footer>
  );
}
