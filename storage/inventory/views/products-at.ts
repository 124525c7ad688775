import { foundBy } from '../entry';
import type { InventoryDatabase } from '../schema';

/** The tool that items on each of these hosts come from, by host: of self-hosted tools no address tells it. */
export async function productsAt(
  db: InventoryDatabase,
  hosts: readonly string[],
): Promise<Record<string, string>> {
  const firsts = await Promise.all(
    hosts.map((host) =>
      db.sources
        .where('found')
        .equals(foundBy.host(host))
        // Pages that no tool knows may lie on a tool's host too.
        .and(({ key }) => !key.startsWith('web|'))
        .first(),
    ),
  );
  const pairs = firsts.flatMap((source, place): [string, string][] => {
    const [host, product] = [hosts[place], source?.key.split('|', 1)[0]];
    return host !== undefined && product !== undefined ? [[host, product]] : [];
  });
  return Object.fromEntries(pairs);
}
