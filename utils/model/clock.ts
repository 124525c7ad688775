/** Where time comes from. Everything that needs "now" takes a clock, so that tests can say what time it is. */
export type Clock = {
  /** UTC ms since the epoch. */
  now(): number;
  /** The IANA zone in force, "Europe/Berlin". */
  zone(): string;
};

/** Asking the browser for its zone takes longer than any other step of a command: it is asked once a minute, in ms. */
const ZONE_MS = 60_000;
let known = { zone: '', offset: 0, at: 0 };

function zone(): string {
  const [at, offset] = [Date.now(), new Date().getTimezoneOffset()];
  const isOld = Math.abs(at - known.at) > ZONE_MS;
  // Who travels is elsewhere at once, as the clock's hand moves.
  if (isOld || offset !== known.offset)
    known = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, offset, at };
  return known.zone;
}

export const systemClock: Clock = { now: () => Date.now(), zone };
