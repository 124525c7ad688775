/** Since when each site is granted: the browser does not say, so it is written down when it is heard. */
import * as v from 'valibot';
import { browser } from '@/utils/browser';

const KEY = 'siteDates';
/** By match pattern ("https://tool.example/*"), UTC ms. */
const DatesSchema = v.record(v.string(), v.number());
export type SiteDates = v.InferOutput<typeof DatesSchema>;

/** The dates that are known; none of what was granted while nobody listened. */
export async function readSiteDates(): Promise<SiteDates> {
  const parsed = v.safeParse(DatesSchema, (await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.output : {};
}

/** Keeps the dates by what the browser tells. A site that is taken back leaves no trace. */
export function keepSiteDates(now: () => number): void {
  let last = Promise.resolve();
  /** One after the other: none overwrites another. */
  const change = (by: (dates: SiteDates) => void) => {
    last = last.then(async () => {
      const dates = await readSiteDates();
      by(dates);
      await browser.storage.local.set({ [KEY]: dates });
    });
    last = last.catch(() => undefined); // not to be written now: the page then says nothing of the day
  };
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length === 0) return;
    const at = now();
    change((dates) => origins.forEach((origin) => (dates[origin] ??= at)));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length === 0) return;
    change((dates) => origins.forEach((origin) => delete dates[origin]));
  });
}
