/**
 * Moments at which a test may end the worker, in the order of a command, then those of copies. `journalled` and
 * `in-transaction` come in either order: what is in the transaction is not committed before both.
 */
export type Failpoint =
  | 'received'
  | 'journalled'
  | 'in-transaction'
  | 'committed'
  | 'acknowledged'
  | 'snapshot-written'
  | 'restore-built';

type Rigged = { __throughlineFail?: Partial<Record<Failpoint, () => unknown>> };

/**
 * Says that a command or copy has come so far. Does nothing but look, unless a test has put what shall happen there
 * into `globalThis.__throughlineFail`: no page and no message can, as the background's global is its own.
 */
export function reach(point: Failpoint): void {
  // The field is there only in a test.
  (globalThis as Rigged).__throughlineFail?.[point]?.();
}
