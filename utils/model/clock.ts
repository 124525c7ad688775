/** Where time comes from. Everything that needs "now" takes a clock, so that tests can say what time it is. */
export type Clock = {
  /** UTC ms since the epoch. */
  now(): number;
  /** The IANA zone in force, "Europe/Berlin". */
  zone(): string;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
