/**
 * The background's end of the conversation: one listener for commands, one for view ports. Every message is
 * answered, with a typed refusal when it is not allowed, malformed, too large or too frequent; nothing throws.
 */
import * as v from 'valibot';
import { browser } from '@/utils/browser';
import { LIMITS } from '@/utils/model/limits';
import type { CommandId } from '@/utils/model/ids';
import { CommandMessageSchema, commandSchemas } from './commands';
import type { CommandName, Parsed, Refusal, Reply } from './commands';
import { isLargerThan } from './message-size';
import { createRateLimit } from './rate-limit';
import { classify } from './sender-class';
import type { Asker, Own, SenderFacts } from './sender-class';
import { COMMAND_SENDERS, MAY_BE_UNSEEN, VIEWS_WHILE_LOCKED, WHILE_LOCKED } from './senders';
import { createPorts, type Ports } from './serve-views';
import { VIEW_PORT } from './view-port';
import type { ViewName } from './views';

/** One command, parsed and allowed. The name tells the payload's type. */
export type Command = { [N in CommandName]: { id: CommandId; name: N; payload: Parsed<N> } }[CommandName];

/** What the background can do; `serve` only lets through what may come in. */
export type Service = {
  own: Own;
  now(): number;
  carryOut(command: Command, asker: Asker): Promise<Reply>;
  view(name: ViewName, args: unknown, asker: Asker): Promise<unknown>;
  /** Was this nonce given to that tab's script, for a frame of this class? */
  knowsNonce(tabId: number, nonce: string, framed: 'frame' | 'glimpse'): Promise<boolean>;
  /** Can the person see the frame in that tab? */
  isSeen(tabId: number): Promise<boolean>;
  /** Is nothing shown or changed before a passphrase is typed? */
  isLocked(): Promise<boolean>;
};

const refuse = (code: Refusal): Reply => ({ ok: false, code });

/** Starts listening at once. Gives the ports, to send views again when something changed. */
export function serve(service: Service): Ports {
  const answer = createAnswer(service);
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: unknown, sendResponse: (reply: Reply) => void) => {
      // The browser fills in the sender; only the fields named in SenderFacts are read.
      answer(message, sender as SenderFacts).then(sendResponse, () => sendResponse(refuse('storage')));
      return true;
    },
  );
  const ports = createPorts((name, args, asker) => view(service, name, args, asker));
  browser.runtime.onConnect.addListener((port) => {
    const [name, nonce] = port.name.split(':');
    if (name !== VIEW_PORT) return port.disconnect();
    ports.add(port, whoAsks(service, port.sender, nonce));
  });
  return ports;
}

/** A view that is not given while the inventory is locked; `code` is what the surface is told. */
class Locked extends Error {
  readonly code = 'locked' satisfies Refusal;
}

/** Computes a view, where it is given now. Asked again after it was computed: a lock that closed meanwhile holds. */
export async function view(service: Service, name: ViewName, args: unknown, asker: Asker): Promise<unknown> {
  const isOpen = async () => VIEWS_WHILE_LOCKED.includes(name) || !(await service.isLocked());
  if (!(await isOpen())) throw new Locked();
  const value = await service.view(name, args, asker);
  if (!(await isOpen())) throw new Locked();
  return value;
}

/** The function that turns any message of any sender into a reply. Never throws. */
export function createAnswer(service: Service) {
  const rate = createRateLimit();
  return async (message: unknown, sender: SenderFacts): Promise<Reply> => {
    try {
      const asker = await whoAsks(service, sender, nonceOf(message));
      if (!asker) return refuse('not-allowed');
      if (asker.class === 'content' && !rate.allow(asker.tabId ?? -1, service.now()))
        return refuse('too-many');
      return await carryOut(service, message, asker);
    } catch {
      // A bug or a dying database: the surface keeps what was typed and offers to try again.
      return refuse('storage');
    }
  };
}

async function carryOut(service: Service, message: unknown, asker: Asker): Promise<Reply> {
  if (isLargerThan(message, asker.class === 'content' ? LIMITS.proposal : LIMITS.message))
    return refuse('too-large');
  const envelope = v.safeParse(CommandMessageSchema, message);
  if (!envelope.success) return refuse('malformed');
  const { id, name, payload } = envelope.output;
  if (!Object.hasOwn(commandSchemas, name)) return refuse('malformed');
  // The line above says that the name is a command's.
  const known = name as CommandName;
  if (!COMMAND_SENDERS[known].includes(asker.class)) return refuse('not-allowed');
  const parsed = v.safeParse(commandSchemas[known], payload);
  if (!parsed.success) return refuse('malformed');
  if (!WHILE_LOCKED.includes(known) && (await service.isLocked())) return refuse('locked');
  if (!(await isInSight(service, known, asker))) return refuse('hidden');
  // The payload was parsed by the schema of this very name.
  return service.carryOut({ id, name: known, payload: parsed.output } as Command, asker);
}

/** What comes out of a page's frame counts only while the person sees it; the browser's own places no page can cover. */
async function isInSight(
  service: Service,
  name: CommandName,
  { class: from, tabId }: Asker,
): Promise<boolean> {
  if (from !== 'frame' || MAY_BE_UNSEEN.includes(name)) return true;
  return tabId !== undefined && service.isSeen(tabId);
}

/** The sender's class; a frame counts only with the nonce that its tab's script was given. */
async function whoAsks(
  service: Service,
  sender: SenderFacts | undefined,
  nonce: string | undefined,
): Promise<Asker | undefined> {
  const asker = sender && classify(sender, service.own);
  if (asker?.class !== 'frame' && asker?.class !== 'glimpse') return asker;
  if (!nonce || asker.tabId === undefined) return undefined;
  return (await service.knowsNonce(asker.tabId, nonce, asker.class)) ? asker : undefined;
}

function nonceOf(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, 'nonce')) return undefined;
  const { nonce } = message as { nonce: unknown }; // the line above saw the field
  return typeof nonce === 'string' && nonce.length <= 64 ? nonce : undefined;
}
