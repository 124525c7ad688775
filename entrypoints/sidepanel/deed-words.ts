import { markName } from '@/components/icons/state-mark';
import { t, tCount } from '@/utils/i18n';
import type { CommandName, Outcome } from '@/utils/messaging/commands';
import { STATES } from '@/utils/model/item';

/** What a command did, in one or two words: "Captured", "Snoozed", "Undone: Snoozed". */
export function deedWords(name: CommandName, payload: unknown, outcome: Outcome): string {
  if (name === 'undo') return t('deed_undone', nameOfDeed(outcome.name));
  if (name === 'redo') return t('deed_redone', nameOfDeed(outcome.name));
  if (name === 'item.capture' || name === 'page.capture') return captureWords(outcome);
  if (name === 'page.captureRows') return rowsWords(outcome);
  const fields = typeof payload === 'object' && payload !== null ? payload : {};
  const state = 'state' in fields && STATES.find((each) => each === fields.state);
  if (state) return markName(state);
  if (name === 'item.snooze' && 'untilDay' in fields && fields.untilDay === null) return t('deed_unsnoozed');
  if (name === 'item.plan' && 'day' in fields && fields.day === null) return t('deed_unplanned');
  if (name === 'item.pin' && 'above' in fields && fields.above === null) return t('deed_unpinned');
  return nameOfDeed(name);
}

function rowsWords({ counts }: Outcome): string {
  const parts = [
    counts && counts.new > 0 && tCount('deed_rows_new', counts.new),
    counts && counts.same > 0 && tCount('deed_rows_same', counts.same),
  ].filter(Boolean);
  return parts.join(' · ') || t('deed_captured');
}

function captureWords({ outcome }: Outcome): string {
  if (outcome === 'same') return t('deed_captured_same');
  if (outcome === 'changed') return t('deed_captured_changed');
  return outcome === 'restored' ? t('deed_restored') : t('deed_captured');
}

/** The name of a command that can be undone. */
export function nameOfDeed(name: string | undefined): string {
  switch (name) {
    case 'item.capture':
    case 'page.capture':
    case 'item.captureMany':
      return t('deed_captured');
    case 'item.add':
      return t('deed_added');
    case 'item.setState':
      return t('deed_state');
    case 'item.wait':
      return t('deed_waiting');
    case 'item.endWait':
      return t('deed_wait_ended');
    case 'item.block':
      return t('deed_blocked');
    case 'item.endBlock':
      return t('deed_block_ended');
    case 'item.snooze':
      return t('deed_snoozed');
    case 'item.plan':
      return t('deed_planned');
    case 'item.order':
      return t('deed_moved');
    case 'item.pin':
      return t('deed_pinned');
    case 'item.delete':
      return t('deed_deleted');
    case 'item.restore':
      return t('deed_restored');
    case 'item.merge':
      return t('deed_merged');
    case 'item.split':
      return t('deed_split');
    case 'list.keep':
      return t('deed_list_kept');
    case 'list.forget':
      return t('deed_list_forgotten');
    case 'lesson.save':
      return t('deed_learned');
    case 'lesson.remove':
      return t('deed_lesson_removed');
    default:
      return t('deed_changed');
  }
}
