import type { Page } from '@playwright/test';
import { canonicalJson, createDigest, FORMAT, VERSION } from '@/storage/transfer/file-form';
import type { BackupView } from '@/utils/model/backup';
import { systemClock } from '@/utils/model/clock';
import { newId } from '@/utils/model/ids';
import { inventoryOf } from '../bench/fill';
import { inventedWork } from '../bench/invented-work';
import { send, told } from './asking';

/** A backup file, unpacked, and what it holds. */
export type BackupText = { text: string; ids: ReadonlySet<string>; events: number };

/** A file of made-up work, as another browser's inventory would have written it. */
export async function backupText(items: number): Promise<BackupText> {
  const chunks = [...inventoryOf(inventedWork(items, systemClock), systemClock)];
  const all = chunks.flatMap(({ events }) => events).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const header = {
    ...{ format: FORMAT, version: VERSION, schema: 2, lineage: 'another', madeAt: systemClock.now() },
    ...{ hlc: '', items, events: all.length },
  };
  const digest = createDigest();
  const lines = [JSON.stringify(header), ...all.map((event) => canonicalJson(event))].map(
    (line) => `${line}\n`,
  );
  for (const line of lines) await digest.add(line);
  const footer = `${canonicalJson({ events: all.length, sha256: await digest.end() })}\n`;
  return { text: lines.join('') + footer, ids: new Set(all.map(({ eid }) => eid)), events: all.length };
}

/** Puts a file where the desk puts the one that was chosen. Gives its name. */
export async function stage(page: Page, text: string): Promise<string> {
  const name = newId<string>(systemClock.now());
  await page.evaluate(
    async ([file, whole]) => {
      const folder = await (
        await navigator.storage.getDirectory()
      ).getDirectoryHandle('transfer', { create: true });
      const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
      await stream.write(whole);
      await stream.close();
    },
    [name, text] as const,
  );
  return name;
}

/** Waits until nothing is at work, and gives what came of it. */
export async function backupEnded(page: Page): Promise<BackupView> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    const view = await told<BackupView>(page, 'backup');
    if (typeof view === 'string') throw new Error(`the backup view answers ${view}`);
    if (!view.work) return view;
    await page.waitForTimeout(100);
  }
  throw new Error('it takes more than two minutes');
}

/** Has a staged file looked at, which comes before putting it in. */
export async function examine(page: Page, file: string): Promise<void> {
  const begun = await send(page, 'backup.examine', { file });
  const { found, wrong } = await backupEnded(page);
  if (found?.file !== file) throw new Error(`not found whole: ${JSON.stringify({ begun, wrong })}`);
}
