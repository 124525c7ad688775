import { isTorn, markTorn } from '@/storage/inventory/torn';
import { browser } from '@/utils/browser';
import { type CommandId, isUuid } from '@/utils/model/ids';

/** Where a sealed capture lies in `storage.local`: behind this, its command's id. */
const SEALED = 'sealed:';
export const sealedKey = (id: CommandId): string => SEALED + id;

/**
 * Stores a value in the browser's own storage and says whether that can be relied on: not after any write there has
 * failed, until the browser starts again.
 */
export async function store(key: string, value: unknown): Promise<boolean> {
  if (await isTorn()) return false;
  try {
    await browser.storage.local.set({ [key]: value });
    return true;
  } catch {
    // No room. Who asked for it is told.
    await markTorn();
    return false;
  }
}

export async function read(key: string): Promise<unknown> {
  return (await browser.storage.local.get(key))[key];
}

/** The ids of all sealed captures. */
export async function sealedIds(): Promise<Set<CommandId>> {
  const keys = Object.keys(await browser.storage.local.get(null));
  const ids = keys.filter((key) => key.startsWith(SEALED)).map((key) => key.slice(SEALED.length));
  // A UUID behind the prefix is a command's.
  return new Set(ids.filter((id): id is CommandId => isUuid(id)));
}
