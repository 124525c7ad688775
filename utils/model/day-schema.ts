import * as v from 'valibot';
import type { Day } from './day';
import { isDay } from './is-day';

/** Parses a day that exists. */
export const DaySchema = v.custom<Day>(isDay, 'a day like 2026-03-12');
