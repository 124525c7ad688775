import * as v from 'valibot';
import { LOCK_MINUTES } from './lock';
import { SIDEBAR_WIDTH, USUAL_SETTINGS, type Settings } from './settings';

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const fields = {
  side: v.picklist(['right', 'left']),
  width: whole(SIDEBAR_WIDTH.least, SIDEBAR_WIDTH.most),
  mode: v.picklist(['push', 'overlay']),
  captureOnOpen: v.boolean(),
  todayLimit: whole(1, 50),
  language: v.picklist(['auto', 'en', 'de', 'pseudo']),
  theme: v.picklist(['auto', 'light', 'dark']),
  welcome: v.array(v.picklist(['shown', 'pinned', 'captured', 'opened', 'finished'])),
  toolsOff: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(200)),
  marks: v.boolean(),
  menus: v.boolean(),
  lightIcon: v.boolean(),
  me: v.pipe(v.string(), v.maxLength(200)),
  lockAfter: v.picklist(LOCK_MINUTES),
  notify: v.boolean(),
} satisfies { [Name in keyof Settings]: v.GenericSchema<unknown, Settings[Name]> };

export const SettingsChangeSchema = v.partial(v.object(fields));

/** Settings from anything that was stored: each unreadable or missing value becomes its usual one. */
export function parseSettings(stored: unknown): Settings {
  const given: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const readable = Object.entries(fields).filter(([name, schema]) => v.is(schema, given[name]));
  // Only values that their own schema accepted are laid over the usual ones.
  return { ...USUAL_SETTINGS, ...Object.fromEntries(readable.map(([name]) => [name, given[name]])) };
}
