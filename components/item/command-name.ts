import { markName } from '@/components/icons/state-mark';
import { t } from '@/utils/i18n';
import type { Undoable } from '@/utils/model/row';

/** What an undoable command is called in "Undo …": the state it set, else what it did; a command without a name of its own is "the last change". */
export function commandName({ name, to }: Pick<Undoable, 'name' | 'to'>): string {
  if (to) return markName(to);
  switch (name) {
    case 'item.capture':
    case 'page.capture':
      return t('command_name_capture');
    case 'item.add':
      return t('command_name_add');
    case 'item.edit':
      return t('command_name_edit');
    case 'item.setState':
      return t('command_name_state');
    case 'item.wait':
      return t('command_name_wait');
    case 'item.endWait':
      return t('command_name_end_wait');
    case 'item.block':
      return t('command_name_block');
    case 'item.endBlock':
      return t('command_name_end_block');
    case 'item.snooze':
      return t('command_name_snooze');
    case 'item.plan':
      return t('command_name_plan');
    case 'item.order':
      return t('command_name_order');
    case 'item.pin':
      return t('command_name_pin');
    case 'item.delete':
      return t('command_name_delete');
    case 'item.restore':
      return t('command_name_restore');
    case 'item.merge':
      return t('command_name_merge');
    case 'item.split':
      return t('command_name_split');
    default:
      return t('command_name_change');
  }
}
