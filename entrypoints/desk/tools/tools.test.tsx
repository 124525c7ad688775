import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeBackground } from '@/tests/support/fake-background';
import type { ViewValues } from '@/utils/messaging/views';
import type { Day } from '@/utils/model/day';
import type { Lesson } from '@/utils/model/lesson';
import { lessonId } from '@/utils/model/lesson-names';
import type { ToolHealth } from '@/utils/model/row';
import { USUAL_SETTINGS } from '@/utils/model/settings';
import { createDeskState } from '../desk-state';
import { Tools } from './tools';

const background = createFakeBackground();
const redmine: ToolHealth = {
  product: 'redmine',
  hosts: ['pm.larkfield.example:8081', 'ops.larkfield.example'],
  items: 12,
  lastSuccess: 0,
  lastRead: 0,
  failing: [{ field: 'title', from: 'field hook', since: '2026-11-20' as Day }], // a day of this test
  granted: ['ops.larkfield.example'],
  isOn: true,
  tabId: 4,
};
const about = { product: 'redmine', host: 'pm.larkfield.example', kind: 'issue', field: 'dueDay' } as const;
const lesson: Lesson = {
  id: lessonId(about),
  ...about,
  locators: [
    { by: 'label', text: 'Due date' },
    { by: 'heading', text: 'Details', place: 1 },
  ],
  example: '1 December',
};

async function openTools(views: Partial<ViewValues> = {}): Promise<void> {
  background.begin({ settings: USUAL_SETTINGS, tools: [redmine], lessons: [lesson], ...views });
  render(<Tools desk={createDeskState()} />);
  await screen.findByRole('heading', { name: 'Taught by pointing' });
}

const request = vi.fn(async () => true);
const remove = vi.fn(async () => true);
beforeEach(() => {
  Object.assign(fakeBrowser, { permissions: { request, remove } });
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe('the page of tools', () => {
  test('says what is there of a tool, when it was read and what fails', async () => {
    await openTools();
    expect(await screen.findByRole('heading', { name: 'Redmine' })).toBeTruthy();
    expect(screen.getByText('12 items')).toBeTruthy();
    expect(
      screen.getByText(/^Title: not found any more in its usual place on the page, since .*20/),
    ).toBeTruthy();
  });

  test('says how a first tool comes here', async () => {
    await openTools({ tools: [], lessons: [] });
    expect(await screen.findByText(/No tool yet/)).toBeTruthy();
  });

  test('switches a tool off and on', async () => {
    await openTools();
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Recognise pages of Redmine' }));
    await vi.waitFor(() =>
      expect(background.payloads('settings.change')).toEqual([{ toolsOff: ['redmine'] }]),
    );
  });

  test('asks the browser for a host, without its port, and gives another one back', async () => {
    await openTools();
    fireEvent.click(await screen.findByRole('button', { name: 'Let it be read by itself' }));
    expect(request).toHaveBeenCalledWith({
      origins: ['https://pm.larkfield.example/*', 'http://pm.larkfield.example/*'],
    });
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }));
    expect(remove).toHaveBeenCalledWith({
      origins: ['https://ops.larkfield.example/*', 'http://ops.larkfield.example/*'],
    });
  });

  test('shows all of a report before it can be copied', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard); // all that is used of it
    await openTools({ report: { sketch: 'main\n  h1 (24)' } });
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: 'Make a report' }));
    expect((await screen.findByLabelText('Structure of the page')).textContent).toBe('main\n  h1 (24)');
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith('main\n  h1 (24)');
  });

  test('shows a lesson in words, changes what it goes by and takes a part out', async () => {
    await openTools();
    const line = (await screen.findByText('behind the label “Due date”')).closest('li');
    const text = within(line as HTMLElement).getByRole('textbox'); // it stands in one
    fireEvent.change(text, { target: { value: 'Deadline' } });
    await vi.waitFor(() =>
      expect(background.payloads('lesson.save')).toEqual([
        { lessons: [{ ...lesson, locators: [{ by: 'label', text: 'Deadline' }, lesson.locators[1]] }] },
      ]),
    );
    fireEvent.click(within(line as HTMLElement).getByRole('button', { name: 'Remove' })); // as above
    await vi.waitFor(() =>
      expect(background.payloads('lesson.save').at(-1)).toEqual({
        lessons: [{ ...lesson, locators: [lesson.locators[1]] }],
      }),
    );
  });

  test('reads lessons from a file, and says what is wrong with another', async () => {
    await openTools({ lessons: [] });
    const [input] = [...document.querySelectorAll('input[type=file]')];
    const give = (text: string) =>
      fireEvent.change(input as HTMLElement, { target: { files: [new File([text], 'lessons.json')] } }); // it is there
    give('{"bookmarks":[]}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/no file of lessons/);
    give(JSON.stringify({ format: 'throughline-lessons', version: 1, lessons: [lesson] }));
    expect(await screen.findByText('1 lesson was read and holds from now on.')).toBeTruthy();
    expect(background.payloads('lesson.save')).toEqual([{ lessons: [lesson] }]);
  });
});
