import { Account, together, type Outcome } from './account';
import { recoveryOf, send, stored, told } from './asking';
import type { Case, Rig } from './case';
import { RigBrowser } from './rig-browser';

type ItemView = { item: { title: string; note: string; tags: string[] } };

/** Two surfaces change one item at the same time, different fields and the same one. */
export async function editTogether({ build }: Rig): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const [one, other] = [await browser.desk(), await browser.desk()];
    const made = await account.send(one, 'item.add', { title: 'Edited by two' });
    const id = made.ok ? made.value.itemId : undefined;
    const edit = (page: typeof one, changes: object) => account.send(page, 'item.edit', { id, changes });
    await Promise.all([edit(one, { note: 'by one' }), edit(other, { tags: ['by other'] })]);
    const view = async (page: typeof one) => (await told<ItemView>(page, 'item', { id })) as ItemView;
    const { item } = await view(one);
    account.expect(item.note === 'by one' && item.tags[0] === 'by other', 'one of two fields is gone');
    for (let round = 0; round < 10; round += 1)
      await Promise.all([edit(one, { title: `One ${round}` }), edit(other, { title: `Other ${round}` })]);
    const [here, there] = [await view(one), await view(other)];
    account.expect(/^(One|Other) 9$/.test(here.item.title), `the last word is ${here.item.title}`);
    account.expect(here.item.title === there.item.title, 'two surfaces show two titles');
    return await account.settle(browser, one);
  } finally {
    await browser.close();
  }
}

/** One surface deletes what the other edits: it is deleted, the edit is kept, and one step brings both back. */
export async function deleteAndEdit({ build }: Rig): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const outcomes: Outcome[] = [];
    const [one, other] = [await browser.desk(), await browser.desk()];
    for (const isEditFirst of [true, false]) {
      const account = new Account();
      const title = `Deleted here ${isEditFirst}`;
      const made = await account.send(one, 'item.add', { title });
      const id = made.ok ? made.value.itemId : undefined;
      const edit = () => account.send(other, 'item.edit', { id, changes: { note: 'edited there' } });
      const remove = () => account.send(one, 'item.delete', { id });
      const done = isEditFirst ? [edit(), remove()] : [remove(), edit()];
      await Promise.all(done);
      const find = async () => (await stored(one)).items.find((each) => each.id === id);
      account.expect((await find())?.isTrashed === true, 'it is not in the trash');
      await account.send(one, 'item.restore', { id });
      const back = await find();
      account.expect(back?.isTrashed === false && back.note === 'edited there', 'the edit is gone');
      outcomes.push(account.compare(await stored(one)));
    }
    return together(outcomes);
  } finally {
    await browser.close();
  }
}

const DAY_MS = 86_400_000;
/** Jumps of the wall clock, in ms from the time now. The last is the night in which an hour comes twice. */
const JUMPS: Record<string, (now: number) => number> = {
  'two days back': (now) => now - 2 * DAY_MS,
  'a year on': (now) => now + 365 * DAY_MS,
  'back again': (now) => now,
  'the leap day': () => Date.UTC(2028, 1, 29, 23, 59, 59),
  'before the hour that comes twice': () => Date.UTC(2026, 9, 25, 0, 30),
  'in the hour that comes twice': () => Date.UTC(2026, 9, 25, 1, 30),
};

/** The clock of the worker jumps between changes of one item: the last said is what holds, and the log keeps the order. */
export async function jumpClock({ build }: Rig): Promise<Outcome> {
  const browser = await RigBrowser.open({ build, args: [] });
  try {
    const account = new Account();
    const page = await browser.desk();
    const made = await account.send(page, 'item.add', { title: 'Before all' });
    const id = made.ok ? made.value.itemId : undefined;
    const said: string[] = [];
    for (const [name, to] of Object.entries(JUMPS)) {
      const worker = await browser.worker();
      await worker.evaluate(
        (shift) => {
          const real = (globalThis as { realNow?: () => number }).realNow ?? Date.now.bind(Date);
          Object.assign(globalThis, { realNow: real });
          Date.now = () => real() + shift;
        },
        to(Math.floor(performance.timeOrigin + performance.now())) -
          Math.floor(performance.timeOrigin + performance.now()),
      );
      const reply = await account.send(page, 'item.edit', { id, changes: { title: name } });
      account.expect(reply.ok, `${name}: ${reply.ok ? '' : reply.code}`);
      said.push(name);
      const { items } = await stored(page);
      const title = items.find((each) => each.id === id)?.title;
      account.expect(title === name, `${name}: the item is called ${title}`);
      await account.capture(page, said.length * 100, 2);
    }
    // The worker that wakes has the right time again, which is far before what it said last.
    await browser.killWorker();
    await account.send(page, 'item.edit', { id, changes: { title: 'After all' } });
    const { items } = await stored(page);
    account.expect(items.find((each) => each.id === id)?.title === 'After all', 'the last word is lost');
    await browser.stop();
    await browser.start();
    const desk = await browser.desk();
    account.expect((await recoveryOf(desk)).state === 'ready', 'a clock that jumped is no loss');
    const undone = await send(desk, 'undo', {});
    account.expect(undone.ok, 'undo after the jumps');
    return await account.settle(browser, desk);
  } finally {
    await browser.close();
  }
}

export const TWO_SURFACES: Case = {
  name: 'two-surfaces',
  what: 'two surfaces change the same item at once, different fields and the same',
  runs: 2,
  run: editTogether,
};
export const DELETE_EDIT: Case = {
  name: 'delete-edit',
  what: 'one surface deletes what another edits, in both orders',
  runs: 2,
  run: deleteAndEdit,
};
export const CLOCK: Case = {
  name: 'clock',
  what: 'the clock two days back, a year on, over the leap day and the hour that comes twice',
  runs: 1,
  run: jumpClock,
};
