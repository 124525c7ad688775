import type { Clock } from '@/utils/model/clock';
import { dayOf, type Day } from '@/utils/model/day';

/** When a view is computed: its sentences speak of days. */
export type Moment = { now: number; today: Day; zone: string };

export function momentOf(clock: Clock): Moment {
  const [now, zone] = [clock.now(), clock.zone()];
  return { now, today: dayOf(now, zone), zone };
}
