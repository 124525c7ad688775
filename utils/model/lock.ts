/** Characters of the passphrase of the lock: long enough that nobody guesses it at the keyboard, where tries are slowed. */
export const LOCK_PASSPHRASE = { least: 8, most: 200 } as const;

/** How the lock stands. It hides the inventory from whoever sits down at an unlocked computer; it encrypts no database. */
export type LockView = {
  /** A passphrase was set. */
  isSet: boolean;
  /** Nothing is shown until it is typed. */
  isLocked: boolean;
  /** Captures that wait, sealed, until it is opened. */
  waiting: number;
  /** After several wrong ones none is tried before this instant (UTC ms). */
  triesAgainAt?: number | undefined;
};

/** Minutes without a touch of keyboard or mouse anywhere, after which it locks; 0: only by hand and when the browser closes. */
export const LOCK_MINUTES = [0, 1, 5, 10, 30, 60] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];

/** A recovery code as it is shown: "ABCD-EFGH-…", 6 groups of 4 letters and digits that are not taken for each other. */
export const RECOVERY_CODE = {
  letters: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
  groups: 6,
  ofLetters: 4,
} as const;

/** The code as it was meant, however it was typed: without spaces and hyphens, in capitals. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** True for what has the form of a recovery code. */
export function isRecoveryCode(typed: string): boolean {
  const code = plainCode(typed);
  const { letters, groups, ofLetters } = RECOVERY_CODE;
  return code.length === groups * ofLetters && code.split('').every((letter) => letters.includes(letter));
}
