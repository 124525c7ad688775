import { signal } from '@preact/signals';
import { readSiteDates } from '@/storage/settings/site-dates';
import { browser } from '@/utils/browser';
import { systemClock } from '@/utils/model/clock';
import { type Site, sitesOf } from './sites';

/** Permissions that are asked for when they are switched on. */
export const OPTIONAL = ['downloads', 'notifications', 'idle'] as const;
export type Optional = (typeof OPTIONAL)[number];

/** Where is told what the browser answered about sites. */
export const SITES = 'sites';

export type Granted = { permissions: ReadonlySet<string>; sites: readonly Site[] };
/** What the browser answered otherwise than it was asked: at which row, and whether it did not give or did not take. */
export type Answer = { about: string; kind: 'refused' | 'kept' };
export type Grants = ReturnType<typeof createGrants>;

/** Everything that the browser grants us now, kept up to date also with what is done in the browser's own pages. */
export function createGrants() {
  const granted = signal<Granted | undefined>(undefined);
  const answer = signal<Answer | undefined>(undefined);

  async function read(): Promise<void> {
    const [{ permissions = [], origins = [] }, dates] = await Promise.all([
      browser.permissions.getAll(),
      readSiteDates(),
    ]);
    granted.value = {
      permissions: new Set(permissions),
      sites: sitesOf(origins, dates, systemClock.zone()),
    };
  }

  /** Gives back; browsers refuse to take what they were told to keep. */
  async function giveBack(what: { permissions: Optional[] } | { origins: string[] }): Promise<boolean> {
    const isTaken = await browser.permissions.remove(what).catch(() => false); // said beside the row
    await read();
    return isTaken;
  }

  return {
    granted,
    answer,
    /** Asks the browser. To be called in the press itself, before any `await`: it shows its question only then. */
    async ask(name: Optional): Promise<boolean> {
      const isGiven = await browser.permissions.request({ permissions: [name] }).catch(() => false); // closed without an answer
      answer.value = isGiven ? undefined : { about: name, kind: 'refused' };
      await read();
      return isGiven;
    },
    async takeBack(name: Optional): Promise<boolean> {
      const isTaken = await giveBack({ permissions: [name] });
      answer.value = isTaken ? undefined : { about: name, kind: 'kept' };
      return isTaken;
    },
    async takeSiteBack({ origins }: Site): Promise<boolean> {
      const isTaken = await giveBack({ origins });
      answer.value = isTaken ? undefined : { about: SITES, kind: 'kept' };
      return isTaken;
    },
    /** Reads now and after each change, until the returned function is called. */
    begin(): () => void {
      const again = () => void read();
      browser.permissions.onAdded.addListener(again);
      browser.permissions.onRemoved.addListener(again);
      again();
      return () => {
        browser.permissions.onAdded.removeListener(again);
        browser.permissions.onRemoved.removeListener(again);
      };
    },
  };
}
