import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeBackground } from '@/tests/support/fake-background';
import { privateFiles } from '@/tests/support/private-files';
import { readBackup } from '@/storage/transfer/read-backup';
import { unseal } from '@/storage/transfer/sealed';
import { stage, staged } from '@/storage/transfer/staged-files';
import { packed } from '@/storage/transfer/packed';
import { canonicalJson, createDigest } from '@/storage/transfer/file-form';
import type { BackupView } from '@/utils/model/backup';
import { newId } from '@/utils/model/ids';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createDeskState } from '../desk-state';
import { Backup } from './backup';

const background = createFakeBackground();
const request = vi.fn(async () => true);
let files: ReturnType<typeof privateFiles>;
let given: { name: string; blob: Blob }[] = [];

const view: BackupView = { now: { items: 12, events: 40 }, schedule: { isOn: false }, imports: [] };
const file = newId<string>(1);
const made = {
  file,
  saveAs: 'throughline-2026-11-23.ndjson.gz',
  bytes: 300,
  items: 0,
  events: 0,
  at: 0,
  hlc: '',
};
const found = {
  ...{ file, madeAt: 0, items: 10, events: 30, from: 0, to: 0, newItems: 3, newEvents: 9, onlyHere: 5 },
  ...{ dropped: 0, isSameLineage: true },
};

async function open(backup: BackupView = view): Promise<void> {
  background.begin({ settings: USUAL_SETTINGS, backup });
  render(<Backup desk={createDeskState()} />);
  await screen.findByRole('heading', { name: 'A copy now' });
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const choose = (blob: File) => {
  const [input] = [...document.querySelectorAll('input[type=file]')];
  fireEvent.change(input as HTMLElement, { target: { files: [blob] } }); // the page has one
};

/** A backup of an empty inventory, as the background stages it. */
async function emptyBackup(): Promise<Blob> {
  const header = { format: 'throughline-backup', version: 1, schema: 1, lineage: '', madeAt: 0, hlc: '' };
  const line = `${JSON.stringify({ ...header, items: 0, events: 0 })}\n`;
  const digest = createDigest();
  await digest.add(line);
  const footer = `${canonicalJson({ events: 0, sha256: await digest.end() })}\n`;
  const lines = (async function* () {
    yield line + footer;
  })();
  return new Response(packed(lines)).blob();
}

beforeEach(() => {
  files = privateFiles();
  given = [];
  Object.assign(fakeBrowser, { permissions: { request } });
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.set(`blob:${blobs.size}`, blob as Blob); // nothing else is given out here
    return `blob:${blobs.size - 1}`;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    given.push({ name: this.download, blob: blobs.get(this.getAttribute('href') ?? '') ?? new Blob() });
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  request.mockClear();
  files.restore();
});

describe('the place of copies', () => {
  test('says what is here and that no copy lies outside', async () => {
    await open();
    expect(screen.getByText('There is none yet')).toBeTruthy();
    expect(screen.getByText('12 items, 40 changes')).toBeTruthy();
  });

  test('hands a copy over once it is made, and says so to the background', async () => {
    await open();
    await stage(file, (await emptyBackup()).stream());
    await press('Save a copy');
    background.show({ backup: { ...view, made } });
    await vi.waitFor(() => expect(background.payloads('backup.saved')).toEqual([{ file }]));
    expect(given.map(({ name }) => name)).toEqual([made.saveAs]);
    expect(await screen.findByText(/^Your browser has throughline-2026/)).toBeTruthy();
  });

  test('hands over nothing that was not asked for here, and nothing that is not whole', async () => {
    await open();
    await stage(file, new Blob(['noise']).stream());
    background.show({ backup: { ...view, made } });
    await press('Save a copy');
    const other = newId<string>(2);
    await stage(other, new Blob(['noise']).stream());
    background.show({ backup: { ...view, made: { ...made, file: other } } });
    expect(await screen.findByText(/did not come out right/)).toBeTruthy();
    expect(given).toEqual([]);
    expect(background.payloads('backup.saved')).toEqual([]);
  });

  test('locks a copy with a passphrase of twelve characters, typed twice, which it forgets', async () => {
    await open();
    await stage(file, (await emptyBackup()).stream());
    const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save a copy' });
    fireEvent.click(screen.getByLabelText('Lock it with a passphrase'));
    expect(button().disabled).toBe(true);
    type('Passphrase', 'too short');
    expect(await screen.findByText('At least 12 characters.')).toBeTruthy();
    type('Passphrase', 'correct horse battery');
    type('Once more', 'correct horse');
    expect(await screen.findByText('The two are not the same.')).toBeTruthy();
    expect(button().disabled).toBe(true);
    type('Once more', 'correct horse battery');
    await vi.waitFor(() => expect(button().disabled).toBe(false));
    fireEvent.click(button());
    await vi.waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe(''));
    background.show({ backup: { ...view, made } });
    await vi.waitFor(() => expect(given).toHaveLength(1), { timeout: 5_000 });
    expect(given[0]?.name).toBe(`${made.saveAs}.locked`);
    const plain = await unseal(given[0]?.blob ?? new Blob(), 'correct horse battery');
    expect((await readBackup(plain)).events).toBe(0);
    expect(JSON.stringify(background.sent)).not.toContain('horse');
  });

  test('asks the browser for downloads in the press, and switches nothing on when it says no', async () => {
    await open();
    request.mockResolvedValueOnce(false);
    const label = screen.getByLabelText('Save a copy once a day');
    fireEvent.click(label);
    expect(request).toHaveBeenCalledWith({ permissions: ['downloads'] });
    expect(await screen.findByText(/did not give leave/)).toBeTruthy();
    expect(background.payloads('backup.schedule')).toEqual([]);
    fireEvent.click(label);
    fireEvent.click(label);
    await vi.waitFor(() => expect(background.payloads('backup.schedule')).toContainEqual({ isOn: true }));
  });
});

describe('a chosen file', () => {
  test('is put where the background reads it, and looked at', async () => {
    await open();
    choose(new File([await emptyBackup()], 'a.gz'));
    await vi.waitFor(() => expect(background.payloads('backup.examine')).toHaveLength(1));
    const [sent] = background.payloads('backup.examine') as { file: string }[]; // the line above saw it
    expect((await staged(sent?.file ?? ''))?.size).toBeGreaterThan(50);
  });

  test('is refused by its size before it is read', async () => {
    await open();
    const huge = new File(['x'], 'huge.gz');
    Object.defineProperty(huge, 'size', { value: 200_000_001 });
    vi.spyOn(huge, 'slice').mockImplementation(() => {
      throw new Error('it was read');
    });
    choose(huge);
    expect((await screen.findByRole('alert')).textContent).toMatch(/larger than 200 MB.*Nothing was changed/);
    expect(background.payloads('backup.examine')).toEqual([]);
  });

  test('shows what it would change; adding is one press', async () => {
    await open({ ...view, found });
    expect(screen.getByText('3 items, 9 changes')).toBeTruthy();
    expect(screen.getByText('5 changes')).toBeTruthy();
    await press('Add what is missing');
    await vi.waitFor(() => expect(background.payloads('backup.restore')).toEqual([{ file, how: 'add' }]));
  });

  test('replaces only when the number of items that go is typed', async () => {
    await open({ ...view, found });
    const button = screen.getByRole<HTMLButtonElement>('button', {
      name: 'Replace everything',
      hidden: true,
    });
    expect(button.disabled).toBe(true);
    type(/^Type 12,/, '1');
    expect(button.disabled).toBe(true);
    type(/^Type 12,/, '12');
    await vi.waitFor(() => expect(button.disabled).toBe(false));
    fireEvent.click(button);
    await vi.waitFor(() =>
      expect(background.payloads('backup.restore')).toEqual([{ file, how: 'replace', typed: '12' }]),
    );
  });

  test('that is wrong is named in plain words, with its line', async () => {
    await open({ ...view, wrong: { problem: 'cut', line: 812 } });
    expect(screen.getByRole('alert').textContent).toMatch(
      /its end is missing.*\(Line 812\.\) Nothing was changed/,
    );
  });

  test('under way tells how far, and is canceled', async () => {
    await open({ ...view, work: { kind: 'examine', done: 2_000, total: 9_000 } });
    expect(screen.getByRole('progressbar').getAttribute('max')).toBe('9000');
    await press('Cancel');
    await vi.waitFor(() => expect(background.payloads('backup.cancel')).toHaveLength(1));
  });

  test('that was added is taken back', async () => {
    const importId = newId<string>(3);
    await open({ ...view, imports: [{ importId, at: 0, events: 9, items: 3 }] });
    await press('Take back');
    await vi.waitFor(() => expect(background.payloads('backup.takeBack')).toEqual([{ importId }]));
  });
});
