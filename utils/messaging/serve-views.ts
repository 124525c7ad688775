/** The ports that views travel on: what is watched, sent at once, and sent again when it changed. */
import * as v from 'valibot';
import { LIMITS } from '@/utils/model/limits';
import { isLargerThan } from './message-size';
import type { Asker } from './sender-class';
import { VIEW_SENDERS } from './senders';
import { type ViewMessage, type ViewName, viewSchemas, WatchMessageSchema } from './views';

/** Changes reach the surfaces at most this often: the first at once, the rest together. */
const COALESCE_MS = 100;
const WATCHES_PER_PORT = 60;

/** The part of a runtime port that is used here. */
export type ViewPort = {
  postMessage(message: ViewMessage): void;
  onMessage: { addListener(take: (message: unknown) => void): void };
  onDisconnect: { addListener(take: () => void): void };
};

type Compute = (name: ViewName, args: unknown, asker: Asker) => Promise<unknown>;
type Watch = {
  number: number;
  name: ViewName;
  args: unknown;
  sent?: string;
  isBusy: boolean;
  isDue: boolean;
};
type Client = { port: ViewPort; asker: Asker; watches: Map<number, Watch> };

export type Ports = {
  add(port: ViewPort, asker: Promise<Asker | undefined>): void;
  /** Something changed: compute the named views (all when none is named) and send those that differ. */
  refresh(names?: readonly ViewName[]): void;
  /** Who is connected now. */
  askers(): Asker[];
};

export function createPorts(compute: Compute): Ports {
  const clients = new Set<Client>();
  const push = (names: ReadonlySet<ViewName>) => {
    for (const client of clients)
      for (const watch of client.watches.values())
        if (names.has(watch.name)) void send(client, watch, compute);
  };
  const coalesce = createCoalesce(push);
  return {
    add: (port, asker) => listen(clients, port, asker, compute),
    refresh: (names = ALL) => coalesce(names),
    askers: () => [...clients].map(({ asker }) => asker),
  };
}

// Object.keys of a literal gives exactly its names.
const ALL = Object.keys(viewSchemas) as ViewName[];

function listen(
  clients: Set<Client>,
  port: ViewPort,
  asked: Promise<Asker | undefined>,
  compute: Compute,
): void {
  let client: Client | undefined;
  let isGone = false;
  const ready = asked.then(
    (asker) => {
      if (!asker || isGone) return;
      client = { port, asker, watches: new Map() };
      clients.add(client);
    },
    () => undefined, // the sender could not be checked: it is nobody
  );
  port.onMessage.addListener((message) => {
    void ready.then(() => take(client, port, message, compute));
  });
  port.onDisconnect.addListener(() => {
    isGone = true;
    if (client) clients.delete(client);
  });
}

function take(client: Client | undefined, port: ViewPort, message: unknown, compute: Compute): void {
  const parsed = isLargerThan(message, LIMITS.proposal)
    ? undefined
    : v.safeParse(WatchMessageSchema, message);
  if (!parsed?.success) return;
  const asked = parsed.output;
  if ('unwatch' in asked) {
    client?.watches.delete(asked.unwatch);
    return;
  }
  const problem = problemOf(client, asked.name);
  // A refused sender is told so and kept: cut off, it would connect again and again.
  if (problem || !client) return post(port, { watch: asked.watch, problem: problem ?? 'not-allowed' });
  const name = asked.name as ViewName; // problemOf saw that it is one
  const args = v.safeParse(viewSchemas[name], asked.args);
  if (!args.success) return post(port, { watch: asked.watch, problem: 'malformed' });
  const watch: Watch = { number: asked.watch, name, args: args.output, isBusy: false, isDue: false };
  client.watches.set(watch.number, watch);
  void send(client, watch, compute);
}

function problemOf(client: Client | undefined, name: string): string | undefined {
  if (!client) return 'not-allowed';
  if (!Object.hasOwn(viewSchemas, name)) return 'malformed';
  // The line above says that it is a view's name.
  if (!VIEW_SENDERS[name as ViewName].includes(client.asker.class)) return 'not-allowed';
  return client.watches.size >= WATCHES_PER_PORT ? 'too-many' : undefined;
}

/** One at a time for each watch: what is due meanwhile is computed afterwards, so the newest is sent last. */
async function send(client: Client, watch: Watch, compute: Compute): Promise<void> {
  watch.isDue = true;
  if (watch.isBusy) return;
  watch.isBusy = true;
  while (watch.isDue && client.watches.get(watch.number) === watch) {
    watch.isDue = false;
    const message = await answer(client, watch, compute);
    const text = JSON.stringify(message);
    if (text === watch.sent || client.watches.get(watch.number) !== watch) continue;
    watch.sent = text;
    post(client.port, message);
  }
  watch.isBusy = false;
}

async function answer(client: Client, watch: Watch, compute: Compute): Promise<ViewMessage> {
  try {
    return { watch: watch.number, value: await compute(watch.name, watch.args, client.asker) };
  } catch (error) {
    return { watch: watch.number, problem: codeOf(error) };
  }
}

/** The code of an error that carries one (a view's refusal), else "storage". */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'storage';

function post(port: ViewPort, message: ViewMessage): void {
  try {
    port.postMessage(message);
  } catch {
    // The surface closed while its view was computed; onDisconnect takes it out.
  }
}

/** Calls `push` with the first names at once, then at most every COALESCE_MS with all that came meanwhile. */
function createCoalesce(push: (names: ReadonlySet<ViewName>) => void) {
  let waiting: Set<ViewName> | undefined;
  const open = () => {
    const names = waiting;
    waiting = undefined;
    if (names?.size) start(names);
  };
  const start = (names: ReadonlySet<ViewName>) => {
    waiting = new Set();
    push(names);
    setTimeout(open, COALESCE_MS);
  };
  return (names: readonly ViewName[]) => {
    if (!waiting) return start(new Set(names));
    for (const name of names) waiting.add(name);
  };
}
