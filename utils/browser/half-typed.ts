/**
 * Text that was typed and is not saved yet, kept in the browser's storage so that it survives what ends a surface:
 * an update of the extension, a closed tab, a crash. Memory and the session's storage do not survive an update.
 */
import { browser } from '@/utils/browser';

/** What stands in a field, and what the field held when the typing began; `off` are chips that were taken back. */
export type HalfTyped = { text: string; base?: string; off?: readonly string[] };
type Kept = HalfTyped & { at: number };

const PREFIX = 'd:';
/** From a key to its safe place, in ms; safety DU-21 allows 500. */
const WITHIN_MS = 300;
/** No older than this, and no more than this many are kept. */
const OLDEST_MS = 30 * 86_400_000;
const MOST = 50;
/**
 * In the session's memory: a write into the browser's storage failed, after which it forgets later ones at its next
 * start. The journal lies there too, and then proves nothing (storage/inventory/second-copy.ts).
 */
export const STORAGE_TORN = 'journalTorn';

const waiting = new Map<string, Kept | undefined>();
/** Places where something is or may be kept. */
const known = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isListening = false;
let isPruned = false;
let hasFailed = false;

/** What was typed at a place and never saved; `now` in UTC ms. Nothing where the surface has no storage. */
export async function recallHalfTyped(place: string, now: number): Promise<HalfTyped | undefined> {
  try {
    const key = PREFIX + place;
    const { [key]: found } = await browser.storage.local.get(key);
    if (!isKept(found) || isTooOld(found, now)) return undefined;
    known.add(key);
    return found;
  } catch {
    // A sandboxed page's frame, or an extension that was updated under it: nothing is remembered there.
    return undefined;
  }
}

/**
 * Keeps what stands in a field within 300 ms, and at once when its page is hidden; `undefined` or an empty text, once
 * it was saved or given up, takes it away. `now` in UTC ms.
 */
export function keepHalfTyped(place: string, typed: HalfTyped | undefined, now: number): void {
  const key = PREFIX + place;
  const isEmpty = !typed || typed.text === '';
  if (hasFailed || (isEmpty && !known.has(key))) return;
  known.add(key);
  waiting.set(key, isEmpty ? undefined : { ...typed, at: now });
  listenOnce();
  if (isEmpty) void store();
  // Not put off by the next key: whoever types without a pause would have nothing kept.
  else timer ??= setTimeout(() => void store(), WITHIN_MS);
}

function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  addEventListener('pagehide', () => void store());
  document.addEventListener('visibilitychange', () => void store());
}

async function store(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const entries = [...waiting];
  waiting.clear();
  if (entries.length === 0) return;
  const gone = entries.flatMap(([key, kept]) => (kept ? [] : [key]));
  const kept = entries.flatMap(([key, each]) => (each ? [[key, each] as const] : []));
  for (const key of gone) known.delete(key);
  try {
    const { local } = browser.storage;
    await Promise.all([
      kept.length > 0 && local.set(Object.fromEntries(kept)),
      gone.length > 0 && local.remove(gone),
    ]);
  } catch {
    await noteFailure();
    return;
  }
  if (kept[0] && !isPruned) {
    isPruned = true;
    await prune(kept[0][1].at).catch(() => {
      // The extension is just going, or its storage is: the next surface tidies up.
    });
  }
}

/** Nothing more is tried here. Where it is the disk that refuses, whoever relies on that storage must know. */
async function noteFailure(): Promise<void> {
  hasFailed = true;
  try {
    await browser.storage.session.set({ [STORAGE_TORN]: true });
  } catch {
    // No storage at all in this frame, or no extension any more.
  }
}

/** Lets go of what is too old or too much, once in the life of a surface. */
async function prune(now: number): Promise<void> {
  const keys = await keptKeys();
  const all = keys.length > 0 ? await browser.storage.local.get(keys) : {};
  const kept = Object.entries(all).flatMap(([key, value]) => (isKept(value) ? [{ key, ...value }] : []));
  kept.sort((one, other) => other.at - one.at);
  const tooMany = kept.filter((each, place) => place >= MOST || isTooOld(each, now));
  if (tooMany.length > 0) await browser.storage.local.remove(tooMany.map(({ key }) => key));
}

/** The keys alone where the browser gives them: beside them lies the journal, which may be long. */
async function keptKeys(): Promise<string[]> {
  // Chromium since 130; the types do not know it.
  const { local } = browser.storage as { local: { getKeys?: () => Promise<string[]> } };
  const keys = (await local.getKeys?.()) ?? Object.keys(await browser.storage.local.get(null));
  return keys.filter((key) => key.startsWith(PREFIX));
}

const isTooOld = ({ at }: Kept, now: number): boolean => now - at > OLDEST_MS;

/** Only this module writes there, but another version of it may have. */
const isKept = (found: unknown): found is Kept =>
  typeof found === 'object' &&
  found !== null &&
  'text' in found &&
  typeof found.text === 'string' &&
  'at' in found &&
  typeof found.at === 'number';
