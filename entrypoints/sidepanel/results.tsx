import type { Sidebar } from './sidebar';
export function Results(_: { sidebar: Sidebar }) {
  return null;
}
