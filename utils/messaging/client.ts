/** A surface's two means: `send` a command, `watch` a view. Neither shows when the background slept in between. */
import { browser } from '@/utils/browser';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId } from '@/utils/model/ids';
import type { CommandMessage, CommandName, Payload, Reply } from './commands';
import { VIEW_PORT } from './view-port';
import type { ViewArgs, ViewMessage, ViewName, ViewValues } from './views';

const ANSWER_MS = 5_000;
/** Waits after each try, in ms: a worker that was stopped is back within 100 ms. */
const RETRY_MS = [50, 150, 400, 1_000, 2_000, 0];
/** Nothing of ours is longer, in characters of JSON; the browser takes 64 million, and seconds for it (safety MS-08). */
const LARGEST = 1_000_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The frame's nonce, which its content script put into the address; empty in the browser's own places. */
export const nonce = (): string | undefined => location.hash.match(/nonce=([\w-]{1,64})/)?.[1];

/**
 * Sends a command until it is acknowledged: always with the same id, so that it is carried out once whatever dies
 * in between. Gives the background's reply, or `unreachable` after about 9 s: then nothing is known to be saved. What
 * is too large is not sent at all.
 */
export async function send<N extends CommandName>(
  name: N,
  payload: Payload<N>,
  id: CommandId = newId<CommandId>(systemClock.now()),
): Promise<Reply> {
  const message: CommandMessage = { kind: 'command', id, name, payload, nonce: nonce() };
  const isTooLarge = JSON.stringify(message).length > LARGEST;
  for (const ms of isTooLarge ? [] : RETRY_MS) {
    const reply = await ask(message);
    if (reply) return reply;
    await pause(ms);
  }
  return { ok: false, code: isTooLarge ? 'too-large' : 'unreachable' };
}

async function ask(message: CommandMessage): Promise<Reply | undefined> {
  try {
    const answer: unknown = await Promise.race([browser.runtime.sendMessage(message), pause(ANSWER_MS)]);
    return isReply(answer) ? answer : undefined;
  } catch {
    // The worker was stopped before it answered, or is just starting: the same id is sent again.
    return undefined;
  }
}

/** Any value may be asked for a field; only the background answers, and it answers with a reply or not at all. */
const isReply = (answer: unknown): answer is Reply =>
  typeof (answer as Partial<Reply> | null | undefined)?.ok === 'boolean';

type Watcher = {
  name: ViewName;
  args: unknown;
  take: (value: never) => void;
  fail?: (problem: string) => void;
};
const watchers = new Map<number, Watcher>();
let port: ReturnType<typeof browser.runtime.connect> | undefined;
let last = 0;

/**
 * Calls `take` with the view, now and whenever it changed, until the returned function is called.
 * `fail` hears the code when the background refuses the view.
 */
export function watch<N extends ViewName>(
  name: N,
  args: ViewArgs<N>,
  take: (value: ViewValues[N]) => void,
  fail?: (problem: string) => void,
): () => void {
  const number = ++last;
  watchers.set(number, { name, args, take, ...(fail && { fail }) });
  if (port) port.postMessage({ watch: number, name, args });
  else connect();
  return () => {
    watchers.delete(number);
    port?.postMessage({ unwatch: number });
  };
}

let listens = false;
/** Connect again as soon as a hidden surface is looked at. */
function listenOnce(): void {
  if (listens) return;
  listens = true;
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) connect();
  });
}

function connect(): void {
  if (port || watchers.size === 0) return;
  listenOnce();
  try {
    port = browser.runtime.connect({ name: nonce() ? `${VIEW_PORT}:${nonce()}` : VIEW_PORT });
  } catch {
    // The extension was updated or removed under this page; the host says so.
    return;
  }
  port.onMessage.addListener((message) => deliver(message as ViewMessage)); // only our background has the other end
  port.onDisconnect.addListener(() => {
    port = undefined;
    // Hidden surfaces let the background sleep; they connect again when they are looked at.
    if (!document.hidden) setTimeout(connect, RETRY_MS[0]);
  });
  for (const [number, { name, args }] of watchers) port.postMessage({ watch: number, name, args });
}

function deliver(message: ViewMessage): void {
  const watcher = watchers.get(message.watch);
  if (!watcher) return;
  if ('problem' in message) watcher.fail?.(message.problem);
  // The background sends for each number the view that was asked for under it.
  else watcher.take(message.value as never);
}
