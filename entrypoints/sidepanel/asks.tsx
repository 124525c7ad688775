import type { Sidebar } from './sidebar';
export function Asks(_: { sidebar: Sidebar }) {
  return null;
}
