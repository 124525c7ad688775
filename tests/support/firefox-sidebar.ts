import { expect } from '@playwright/test';
import type { FirefoxWithExtension } from './firefox.ts';

const inPopup = (text: string) =>
  `browser.extension.getViews({ type: 'popup' })[0]?.document.body.innerText.includes(${JSON.stringify(text)})`;

let sent = 0;
/** A command about the tab in front, as the popup's own buttons send it. */
const aboutFront = (
  name: 'sidebar.open' | 'page.capture',
) => `browser.tabs.query({ active: true, currentWindow: true })
  .then(([tab]) => browser.runtime.sendMessage({ kind: 'command', name: '${name}', payload: { tabId: tab.id },
    id: '01930000-0000-7000-8000-${String((sent += 1)).padStart(12, '0')}' }))`;

/** Captures the page in front. */
export const captureInFront = (firefox: FirefoxWithExtension, desk: string): Promise<unknown> =>
  firefox.evaluate(desk, aboutFront('page.capture'));

/** Lets the extension into the page in front by its toolbar button, whose popup must say `title`. */
export async function letIn(firefox: FirefoxWithExtension, desk: string, title: string): Promise<void> {
  await firefox.pressToolbarButton();
  await firefox.until(desk, inPopup(title));
  await firefox.evaluate(desk, `browser.extension.getViews({ type: 'popup' })[0].close()`);
}

/** The same, and opens the sidebar over it. Gives the frame once it shows the title. `desk` is a page of the extension. */
export async function openSidebarOver(
  firefox: FirefoxWithExtension,
  desk: string,
  tab: string,
  title: string,
): Promise<string> {
  await letIn(firefox, desk, title);
  await firefox.evaluate(desk, aboutFront('sidebar.open'));
  let frame: string | undefined;
  await expect
    .poll(async () => {
      frame = (await firefox.framesIn(tab)).at(-1);
      return frame && (await firefox.evaluate<string>(frame, 'document.body.innerText').catch(() => ''));
    })
    .toContain(title);
  return frame ?? '';
}

/** Types a line into the sidebar with real keys. */
export async function typeLine(
  firefox: FirefoxWithExtension,
  tab: string,
  frame: string,
  line: string,
): Promise<void> {
  await firefox.evaluate(frame, `window.focus(), document.getElementById('line').focus()`);
  for (const letter of line) await firefox.pressKeys(tab, [letter]);
  await firefox.pressKeys(tab, ['Enter']);
}

/** The titles of all items, as the database holds them. */
export const titlesIn = (firefox: FirefoxWithExtension, desk: string): Promise<string[]> =>
  firefox.evaluate<string[]>(
    desk,
    `new Promise((done, fail) => {
      const opening = indexedDB.open('throughline');
      opening.onerror = fail;
      opening.onsuccess = () => {
        const all = opening.result.transaction('items').objectStore('items').getAll();
        all.onsuccess = () => { opening.result.close(); done(all.result.map(({ item }) => item.title)); };
      };
    })`,
  );
