import { type Day, dayOf } from '@/utils/model/day';

/** One row of the list of sites: a host, whatever patterns the browser granted for it. */
export type Site = {
  /** The host; absent for all sites at once. */
  host?: string;
  /** Every address below the host too. */
  withBelow: boolean;
  /** What is given to the browser to take it back. */
  origins: string[];
  sinceDay?: Day;
};

const ALL = '<all_urls>';

/** The granted match patterns as rows: all sites first, then by host. Our own pages, which some browsers list, are no site. */
export function sitesOf(origins: readonly string[], dates: Record<string, number>, zone: string): Site[] {
  const rows = new Map<string, Site>();
  for (const origin of origins) {
    const host = hostOf(origin);
    if (host === undefined) continue;
    const row = rows.get(host) ?? rowOf(host);
    row.origins.push(origin);
    const at = dates[origin];
    if (at !== undefined) row.sinceDay = earlier(row.sinceDay, dayOf(at, zone));
    rows.set(host, row);
  }
  return [...rows].toSorted(([a], [b]) => byHost(a, b)).map(([, row]) => row);
}

/** "tool.example", "*.tool.example", "*" for all; undefined for what is no site. */
function hostOf(origin: string): string | undefined {
  if (origin === ALL) return '*';
  return /^(?:https?|\*|file):\/\/([^/]*)\//.exec(origin)?.[1];
}

function rowOf(host: string): Site {
  if (host === '*') return { withBelow: true, origins: [] };
  const withBelow = host.startsWith('*.');
  return { host: withBelow ? host.slice(2) : host, withBelow, origins: [] };
}

const earlier = (one: Day | undefined, other: Day): Day => (one !== undefined && one < other ? one : other);

function byHost(a: string, b: string): number {
  if (a === '*' || b === '*') return a === '*' ? -1 : 1;
  return a.localeCompare(b, 'en', { numeric: true });
}
