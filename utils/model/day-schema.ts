import * as v from 'valibot';
import { isDay, type Day } from './day';

/** Parses a day that exists. */
export const DaySchema = v.custom<Day>(isDay, 'a day like 2026-03-12');
