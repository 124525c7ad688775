import type { MessageKey } from '@/utils/i18n';

/** What a key does. `keys` are values of KeyboardEvent.key; `shown` is how a person reads it. */
type Key = { act: string; keys: readonly string[]; shown: string; words: MessageKey; alt?: true };

/** Every key of the sidebar, in the order of the help sheet. */
export const KEYS = [
  { act: 'down', keys: ['j', 'ArrowDown'], shown: 'j ↓', words: 'key_down' },
  { act: 'up', keys: ['k', 'ArrowUp'], shown: 'k ↑', words: 'key_up' },
  { act: 'open', keys: ['Enter'], shown: '↵', words: 'key_open' },
  { act: 'source', keys: ['o'], shown: 'o', words: 'key_source' },
  { act: 'start', keys: ['s'], shown: 's', words: 'key_start' },
  { act: 'done', keys: ['d'], shown: 'd', words: 'key_done' },
  { act: 'ready', keys: ['r'], shown: 'r', words: 'key_ready' },
  { act: 'wait', keys: ['w'], shown: 'w', words: 'key_wait' },
  { act: 'block', keys: ['b'], shown: 'b', words: 'key_block' },
  { act: 'snooze', keys: ['z'], shown: 'z', words: 'key_snooze' },
  { act: 'plan', keys: ['p'], shown: 'p', words: 'key_plan' },
  { act: 'vital', keys: ['1'], shown: '1', words: 'key_vital' },
  { act: 'important', keys: ['2'], shown: '2', words: 'key_important' },
  { act: 'useful', keys: ['3'], shown: '3', words: 'key_useful' },
  { act: 'unjudged', keys: ['4'], shown: '4', words: 'key_unjudged' },
  { act: 'edit', keys: ['e'], shown: 'e', words: 'key_edit' },
  { act: 'moveUp', keys: ['ArrowUp'], shown: 'Alt ↑', words: 'key_move_up', alt: true },
  { act: 'moveDown', keys: ['ArrowDown'], shown: 'Alt ↓', words: 'key_move_down', alt: true },
  { act: 'menu', keys: ['m', 'ContextMenu'], shown: 'm', words: 'key_menu' },
  { act: 'undo', keys: ['u'], shown: 'u', words: 'key_undo' },
  { act: 'redo', keys: ['U'], shown: '⇧ U', words: 'key_redo' },
  { act: 'search', keys: ['/'], shown: '/', words: 'key_search' },
  { act: 'capture', keys: ['c'], shown: 'c', words: 'key_capture' },
  { act: 'list', keys: ['l'], shown: 'l', words: 'key_list' },
  { act: 'attach', keys: ['a'], shown: 'a', words: 'key_attach' },
  { act: 'delete', keys: ['x', 'Delete'], shown: 'x', words: 'key_delete' },
  { act: 'help', keys: ['?'], shown: '?', words: 'key_help' },
  { act: 'close', keys: ['Escape'], shown: 'Esc', words: 'key_close' },
] as const satisfies readonly Key[];

export type KeyAct = (typeof KEYS)[number]['act'];

/** What a key press asks for; `undefined` where the key is someone else's. */
export function actOf(event: KeyboardEvent): KeyAct | undefined {
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  const found = KEYS.find((key) => {
    const keys: readonly string[] = key.keys;
    return 'alt' in key === event.altKey && keys.includes(event.key);
  });
  return found?.act;
}
