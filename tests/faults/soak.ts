import type { Page } from '@playwright/test';
import { ticket } from '../support/inventory';
import { Account, type Outcome } from './account';
import { stored } from './asking';
import { numbers, type Case, type Rig } from './case';
import { RigBrowser } from './rig-browser';

type Expected = { title: string; note: string; state: string };
type World = ReadonlyMap<string, Expected>;

const STATES = ['ready', 'started', 'done', 'canceled', 'backlog'] as const;
/** How many commands can be undone. */
const UNDOABLE = 50;
const CHECK_EVERY = 25;

/** What should be there, with the way back: each undoable command leads from one world to the next. */
class Model {
  now: World = new Map();
  #before: World[] = [];
  #after: World[] = [];

  get canUndo(): boolean {
    return this.#before.length > 0;
  }
  get canRedo(): boolean {
    return this.#after.length > 0;
  }

  act(id: string, changes: Partial<Expected>): void {
    this.#before = [...this.#before, this.now].slice(-UNDOABLE);
    this.#after = [];
    const found = this.now.get(id) ?? { title: '', note: '', state: 'triage' };
    this.now = new Map([...this.now, [id, { ...found, ...changes }]]);
  }
  undo(): void {
    this.#after.push(this.now);
    this.now = this.#before.pop() ?? this.now;
  }
  redo(): void {
    this.#before.push(this.now);
    this.now = this.#after.pop() ?? this.now;
  }

  /** Words for the first difference to what lies in the database; undefined where there is none. */
  differs(items: Awaited<ReturnType<typeof stored>>['items']): string | undefined {
    if (items.length !== this.now.size) return `${items.length} items, ${this.now.size} expected`;
    for (const { id, ...item } of items) {
      const wanted = this.now.get(id);
      if (!wanted) return `${item.title} should not be there`;
      for (const field of ['title', 'note', 'state'] as const)
        if ((item[field] ?? '') !== wanted[field])
          return `${field} of ${id}: "${item[field]}" for "${wanted[field]}"`;
    }
    return undefined;
  }
}

type Step = { account: Account; model: Model; page: Page; next: () => number; step: number };

/** One command at random, and the same in the model when it was acknowledged. */
async function act({ account, model, page, next, step }: Step): Promise<void> {
  const ids = [...model.now.keys()];
  const id = ids[next() % Math.max(1, ids.length)] ?? '';
  const words = `Said in step ${step}`;
  const kind = ids.length === 0 ? 0 : next() % 8;
  if (kind <= 1) {
    const reply = await account.send(page, 'item.capture', { draft: ticket(step) });
    if (reply.ok) model.act(reply.value.itemId ?? '', { title: ticket(step).title });
  } else if (kind === 2) {
    const reply = await account.send(page, 'item.edit', { id, changes: { title: words } });
    if (reply.ok) model.act(id, { title: words });
  } else if (kind === 3) {
    const reply = await account.send(page, 'item.edit', { id, changes: { note: words } });
    if (reply.ok) model.act(id, { note: words });
  } else if (kind === 4) {
    const state = STATES.filter((each) => each !== model.now.get(id)?.state)[next() % 4] ?? 'ready';
    const reply = await account.send(page, 'item.setState', { id, state });
    if (reply.ok) model.act(id, { state });
  } else if (kind === 5) {
    const reply = await account.send(page, 'item.wait', { id, on: words });
    // Whoever waits for something has judged it.
    const judged = model.now.get(id)?.state === 'triage' ? { state: 'ready' } : {};
    if (reply.ok) model.act(id, judged);
  } else await goBack({ account, model, page }, kind === 6);
}

/** Takes the last command back or does it again, where there is one. */
async function goBack({ account, model, page }: Pick<Step, 'account' | 'model' | 'page'>, isBack: boolean) {
  if (isBack && model.canUndo) {
    if ((await account.send(page, 'undo', {})).ok) model.undo();
  } else if (model.canRedo && (await account.send(page, 'redo', {})).ok) model.redo();
}

/** Random commands for a while; the worker is killed and the browser restarted or killed at random in between. */
async function soak({ build, minutes }: Rig, run: number): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const [account, model, next] = [new Account(), new Model(), numbers(4_242 + run)];
    const end = performance.now() + minutes * 60_000;
    let page = await browser.desk();
    let faults = 0;
    let step = 0;
    for (; performance.now() < end; step += 1) {
      const fault = next() % 60;
      if (fault < 3) await browser.killWorker();
      if (fault === 3 || fault === 4) {
        await (fault === 3 ? browser.stop() : browser.kill());
        await browser.start();
        page = await browser.desk();
        await account.bringBack(page);
      }
      if (fault < 5) faults += 1;
      await act({ account, model, page, next, step });
      if (step % CHECK_EVERY !== 0) continue;
      const difference = model.differs((await stored(page)).items);
      account.expect(difference === undefined, `step ${step}: ${difference}`);
      if (difference) break;
    }
    const last = model.differs((await stored(page)).items);
    account.expect(last === undefined, `at the end: ${last}`);
    account.notes.push(`${step} steps, ${faults} faults, ${model.now.size} items`);
    return account.compareLog(await stored(page));
  } finally {
    await browser.close();
  }
}

export const SOAK: Case = {
  name: 'soak',
  what: 'random commands against a model, with kills and restarts; 20 s, or --minutes',
  runs: 1,
  run: soak,
};
