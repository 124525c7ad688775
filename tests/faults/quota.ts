import { Account, type Outcome } from './account';
import type { Case, Rig } from './case';
import { RigBrowser } from './rig-browser';

/** The browser refuses any more than some bytes, from before the first use on. */
async function smallQuota({ build }: Rig, bytes: number): Promise<Outcome> {
  const browser = await RigBrowser.open({ build });
  try {
    const account = new Account();
    const page = await browser.desk();
    const session = await browser.context.newCDPSession(page);
    const origin = `chrome-extension://${browser.id}`;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
    await browser.killWorker();
    const given = await account.capture(page, 0, 60);
    account.notes.push(`${given} of 60 acknowledged at a quota of ${bytes} bytes`);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await browser.stop();
    await browser.start();
    return await account.settle(browser);
  } finally {
    await browser.close();
  }
}

export const QUOTA: Case = {
  name: 'quota',
  what: 'a quota of nothing, and of 60 KB, before the first use',
  runs: 2,
  run: (rig, run) => smallQuota(rig, run % 2 === 0 ? 0 : 60_000),
};
