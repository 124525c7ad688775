import { browser } from '@/utils/browser';
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';

const ALARM = 'new-day';
const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;

/** The first instant (UTC ms, to the minute) of the calendar day after `now` in the clock's zone, a DST night included. */
export function nextMidnight(clock: Clock): number {
  const now = clock.now();
  const today = dayOf(now, clock.zone());
  const isToday = (at: number) => dayOf(at, clock.zone()) === today;
  let hour = Math.floor(now / MS_PER_HOUR) * MS_PER_HOUR;
  while (isToday(hour + MS_PER_HOUR)) hour += MS_PER_HOUR;
  // Zones may be off by 30 or 45 minutes.
  let minute = hour;
  while (isToday(minute + MS_PER_MINUTE)) minute += MS_PER_MINUTE;
  return minute + MS_PER_MINUTE;
}

/** Calls `begin` at the start of each local day, and now: the browser may have slept through one. */
export function onNewDay(clock: Clock, begin: () => Promise<void>): void {
  const start = () => {
    void browser.alarms.create(ALARM, { when: nextMidnight(clock) });
    begin().catch(() => {
      // The database is not to be had: the next view or the next day tries again.
    });
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) start();
  });
  start();
}
