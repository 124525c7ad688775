/** A tool's hook on a strange page may fail; it then says nothing. */
export function attempt<T>(hook: () => T): T | undefined {
  try {
    return hook();
  } catch {
    return undefined; // A rotten hook must cost no more than what it would have read.
  }
}
