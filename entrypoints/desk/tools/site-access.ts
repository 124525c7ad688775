import { signal } from '@preact/signals';
import { browser } from '@/utils/browser';

/** Standing access to sites: asked for in the press itself, because browsers show their question only then. */
export function createSiteAccess() {
  /** Hosts whose question was answered with no, to say so beside them. */
  const refused = signal<ReadonlySet<string>>(new Set());

  const patternsOf = (host: string) => [`https://${host}/*`, `http://${host}/*`];
  const note = (host: string, isRefused: boolean) => {
    const next = new Set(refused.peek());
    if (isRefused) next.add(host);
    else next.delete(host);
    refused.value = next;
  };

  return {
    refused,
    /** Asks the browser to let us read the pages of a host by ourselves. A port is no part of a match pattern's host. */
    async allow(host: string): Promise<boolean> {
      const origins = patternsOf(host.replace(/:\d+$/, ''));
      const isAllowed = await browser.permissions.request({ origins }).catch(() => false); // closed without an answer
      note(host, !isAllowed);
      return isAllowed;
    },
    async takeBack(host: string): Promise<void> {
      await browser.permissions.remove({ origins: patternsOf(host.replace(/:\d+$/, '')) });
      note(host, false);
    },
  };
}

export type SiteAccess = ReturnType<typeof createSiteAccess>;
