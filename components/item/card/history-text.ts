import { markName } from '@/components/icons/state-mark';
import { t } from '@/utils/i18n';
import type { Day } from '@/utils/model/day';
import { isDay } from '@/utils/model/is-day';
import { displayText } from '@/utils/model/display-text';
import { STATES } from '@/utils/model/item';
import type { HistoryLine } from '@/utils/model/row';
import { dayWord } from '../day-words';
import { sizeWords } from '../time-words';
import { toolName } from '../source-mark';

/** One line of an item's history as a sentence. What an event holds is read with care: it may be old or imported. */
export function historyText(line: HistoryLine, today: Day): string {
  const words = textIn(line.detail);
  const dayIn = (name: string) => {
    const day = line.detail[name];
    return isDay(day) ? dayWord(day, today) : undefined;
  };
  switch (line.type) {
    case 'created':
      return line.via === 'capture' ? t('history_captured') : t('history_created');
    case 'set':
      return setText(line, dayIn('to'));
    case 'state': {
      const state = STATES.find((each) => each === line.detail['to']);
      return state ? t('history_state', markName(state)) : t('deed_state');
    }
    case 'wait.start':
      return t('history_wait', words('on'));
    case 'wait.end':
      return t('deed_wait_ended');
    case 'block.start':
      return words('reason') ? t('history_block', words('reason')) : t('deed_blocked');
    case 'block.end':
      return t('deed_block_ended');
    case 'est':
      return typeof line.detail['minutes'] === 'number'
        ? t('history_size', sizeWords(line.detail['minutes']))
        : t('history_size_gone');
    case 'commit':
      return commitText(line, dayIn);
    case 'tag.add':
      return t('history_tag', words('tag'));
    case 'tag.rem':
      return t('history_tag_gone', words('tag'));
    case 'source.add':
      return t('history_source', sourceName(line.detail['source']));
    case 'source.rem':
      return t('history_source_gone');
    case 'observed':
      return words('status') ? t('history_seen_status', words('status')) : t('history_seen');
    case 'merge':
      return t('deed_merged');
    case 'deleted':
      return t('deed_deleted');
    case 'restored':
      return t('deed_restored');
    case 'note':
      return t('history_note');
    case 'rank':
      return t('deed_moved');
    case 'pin':
      return line.detail['above'] ? t('deed_pinned') : t('deed_unpinned');
    case 'plan.set':
      return line.detail['day'] ? t('history_planned', dayIn('day') ?? '') : t('deed_unplanned');
    // What concerns containers, series and sessions is no part of an item's card.
    case 'link.add':
    case 'link.rem':
    case 'sess.start':
    case 'sess.end':
    case 'plan.lock':
    case 'series.set':
    case 'series.skip':
    case 'baseline':
    case 'phase':
    case 'spend':
    case 'policy':
    case 'key.grant':
      return t('deed_changed');
  }
}

const textIn =
  (detail: HistoryLine['detail']) =>
  (name: string): string => {
    const text = detail[name];
    return typeof text === 'string' ? displayText(text) : '';
  };

function setText({ detail }: HistoryLine, day: string | undefined): string {
  const to = detail['to'];
  switch (detail['field']) {
    case 'title':
      return t('history_title', displayText(String(to)));
    case 'importance':
      return to === 0 || to === 1 || to === 2 || to === 3 ? t(`importance_${to}`) : t('deed_changed');
    case 'startAfterDay':
      return day ? t('history_snoozed', day) : t('deed_unsnoozed');
    case 'owner':
      return valueText(t('field_owner'), to);
    case 'requester':
      return valueText(t('field_requester'), to);
    case 'project':
      return valueText(t('field_project'), to);
    case 'expedite':
      return to ? t('reason_expedite') : t('history_expedite_gone');
    case 'check':
      return t('history_checked');
    default:
      return t('deed_changed');
  }
}

const valueText = (name: string, to: unknown): string =>
  typeof to === 'string' ? t('history_value', name, displayText(to)) : t('history_value_gone', name);

function commitText({ detail }: HistoryLine, dayIn: (name: string) => string | undefined): string {
  const due = 'due' in detail ? valueText(t('field_due'), dayIn('due')) : undefined;
  const promised = 'promised' in detail ? valueText(t('field_promised'), dayIn('promised')) : undefined;
  return [due, promised].filter(Boolean).join(' · ');
}

function sourceName(source: unknown): string {
  if (typeof source !== 'object' || source === null) return '';
  const label = 'label' in source && typeof source.label === 'string' ? displayText(source.label) : '';
  const product = 'product' in source && typeof source.product === 'string' ? source.product : '';
  const host = 'host' in source && typeof source.host === 'string' ? source.host : '';
  return label || toolName(product, host);
}
