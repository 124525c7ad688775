import type { Sidebar } from './sidebar';
export function CardView(_: { sidebar: Sidebar }) {
  return null;
}
