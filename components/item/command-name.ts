import { t, type MessageKey } from '@/utils/i18n';
import type { Undoable } from '@/utils/model/row';

/**
 * What an undoable command is called in "Undo …": the state it set, else what it did, by the key that its own name
 * makes ("item.endWait": command_name_end_wait); a command without such a key is "the last change".
 */
export function commandName({ name, to }: Pick<Undoable, 'name' | 'to'>): string {
  if (to) return t(`command_name_to_${to}`);
  const deed = name.slice(name.indexOf('.') + 1).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  // The catalogue answers a key that it has not with nothing.
  return t(`command_name_${deed}` as MessageKey) || t('command_name_change');
}
