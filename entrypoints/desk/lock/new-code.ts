import { RECOVERY_CODE } from '@/utils/model/lock';

/** A new recovery code, "ABCD-EFGH-…", every letter of it from the browser's source of randomness (120 bits). */
export function newRecoveryCode(): string {
  const { letters, groups, ofLetters } = RECOVERY_CODE;
  const bytes = crypto.getRandomValues(new Uint8Array(groups * ofLetters));
  // 32 letters: each is as likely as any other.
  const code = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return Array.from({ length: groups }, (_, at) => code.slice(at * ofLetters, (at + 1) * ofLetters)).join(
    '-',
  );
}
