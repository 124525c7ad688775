import type { LockMinutes } from './lock';

/** What a person can set. Every field has a value. Its parser is in settings-schema.ts. */
export type Settings = {
  side: 'right' | 'left';
  /** Sidebar width in CSS px. */
  width: number;
  /** Does the sidebar push the page aside or lie over it? */
  mode: 'push' | 'overlay';
  /** Does opening the popup on an item's page capture it? */
  captureOnOpen: boolean;
  /** How many items a day is planned to hold. */
  todayLimit: number;
  /** "auto" follows the browser; "pseudo" is the right-to-left test language. */
  language: 'auto' | 'en' | 'de' | 'pseudo';
  theme: 'auto' | 'light' | 'dark';
  /** Steps of the first run that were done. It opens once: "shown" says that it did. */
  welcome: ('shown' | 'pinned' | 'captured' | 'opened' | 'finished')[];
  /** Tools that are not recognised: their pages are read like any other. */
  toolsOff: string[];
  /** Marks at links that lead to known items, on the sites that were granted. */
  marks: boolean;
  /** Our entries in the context menu. */
  menus: boolean;
  /** Does the icon light up on pages of known tools, where the browser can do that by itself? */
  lightIcon: boolean;
  /** My own name as the tools write it, so that work I asked for myself is no request. */
  me: string;
  /** Where a lock is set: minutes without a touch of the computer after which it closes; 0: never by itself. */
  lockAfter: LockMinutes;
  /** Once a day a notification that follow-ups are due, without a word of what they are. */
  notify: boolean;
};

/** Sidebar width in CSS px. */
export const SIDEBAR_WIDTH = { least: 320, most: 520, usual: 360 } as const;

export const USUAL_SETTINGS: Settings = {
  side: 'right',
  width: SIDEBAR_WIDTH.usual,
  mode: 'push',
  captureOnOpen: true,
  todayLimit: 6,
  language: 'auto',
  theme: 'auto',
  welcome: [],
  toolsOff: [],
  marks: true,
  menus: true,
  lightIcon: true,
  me: '',
  lockAfter: 10,
  notify: false,
};
