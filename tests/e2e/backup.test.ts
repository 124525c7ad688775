import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { ChromiumWithExtension } from '../support/chromium';
import { expect, test } from '../support/extension';

const eventsIn = (path: string) => gunzipSync(readFileSync(path)).toString().split('\n').slice(1, -2);

async function openCopies(extension: ChromiumWithExtension): Promise<Page> {
  const desk = await extension.context.newPage();
  await desk.goto(`chrome-extension://${extension.id}/desk.html#backup`);
  await expect(desk.getByRole('heading', { level: 1, name: 'Copies' })).toBeVisible();
  return desk;
}

/** Adds items as the desk may, one command each. */
const addItems = (desk: Page, count: number) =>
  desk.evaluate(async (many) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
    ).chrome; // an extension's page has it
    for (let number = 1; number <= many; number += 1) {
      const at = Date.now().toString(16).padStart(12, '0');
      const id = `${at.slice(0, 8)}-${at.slice(8)}-7${crypto.randomUUID().slice(15)}`;
      const payload = { title: `Piece of work ${number} – “ünïcode” 🧵`, tags: ['e2e'] };
      const reply: unknown = await runtime.sendMessage({ kind: 'command', id, name: 'item.add', payload });
      if (!JSON.stringify(reply).includes('"ok":true')) throw new Error(JSON.stringify(reply));
    }
  }, count);

async function saveCopy(desk: Page): Promise<string> {
  const downloaded = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Save a copy' }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toMatch(/^throughline-\d{4}-\d\d-\d\d\.ndjson\.gz(\.locked)?$/);
  await expect(desk.getByText(/^Your browser has throughline-/)).toBeVisible();
  return download.path();
}

const choose = (desk: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  desk.locator('input[type=file]').setInputFiles(file);

test('fifty items go out into a file and come back from it in an empty profile', async ({
  extension,
  build,
}) => {
  const desk = await openCopies(extension);
  await expect(desk.getByText('There is none yet')).toBeVisible();
  await addItems(desk, 50);
  await expect(desk.getByText(/^50 items, /)).toBeVisible();
  const file = await saveCopy(desk);
  await expect(desk.getByText(/, with 50 items$/)).toBeVisible();
  const events = eventsIn(file);
  expect(events.length).toBeGreaterThanOrEqual(50);

  // Chosen again it is found whole, and there is nothing new in it.
  await choose(desk, file);
  await expect(desk.getByText('The file is whole.')).toBeVisible();
  await expect(desk.getByText('Everything in it is here already.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Add what is missing' })).toBeDisabled();

  const other = await ChromiumWithExtension.launch({ build });
  try {
    const empty = await openCopies(other);
    const whole = readFileSync(file);
    const cut = { name: 'cut.gz', mimeType: 'application/gzip', buffer: whole.subarray(0, whole.length / 2) };
    await choose(empty, cut);
    await expect(empty.getByRole('alert')).toContainText('Nothing was changed.');
    await choose(empty, file);
    await expect(empty.getByText('The file is whole.')).toBeVisible();
    await empty.getByRole('button', { name: 'Bring it back' }).click();
    await expect(empty.getByText(/^This is what is here now|^Added: 50 items/)).toBeVisible();
    await expect(empty.getByText(/^50 items, /)).toBeVisible();
    expect(eventsIn(await saveCopy(empty))).toEqual(events);
  } finally {
    expect(await other.close()).toEqual([]);
  }
});

test('a copy is locked with a passphrase and opens with no other', async ({ extension }) => {
  const desk = await openCopies(extension);
  await addItems(desk, 3);
  await desk.getByText('Lock it with a passphrase').click();
  const [first, second] = [desk.getByLabel('Passphrase', { exact: true }), desk.getByLabel('Once more')];
  await first.fill('too short');
  await expect(desk.getByText('At least 12 characters.')).toBeVisible();
  await first.fill('correct horse battery');
  await second.fill('correct horse batterie');
  await expect(desk.getByText('The two are not the same.')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Save a copy' })).toBeDisabled();
  await second.fill('correct horse battery');
  const file = await saveCopy(desk);
  await expect(first).toHaveValue('');
  expect(readFileSync(file, 'latin1')).not.toContain('Piece of work');

  await choose(desk, file);
  const passphrase = desk.getByLabel(/^Passphrase of /);
  await passphrase.fill('wrong horse battery');
  await desk.getByRole('button', { name: 'Unlock' }).click();
  await expect(desk.getByRole('alert')).toContainText('The passphrase does not fit');
  await passphrase.fill('correct horse battery');
  await desk.getByRole('button', { name: 'Unlock' }).click();
  await expect(desk.getByText('The file is whole.')).toBeVisible();
});

/** The same build with the permission that a person would give in the prompt, which nobody can press without a screen. */
function buildWithDownloads(build: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-build-'));
  cpSync(build, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push('downloads');
  manifest.optional_permissions = [];
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

type Saved = { filename: string; state: string; fileSize: number };
const savedIn = async (extension: ChromiumWithExtension): Promise<Saved[]> =>
  (await extension.worker()).evaluate(() =>
    (
      globalThis as unknown as { chrome: { downloads: { search(query: object): Promise<Saved[]> } } }
    ).chrome.downloads.search({}),
  );

test('switched on, a copy is saved by itself, whole, and again on the next day only', async ({ build }) => {
  const folder = buildWithDownloads(build);
  const extension = await ChromiumWithExtension.launch({ build: folder });
  try {
    const desk = await openCopies(extension);
    await addItems(desk, 20);
    await desk.getByText('Save a copy once a day').click();
    await expect(desk.getByText(/^Last: .*, as throughline\/backup-1\.ndjson\.gz$/)).toBeVisible();
    const [saved, ...more] = await savedIn(extension);
    expect(more).toEqual([]);
    expect(saved?.state).toBe('complete');
    expect(eventsIn(saved?.filename ?? '').length).toBeGreaterThanOrEqual(20);
    await expect(desk.getByText(/, with 20 items$/)).toBeVisible();
  } finally {
    expect(await extension.close()).toEqual([]);
    rmSync(folder, { recursive: true });
  }
});
