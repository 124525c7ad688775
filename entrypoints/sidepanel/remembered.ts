import type { Settings } from '@/utils/model/settings';
import type { Overview } from '@/utils/model/row';

/** Grows when the shape of what is kept changes: older copies are then not read. */
const VERSION = 1;

/**
 * The last known state, kept so that a surface can paint before the background answers. Never the truth.
 * A sandboxed frame has no storage and a full disk refuses: then nothing is remembered, and nothing else changes.
 */
function recall(name: string): unknown {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${name}.${VERSION}`) ?? 'null');
    return kept;
  } catch {
    // No storage here, or not ours to read: the live view will come.
    return undefined;
  }
}

function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`${name}.${VERSION}`, JSON.stringify(value));
  } catch {
    // As above: a copy for speed that could not be made.
  }
}

/** The overview as it was last seen, when one was kept. */
export function lastOverview(): Overview | undefined {
  const kept = recall('overview');
  const isWhole =
    typeof kept === 'object' && kept !== null && 'counts' in kept && 'today' in kept && 'next' in kept;
  // Written by keepOverview of the same version; the keys above are there.
  return isWhole ? (kept as Overview) : undefined;
}
export const keepOverview = (overview: Overview): void => keep('overview', overview);

/** The part of the settings that the first paint needs. */
export type Dress = Pick<Settings, 'language' | 'theme' | 'side'>;

/** How the sidebar was dressed last. Checked by hand: the schema library is too heavy for the first paint. */
export function lastDress(): Dress {
  const kept = recall('dress');
  const given: Record<string, unknown> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const oneOf = <T extends string>(name: keyof Dress, usual: T, ...others: T[]): T =>
    others.find((value) => value === given[name]) ?? usual;
  return {
    language: oneOf('language', 'auto', 'en', 'de', 'pseudo'),
    theme: oneOf('theme', 'auto', 'light', 'dark'),
    side: oneOf('side', 'right', 'left'),
  };
}
export const keepDress = ({ language, theme, side }: Dress): void => keep('dress', { language, theme, side });

/** Names of the sections that the person folded; `undefined` before they ever did. */
export function lastFolded(): string[] | undefined {
  const kept = recall('folded');
  return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : undefined;
}
export const keepFolded = (names: string[]): void => keep('folded', names);
