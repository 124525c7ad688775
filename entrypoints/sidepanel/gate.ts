import type { CommandName } from '@/utils/messaging/commands';
import { createGate, type Gate } from '@/utils/messaging/gate';
import { MAY_BE_UNSEEN } from '@/utils/messaging/senders';
import type { Sidebar } from './sidebar';

const gates = new WeakMap<Sidebar, Gate>();

/** Begins to watch how the person sees a sidebar in a page, until `signal` aborts. No page can cover the browser's own. */
export function watchSight(sidebar: Sidebar, signal: AbortSignal): void {
  if (sidebar.isFrame) gates.set(sidebar, sidebar.wire.gate ?? createGate(document, signal));
}

/** True when a command may leave: it changes nothing, or the person sees the sidebar that it comes from. */
export function mayLeave(sidebar: Sidebar, name: CommandName): boolean | Promise<boolean> {
  if (!sidebar.isFrame || MAY_BE_UNSEEN.includes(name)) return true;
  return gates.get(sidebar)?.opens() ?? false;
}
