import * as v from 'valibot';

/** Sidebar width in CSS px. */
export const SIDEBAR_WIDTH = { least: 320, most: 520, usual: 360 } as const;

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const fields = {
  side: v.picklist(['right', 'left']),
  /** Sidebar width in CSS px. */
  width: whole(SIDEBAR_WIDTH.least, SIDEBAR_WIDTH.most),
  /** Does the sidebar push the page aside or lie over it? */
  mode: v.picklist(['push', 'overlay']),
  /** Does opening the popup on an item's page capture it? */
  captureOnOpen: v.boolean(),
  /** How many items a day is planned to hold. */
  todayLimit: whole(1, 50),
  /** "auto" follows the browser; "pseudo" is the right-to-left test language. */
  language: v.picklist(['auto', 'en', 'de', 'pseudo']),
  theme: v.picklist(['auto', 'light', 'dark']),
  /** Steps of the first run that were done. It opens once: "shown" says that it did. */
  welcome: v.array(v.picklist(['shown', 'pinned', 'captured', 'opened', 'finished'])),
  /** My own name as the tools write it, so that work I asked for myself is no request. */
  me: v.pipe(v.string(), v.maxLength(200)),
};

const SettingsSchema = v.object(fields);
/** What a person can set. Every field has a value. */
export type Settings = v.InferOutput<typeof SettingsSchema>;
export const SettingsChangeSchema = v.partial(SettingsSchema);

export const USUAL_SETTINGS: Settings = {
  side: 'right',
  width: SIDEBAR_WIDTH.usual,
  mode: 'push',
  captureOnOpen: true,
  todayLimit: 6,
  language: 'auto',
  theme: 'auto',
  welcome: [],
  me: '',
};

/** Settings from anything that was stored: each unreadable or missing value becomes its usual one. */
export function parseSettings(stored: unknown): Settings {
  const given: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const readable = Object.entries(fields).filter(([name, schema]) => v.is(schema, given[name]));
  // Only values that their own schema accepted are laid over the usual ones.
  return { ...USUAL_SETTINGS, ...Object.fromEntries(readable.map(([name]) => [name, given[name]])) };
}
