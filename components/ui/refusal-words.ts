import { t, type MessageKey } from '@/utils/i18n';
import type { Refusal } from '@/utils/messaging/commands';

const KEYS = {
  'not-allowed': 'error_not_allowed',
  hidden: 'error_hidden',
  malformed: 'error_malformed',
  'too-large': 'error_too_large',
  'too-many': 'error_too_many',
  'no-item': 'error_no_item',
  'not-possible': 'error_not_possible',
  'nothing-to-undo': 'error_nothing_to_undo',
  'no-page': 'error_no_page',
  'disk-full': 'error_disk_full',
  'newer-database': 'error_newer_database',
  locked: 'error_locked',
  'wrong-secret': 'error_wrong_secret',
  busy: 'error_busy',
  recovery: 'error_recovery',
  storage: 'error_storage',
  unreachable: 'error_unreachable',
} as const satisfies Record<Refusal, MessageKey>;

/** Refusals after which the very same command may still be carried out. */
const PASSING: readonly Refusal[] = [
  'hidden',
  'too-many',
  'no-page',
  'disk-full',
  'busy',
  'storage',
  'unreachable',
];

/** Why a command was not carried out, as a sentence that says what to do. */
export const refusalWords = (code: Refusal): string => t(KEYS[code]);

/** True where sending the same command again may help. */
export const canTryAgain = (code: Refusal): boolean => PASSING.includes(code);
