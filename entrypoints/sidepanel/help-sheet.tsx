import type { Sidebar } from './sidebar';
export function HelpSheet(_: { sidebar: Sidebar }) {
  return null;
}
