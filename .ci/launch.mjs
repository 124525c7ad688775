/** Opens the browser of `npm start`. Runs under the project's Node, after install and build. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { find, QUIET_CHROMIUM } from './browsers.mjs';
import { startChromium } from './chromium-pipe.mjs';
import { hasScreen, startHiddenScreen } from './display.mjs';
import { ROOT } from './project.mjs';
import { serveSamples } from './sample-server.mjs';

const browserName = process.argv[2];
const isCheck = process.argv.includes('--check');
const PATIENCE_MS = 30_000;

const WHAT_TO_PRESS = `  Alt+Shift+J       show or hide the sidebar over the page
  Alt+Shift+K       capture the page
  the toolbar icon  quick status (behind the puzzle piece until you pin it)

Close the browser or press Ctrl+C here to end; the profile is deleted.`;

/** Asks until the answer is worth something; throws with what was waited for. */
async function until(ask, what, patienceMs = PATIENCE_MS) {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 100)); // No event tells it: ask again.
  }
  throw new Error(`${what} did not come within ${patienceMs / 1000} s`);
}

/** What must be undone at the end, last first, however the end comes. */
const undoing = [];

async function openChromium(address) {
  const profile = mkdtempSync(join(tmpdir(), 'throughline-start-'));
  const flags = [`--user-data-dir=${profile}`, '--window-size=1280,880', ...QUIET_CHROMIUM, 'about:blank'];
  const { send, ended, stop } = startChromium(find('chromium'), flags);
  undoing.push(async () => {
    stop();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  const { id } = await send('Extensions.loadUnpacked', { path: join(ROOT, '.output/chrome-mv3') });
  const isWorker = ({ type, url }) => type === 'service_worker' && url.includes(id);
  await until(async () => (await targets(send)).some(isWorker), 'the background');
  await welcomePage(send);
  const { targetId } = await send('Target.createTarget', { url: `${address}/issues/142` });
  await openSidebar(send, id, targetId, `${address}/issues/142`);
  return { ended };
}

/** The first run opens its page a moment after the start; the sample comes after it, in front. */
const welcomePage = (send) =>
  until(
    async () => (await targets(send)).some(({ url }) => url.includes('/desk.html')),
    'the welcome',
    3_000,
  ).catch(() => {
    console.log('(The welcome page did not open.)');
  });

const targets = async (send, type) =>
  (await send('Target.getTargets', type ? { filter: [{ type, exclude: false }] } : {})).targetInfos;

/** A grant ends when the page navigates: wait until the page is the one that was asked for. */
async function loaded(send, targetId, url) {
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const expression = `document.readyState === 'complete' && location.href === ${JSON.stringify(url)}`;
  await until(
    async () => (await send('Runtime.evaluate', { expression }, sessionId)).result.value,
    'the sample page',
  );
  await send('Target.detachFromTarget', { sessionId });
}

/** Opens the sidebar as a person does: the toolbar button grants the page, the shortcut's command opens it. */
async function openSidebar(send, id, targetId, url) {
  const tab = await until(
    async () => (await targets(send, 'tab')).find((target) => target.url === url),
    'the sample page',
  );
  await loaded(send, targetId, url);
  await send('Target.activateTarget', { targetId });
  await send('Extensions.triggerAction', { id, targetId: tab.targetId });
  const popup = await until(
    async () => (await targets(send)).find((target) => target.url.endsWith('/popup.html')),
    'the popup',
  );
  await send('Target.closeTarget', { targetId: popup.targetId });
  const worker = (await targets(send)).find(
    ({ type, url: its }) => type === 'service_worker' && its.includes(id),
  );
  const { sessionId } = await send('Target.attachToTarget', { targetId: worker.targetId, flatten: true });
  // The grant lets the worker see the address of this one tab; it comes a moment after the press.
  const press = `chrome.tabs.query({}).then((tabs) => {
    const tab = tabs.find(({ url }) => url === ${JSON.stringify(url)});
    if (tab) chrome.commands.onCommand.dispatch('toggle-sidebar', tab);
    return tab !== undefined;
  })`;
  const asked = { expression: press, awaitPromise: true, returnByValue: true };
  await until(
    async () => (await send('Runtime.evaluate', asked, sessionId)).result.value,
    'the leave for the page',
  );
  await until(
    async () =>
      (await targets(send)).some(
        ({ type, url: its }) => type === 'iframe' && its.includes('/sidepanel.html'),
      ),
    'the sidebar',
  );
  await send('Target.detachFromTarget', { sessionId });
}

async function openFirefox(address) {
  const { FirefoxWithExtension } = await import('../tests/support/firefox.ts');
  const launched = FirefoxWithExtension.launch(join(ROOT, '.output/firefox-mv3'), false);
  undoing.push(async () => (await launched).close());
  const firefox = await launched;
  await firefox.open(`${address}/issues/142`);
  await firefox.showSidebar();
  const isOpen = `!document.getElementById('sidebar-box').hidden
    && document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')?.currentURI?.spec.includes('sidepanel.html')`;
  await until(() => firefox.inWindow(`Boolean(${isOpen})`), 'the sidebar');
  // In an object: an async function that returned the promise itself would wait for it.
  return { ended: firefox.ended };
}

async function screenOrAdvice() {
  if (hasScreen()) return undefined;
  const screen = await startHiddenScreen();
  if (!screen) {
    throw new Error(
      'this machine has no screen. Install xvfb (on Debian: apt-get install xvfb), or run this where there is one.',
    );
  }
  process.env.DISPLAY = screen.name;
  undoing.push(() => screen.stop());
  return screen;
}

const interrupted = () =>
  new Promise((done) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, done)));

/** Says what is open and waits until the person closes it; the check says one line and goes on at once. */
async function show(ended, address, screen) {
  if (isCheck) {
    console.log(`Throughline is open in ${browserName}, with the sidebar over ${address}/issues/142`);
    return;
  }
  console.log(
    `\nThroughline is open in ${browserName}, over samples of work at ${address}\n${WHAT_TO_PRESS}`,
  );
  if (screen) console.log(`\nThere is no screen here: the browser is on the hidden screen ${screen.name}.`);
  await ended;
}

async function openAndShow() {
  const screen = await screenOrAdvice();
  const samples = await serveSamples();
  undoing.push(() => samples.stop());
  const { ended } = await (browserName === 'firefox' ? openFirefox : openChromium)(samples.address);
  await show(ended, samples.address, screen);
}

const interruption = interrupted().then(() => true);
const work = openAndShow().catch((error) => error);
const end = await Promise.race([work, interruption]);
if (end instanceof Error) {
  console.error(`Could not open the browser: ${end.message}`);
  process.exitCode = 1;
}
for (const undo of undoing.toReversed()) await undo();
process.exit();
