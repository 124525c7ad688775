import type { Settings } from '@/utils/model/settings';
import type { Overview } from '@/utils/model/row';

/** Where something is remembered. The number grows when the shape of what is kept changes: older copies are then not read. */
export const placeOf = (name: 'overview' | 'dress' | 'folded'): string => `${name}.2`;

/** The part of the settings that the first paint needs. */
export type Dress = Pick<Settings, 'language' | 'theme' | 'side'>;

// What is read below was written by `remembering.ts` of the same version.

/** The overview as it was last seen, when one was kept. */
export const lastOverview = (): Overview | undefined => recall('overview') as Overview | undefined;

/** How the sidebar was dressed last; as it comes, before it ever was. */
export const lastDress = (): Dress =>
  (recall('dress') as Dress | undefined) ?? { language: 'auto', theme: 'auto', side: 'right' };

/** Names of the sections that the person folded; `undefined` before they ever did. */
export const lastFolded = (): string[] | undefined => recall('folded') as string[] | undefined;

/**
 * The last known state, kept so that a surface can paint before the background answers. Never the truth.
 * A sandboxed frame has no storage and a full disk refuses: then nothing is remembered, and nothing else changes.
 */
function recall(name: Parameters<typeof placeOf>[0]): unknown {
  try {
    return JSON.parse(localStorage.getItem(placeOf(name)) ?? 'null') ?? undefined;
  } catch {
    // No storage here, or not ours to read: the live view will come.
    return undefined;
  }
}
