import type { Sidebar } from './sidebar';
export function MoreMenu(_: { sidebar: Sidebar }) {
  return null;
}
