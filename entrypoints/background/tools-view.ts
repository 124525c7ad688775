import * as v from 'valibot';
import type { Inventory } from '@/storage/inventory';
import type { SettingsStore } from '@/storage/settings';
import type { ToolHealthStore } from '@/storage/settings/tool-health';
import type { Clock } from '@/utils/model/clock';
import { dayOf } from '@/utils/model/day';
import type { ToolHealth } from '@/utils/model/row';
import { askPage } from './page-link';
import type { Pages } from './pages';

type With = {
  inventory: Inventory;
  settings: Pick<SettingsStore, 'get'>;
  health: ToolHealthStore;
  pages: Pages;
  clock: Clock;
  /** Match patterns of the sites that the person granted. */
  granted(): Promise<string[]>;
};

/** Each tool that was read or has items, the ones with most items first. */
export async function toolsView({
  inventory,
  settings,
  health,
  pages,
  clock,
  granted,
}: With): Promise<ToolHealth[]> {
  const [counts, read, { toolsOff }, origins, shown] = await Promise.all([
    inventory.toolCounts(),
    health.all(dayOf(clock.now(), clock.zone())),
    settings.get(),
    granted(),
    pages.products(),
  ]);
  const byProduct = new Map(counts.map((each) => [each.product, each]));
  const products = new Set([...byProduct.keys(), ...read.keys(), ...toolsOff]);
  products.delete('web');
  const tabOf = (product: string) => [...shown].find(([, each]) => each === product)?.[0];
  return [...products]
    .map((product): ToolHealth => {
      const seen = read.get(product);
      const hosts = [...new Set([...(seen?.hosts ?? []), ...(byProduct.get(product)?.hosts ?? [])])];
      return {
        product,
        hosts,
        items: byProduct.get(product)?.items ?? 0,
        lastSuccess: seen?.lastSuccess,
        lastRead: seen?.lastRead,
        failing: seen?.failing ?? [],
        granted: hosts.filter((host) => origins.some((origin) => isWithin(host, origin))),
        isOn: !toolsOff.includes(product),
        tabId: tabOf(product),
      };
    })
    .toSorted((a, b) => b.items - a.items || a.product.localeCompare(b.product));
}

/** Does a match pattern ("https://*.tool.example/*", "<all_urls>") cover a host? */
export function isWithin(host: string, origin: string): boolean {
  const name = /^[^:]+:\/\/([^/]+)\//.exec(origin)?.[1];
  if (origin === '<all_urls>' || name === '*') return true;
  if (name?.startsWith('*.')) return host === name.slice(2) || host.endsWith(name.slice(1));
  return host === name || host.replace(/:\d+$/, '') === name;
}

const SketchSchema = v.pipe(v.string(), v.maxLength(200_000));

/** The structure of the page in a tab without its text, for a report; undefined where the page cannot be read. */
export async function reportOf(tabId: number): Promise<{ sketch: string } | undefined> {
  try {
    const { sketch } = await askPage(tabId, { ask: 'sketch' });
    const parsed = v.safeParse(SketchSchema, sketch);
    return parsed.success ? { sketch: parsed.output } : undefined;
  } catch {
    // The tab was closed, or the browser does not let us in any more.
    return undefined;
  }
}
