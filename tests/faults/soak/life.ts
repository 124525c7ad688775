import type { Page } from '@playwright/test';
import type { Reply } from '@/utils/messaging/commands';
import { addDays, type Day } from '@/utils/model/day';
import { Account } from '../account';
import { send } from '../asking';
import { RigBrowser } from '../rig-browser';
import { deedOf, MOST, seenAgain, type Deed, type Step, type World } from './deeds';
import { Model, type Change, type Source } from './model';
import { differs, toldOne } from './reading';
import { openTabs, rowsOf, sidebarOf, type Tab } from './tabs';

/** Refusals that say only that a rule forbids it, or that something else is under way. */
const FAIR: ReadonlySet<string> = new Set(['no-item', 'not-possible', 'busy', 'no-page']);
const TABS = 4;

/** An inventory under the hands of two desks and four tabs, with the model of what should be in it. */
export class Life {
  readonly model = new Model();
  readonly account = new Account();
  /** How often each kind of step was carried out, refused and left out. */
  readonly tally = new Map<string, number>();
  faults = 0;
  tabs: Tab[] = [];
  #desks: Page[] = [];
  #today = '' as Day; // set before the first step
  #step = 0;
  #killsNext = false;
  readonly browser: RigBrowser;

  private constructor(browser: RigBrowser) {
    this.browser = browser;
  }

  static async begin(build: string): Promise<Life> {
    const life = new Life(await RigBrowser.open({ build }));
    await life.#open();
    return life;
  }

  get desk(): Page {
    return this.#desks[0]!; // opened before anything else
  }

  async #open(): Promise<void> {
    this.#desks = [await this.browser.desk(), await this.browser.desk()];
    await this.account.bringBack(this.desk);
    this.tabs = await openTabs(this.browser, this.desk, TABS);
    this.#today = (await toldOne(this.desk, 'overview', {})).day;
  }

  /** Carries out a step. Gives words where the product refuses what it should do. */
  async take(step: Step): Promise<string | undefined> {
    this.#step += 1;
    switch (step.do) {
      case 'killWorker':
        // With the next command under way.
        this.#killsNext = true;
        this.faults += 1;
        return undefined;
      case 'restart':
      case 'crash':
        this.faults += 1;
        await (step.do === 'crash' ? this.browser.kill() : this.browser.stop());
        await this.browser.start();
        await this.#open();
        return undefined;
      case 'snapshot':
        // No entry of the log tells of it.
        await send(this.desk, 'snapshot.make', {});
        return undefined;
      case 'undo':
      case 'redo':
        return this.#goBack(step);
      case 'both':
        return this.#both(step);
      case 'rows':
        return this.#rows(step);
      case 'split':
        return this.#split(step);
      case 'merge':
        return this.#merge(step);
      default:
        return this.#plain(step);
    }
  }

  #count(name: string): void {
    this.tally.set(name, (this.tally.get(name) ?? 0) + 1);
  }

  async #send(page: Page, { name, payload }: Pick<Deed, 'name' | 'payload' | 'means'>): Promise<Reply> {
    const isKilled = this.#killsNext;
    this.#killsNext = false;
    const sent = this.account.send(page, name, payload);
    const [reply] = await Promise.all([sent, isKilled ? this.browser.killWorker() : undefined]);
    const came = reply.ok ? (reply.value.outcome === 'nothing' ? 'nothing' : 'done') : reply.code;
    this.#count(`${name} ${came}`);
    return reply;
  }

  get #world(): World {
    return { model: this.model, today: this.#today, dayAfter: (days) => addDays(this.#today, days) };
  }

  #page({ who }: Step): Page {
    return this.#desks[who] ?? this.desk;
  }

  async #plain(step: Step): Promise<string | undefined> {
    const deed = deedOf(step, this.#world, this.#step);
    return deed && this.#do(this.#page(step), deed);
  }

  async #do(page: Page, deed: Deed): Promise<string | undefined> {
    const reply = await this.#send(page, deed);
    if (!reply.ok) return FAIR.has(reply.code) ? undefined : `${deed.name} was refused: ${reply.code}`;
    if (reply.value.outcome !== 'nothing') this.model.take(deed.means(reply), deed.isSeen);
    return undefined;
  }

  async #goBack(step: Step): Promise<string | undefined> {
    const isBack = step.do === 'undo';
    if (!(isBack ? this.model.canUndo : this.model.canRedo)) return undefined;
    const reply = await this.#send(this.#page(step), {
      ...{ name: isBack ? 'undo' : 'redo', payload: {}, means: () => [] },
    });
    if (!reply.ok) return `${step.do} was refused: ${reply.code}`;
    if (isBack) this.model.undo();
    else this.model.redo();
    // Otherwise most of what is undone would be final before anybody does it again.
    return isBack && step.b % 3 === 0 ? this.#goBack({ ...step, do: 'redo' }) : undefined;
  }

  /** Two surfaces change two fields of one item at once: which came last is read from its history. */
  async #both(step: Step): Promise<string | undefined> {
    const ids = [...this.model.items].filter(([, item]) => !item.mergedInto).map(([id]) => id);
    const id = ids[step.a % Math.max(1, ids.length)];
    if (id === undefined) return undefined;
    const words = `Both in step ${this.#step}`;
    const [one, other] = this.#desks;
    const edit = (page: Page | undefined, changes: object) =>
      this.#send(page ?? this.desk, { name: 'item.edit', payload: { id, changes }, means: () => [] });
    const replies = await Promise.all([edit(one, { title: words }), edit(other, { note: words })]);
    const failed = replies.find(({ ok }) => !ok);
    if (failed && !failed.ok) return `one of two edits was refused: ${failed.code}`;
    const card = await toldOne(this.desk, 'item', { id });
    const title: Change = { do: 'put', id, fields: { title: words, isTitleEdited: true } };
    const note: Change = { do: 'put', id, fields: { note: words } };
    const inOrder = card?.history[0]?.type === 'note' ? [title, note] : [note, title];
    for (const change of inOrder) this.model.take([change]);
    return undefined;
  }

  /** Some rows of the list in one of the tabs, in one step. */
  async #rows({ a, b }: Step): Promise<string | undefined> {
    const tab = this.tabs[a % TABS];
    const rows = tab?.rows.filter((_, at) => (b >> (at % 10)) % 2 === 1) ?? [];
    if (!tab || rows.length === 0) return undefined;
    const { model } = this;
    const known = rows.map((row) => ({ row, id: model.holder(row.key) }));
    const back = known.flatMap(({ row, id }) => {
      const item = id === undefined ? undefined : model.items.get(id);
      return id !== undefined && item ? seenAgain(id, item, row) : [];
    });
    const payload = { tabId: tab.tabId, keys: rows.map(({ key }) => key) };
    const reply = await this.#send(this.desk, { name: 'page.captureRows', payload, means: () => [] });
    if (!reply.ok) {
      if (reply.code === 'no-page') await rowsOf(this.desk, tab.tabId);
      return FAIR.has(reply.code) ? undefined : `rows were refused: ${reply.code}`;
    }
    const fresh = known.filter(({ id }) => id === undefined).map(({ row }) => row);
    const begun = await this.#begun(fresh);
    if (typeof begun === 'string') return begun;
    const isSeen = fresh.length === 0 && !back.some((change) => change.do === 'put');
    this.model.take([...begun, ...back], isSeen);
    return undefined;
  }

  /** What rows became, as the list of the newest tells. */
  async #begun(rows: readonly Source[]): Promise<Change[] | string> {
    if (rows.length === 0) return [];
    const { rows: newest } = await toldOne(this.desk, 'list', { list: 'triage', limit: 100 });
    const changes: Change[] = [];
    for (const row of rows) {
      const found = newest.find(({ id, title }) => title === row.title && !this.model.items.has(id));
      if (!found) return `${row.title} was acknowledged and is not there`;
      const { id } = found;
      changes.push({ do: 'create', id, facts: { title: row.title } }, { do: 'addSource', id, source: row });
    }
    return changes;
  }

  /** An item that takes in another has a title by hand: which of its sources may name it is then no question. */
  async #merge(step: Step): Promise<string | undefined> {
    const deed = deedOf(step, this.#world, this.#step);
    if (deed?.name !== 'item.merge') return deed && this.#do(this.#page(step), deed);
    const { into } = deed.payload as { into: string }; // made by `merge` of deeds.ts
    if (!this.model.items.get(into)?.isTitleEdited) {
      const named = { ...step, do: 'title' as const, a: this.#placeOf(into) };
      const words = await this.#plain(named);
      if (words) return words;
      this.#step += 1;
    }
    return this.#plain(step);
  }

  #placeOf(id: string): number {
    return [...this.model.items].filter(([, item]) => !item.mergedInto).findIndex(([each]) => each === id);
  }

  async #split(step: Step): Promise<string | undefined> {
    const { model } = this;
    const able = [...model.items].filter(([, { mergedInto, sources }]) => !mergedInto && sources.length > 1);
    const [id, item] = able[step.a % Math.max(1, able.length)] ?? [];
    const source = item?.sources[step.b % item.sources.length];
    if (id === undefined || !item || !source || model.items.size > MOST) return undefined;
    const payload = { id, key: source.key };
    const reply = await this.#send(this.#page(step), { name: 'item.split', payload, means: () => [] });
    if (!reply.ok) return `a split was refused: ${reply.code}`;
    const { rows } = await toldOne(this.desk, 'list', { list: 'triage', limit: 20 });
    const found = rows.find((row) => !model.items.has(row.id) && row.title.startsWith(item.title));
    if (!found) return `what was split off ${id} is not there`;
    this.model.take([
      { do: 'removeSource', id, key: source.key },
      { do: 'create', id: found.id, facts: { title: found.title } },
      { do: 'addSource', id: found.id, source },
    ]);
    return undefined;
  }

  /** Words for what views tell otherwise than the model; `all` looks at every item, also on the second surface. */
  async check(all: boolean): Promise<string | undefined> {
    const first = await differs(this.desk, this.model, this.#today, all);
    if (first || !all) return first;
    return (
      (await this.#sidebars()) ?? (this.#desks[1] && differs(this.#desks[1], this.model, this.#today, true))
    );
  }

  /** A sidebar that has not said its first word in 1.5 s is taken out again: on a busy machine one is opened again. */
  async #sidebars(): Promise<string | undefined> {
    for (const tab of this.tabs) {
      if (sidebarOf(tab)) continue;
      this.#count('sidebar was gone');
      await send(this.desk, 'sidebar.open', { tabId: tab.tabId });
      if (!sidebarOf(tab)) return 'a sidebar is gone and does not come back';
    }
    return undefined;
  }

  /** Everything that was acknowledged is asked for once more by a browser that has just started. */
  async startAgain(): Promise<void> {
    await this.browser.stop();
    await this.browser.start();
    this.#desks = [await this.browser.desk(), await this.browser.desk()];
    this.tabs = [];
    await this.account.bringBack(this.desk);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
