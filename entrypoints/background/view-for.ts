import type { Inventory } from '@/storage/inventory';
import type { ToolHealthStore } from '@/storage/settings/tool-health';
import type { Asker } from '@/utils/messaging/sender-class';
import type { ViewArgs, ViewName } from '@/utils/messaging/views';
import type { SourceKey } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import type { Parts } from './carry-out';
import type { Sites } from './sites';
import { tabFor } from './tabs';
import { reportOf, toolsView } from './tools-view';

/** Answers a view: what is about tabs and tools from here, the rest from the inventory. `args` were parsed by the view's own schema. */
export async function viewFor(
  parts: Parts & { health: ToolHealthStore; sites: Sites },
  name: ViewName,
  args: unknown,
  asker: Asker,
): Promise<unknown> {
  const { inventory, settings } = parts;
  const now = await settings.get();
  switch (name) {
    case 'settings':
      // While it is locked only how surfaces look is told.
      return (await parts.lock.isLocked()) ? { ...now, me: USUAL_SETTINGS.me, toolsOff: [] } : now;
    case 'page':
    case 'teaching':
    case 'asked':
      return inTab(parts, name, asker, args as ViewArgs<'page'>); // the three ask alike
    case 'backup':
      return parts.backups.view();
    case 'reminder':
      return parts.backups.reminder();
    case 'lock':
      return parts.lock.view();
    case 'recovery':
      return inventory.recovery();
    case 'tools':
      return toolsView({ ...parts, granted: parts.sites.granted });
    case 'report':
      return reportOf((args as ViewArgs<'report'>).tabId); // by the schema of this view
    case 'glimpse':
      // As above; a key of the contract is any text of its length.
      return (await inventory.byKeys([(args as ViewArgs<'glimpse'>).key as SourceKey]))[0]?.row;
    default:
      return inventory.view(name, args as Parameters<Inventory['view']>[1], now); // as above
  }
}

async function inTab(
  { pages, teaching, asked }: Parts,
  name: 'page' | 'teaching' | 'asked',
  asker: Asker,
  which: ViewArgs<'page'>,
): Promise<unknown> {
  const tabId = await tabFor(asker, which);
  if (name !== 'page') {
    if (tabId === undefined) return undefined;
    return name === 'teaching' ? teaching.get(tabId) : asked.get(tabId);
  }
  if (tabId === undefined) return { kind: 'closed', problem: 'no-access' };
  // The popup opens by a click on our icon, which lets us into that tab.
  return pages.view(tabId, asker.class === 'popup' ? 'gesture' : 'watching');
}
