/**
 * Our script on sites that the person granted, and only there: registered by entrypoints/background/sites.ts. It
 * tells the background which hosts the page's links lead to, so that nothing else is put into pages that have no
 * link to the inventory. It reads no text, changes nothing and watches no node (performance, T1 and T2).
 */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { CommandMessage } from '@/utils/messaging/commands';
import { systemClock } from '@/utils/model/clock';
import { newId, type CommandId } from '@/utils/model/ids';
import { hostsOf } from '@/utils/recognisers/link-hosts';

/** Looks follow each other at least this far apart, in ms; a page that builds itself late is looked at once more. */
const PACE_MS = 2_000;

type World = {
  chrome: { runtime: { sendMessage(message: CommandMessage): Promise<unknown> } };
  navigation?: Pick<EventTarget, 'addEventListener'>;
  requestIdleCallback(run: () => void, options: { timeout: number }): void;
  throughlineIsNear?: true;
};
// The polyfill would be five times this script; both browsers know `chrome` with promises (manifest version 3).
const world = globalThis as unknown as World;

export default defineContentScript({
  registration: 'runtime',
  // Without this WXT posts a message that the page can hear: nothing of ours may be heard.
  noScriptStartedPostMessage: true,
  main() {
    if (world.throughlineIsNear) return;
    world.throughlineIsNear = true;
    let isDue = false;
    let told = '';
    const look = () => {
      const hosts = hostsOf(document, location.host);
      const here = `${location.href} ${hosts.join(' ')}`;
      if (here !== told) tell(hosts);
      told = here;
    };
    const lookIdly = () => world.requestIdleCallback(look, { timeout: PACE_MS });
    const lookLater = () => {
      if (isDue) return;
      isDue = true;
      setTimeout(() => {
        isDue = false;
        lookIdly();
      }, PACE_MS);
    };
    world.navigation?.addEventListener('navigatesuccess', lookLater);
    lookIdly();
    lookLater();
  },
});

function tell(hosts: string[]): void {
  const id = newId<CommandId>(systemClock.now());
  try {
    world.chrome.runtime
      .sendMessage({ kind: 'command', id, name: 'page.near', payload: { hosts } })
      .catch(() => {
        // The background was stopped while it answered: the next look tells it again.
      });
  } catch {
    // The extension was updated or removed under this page.
  }
}
