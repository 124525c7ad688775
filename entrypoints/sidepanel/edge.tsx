import type { Sidebar } from './sidebar';
export function Edge(_: { sidebar: Sidebar }) {
  return null;
}
