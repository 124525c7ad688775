import { signal } from '@preact/signals';
import type * as RestRoom from './rest';
import type { Sidebar } from './sidebar';

type Rest = typeof RestRoom;
type PartName = keyof Rest['PARTS'];

const fetched = signal<Rest | undefined>();

/** All that is not needed for the first frame: keys, menus, cards. Fetched once, after it. */
export async function fetchRest(): Promise<Rest> {
  const rest = await import('./rest');
  fetched.value = rest;
  return rest;
}

/** A part of the sidebar that comes later; nothing until it is there. */
export function Later({ part, sidebar }: { part: PartName; sidebar: Sidebar }) {
  const Part = fetched.value?.PARTS[part];
  return Part ? <Part sidebar={sidebar} /> : null;
}
