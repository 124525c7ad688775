import { ticket } from '../support/inventory';
import { Account, type Outcome } from './account';
import { freshId, send, stored } from './asking';
import { numbers, type Case, type Rig } from './case';
import { capturedRows, openList } from './list-page';
import { RigBrowser } from './rig-browser';

/** SIGKILL at once after some captures were acknowledged, with more of them under way. */
export async function killBrowser({ build }: Rig, seed: number): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const page = await browser.desk();
    const wanted = 5 + (numbers(seed)() % 30);
    const enough = Promise.withResolvers<void>();
    for (let number = 0; number < wanted + 8; number += 1) {
      const draft = ticket(number);
      const sent = account.send(page, 'item.capture', { draft }, draft.title);
      // The last ones die with the browser, and nobody was told of them.
      sent.then(
        () => account.acknowledged >= wanted && enough.resolve(),
        () => undefined,
      );
    }
    await enough.promise;
    await browser.kill();
    await browser.start();
    return await account.settle(browser);
  } finally {
    await browser.close();
  }
}

/** SIGKILL while a long list is captured in one step: all of its rows or none. */
export async function killInList({ build }: Rig, seed: number): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const page = await browser.desk();
    await account.capture(page, 1, 10);
    const list = await openList(browser, 1_000, 200);
    const id = freshId();
    let isAnswered = false;
    const sent = send(page, 'page.captureRows', list.payload, id).then(
      (reply) => {
        isAnswered = true;
        account.note(id, reply, 'rows');
      },
      () => undefined, // the browser is gone
    );
    // The moment is what is varied: from before the journal to after the commit.
    const moment = new Promise((done) => setTimeout(done, numbers(seed)() % 600));
    await Promise.race([sent, moment]);
    await browser.kill();
    await sent;
    await browser.start();
    const desk = await browser.desk();
    await account.bringBack(desk);
    const rows = capturedRows(await stored(desk), 1_000);
    // What a page may tell at once is limited: of 200 short rows about a half arrives.
    const all = list.payload.keys.length;
    account.expect(rows === all || (rows === 0 && !isAnswered), `${rows} of ${all} rows`);
    account.notes.push(`${isAnswered ? 'after' : 'before'} the answer: ${rows} of ${all} rows`);
    return await account.settle(browser, desk);
  } finally {
    await browser.close();
  }
}

export const BROWSER_KILL: Case = {
  name: 'browser-kill',
  what: 'SIGKILL of the browser after captures were acknowledged',
  runs: 10,
  run: (rig, run) => killBrowser(rig, 77 + run),
};

export const LIST_KILL: Case = {
  name: 'list-kill',
  what: 'SIGKILL of the browser while a list of rows is captured in one step',
  runs: 5,
  run: (rig, run) => killInList(rig, 5 + run),
};
