/**
 * Runs work about the same tab one after the other, in the order it was asked for. Forgotten with the background:
 * what was under way then died with it.
 */
export function createTurns() {
  const last = new Map<number, Promise<void>>();
  return (tabId: number, work: () => Promise<void>): Promise<void> => {
    const turn = (last.get(tabId) ?? Promise.resolve()).then(work, work);
    last.set(tabId, turn);
    const forget = () => {
      if (last.get(tabId) === turn) last.delete(tabId);
    };
    turn.then(forget, forget);
    return turn;
  };
}
