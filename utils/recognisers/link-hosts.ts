/** How many of a page's links are read, and how many hosts of them are told. */
export const LINKS = 2_000;
const ELSEWHERE = 1_000;
const HOSTS = 200;

/** The host in an address as it is written, with its port: parsing each address costs three times as much. */
const HOST = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#\\]{1,255})/i;

/**
 * `own` and the hosts that links lead to, each once and in lower case. The browser passes over the page's own links
 * by itself: most pages have few others, and only those cost anything.
 */
export function hostsOf(page: ParentNode, own: string): string[] {
  const hosts = new Set([own]);
  const links = page.querySelectorAll(`a[href*="//"]:not([href*="//${own}/" i])`);
  for (let place = 0; place < ELSEWHERE && hosts.size < HOSTS; place += 1) {
    const link = links[place];
    if (!link) break;
    const host = HOST.exec(link.getAttribute('href') ?? '')?.[1];
    if (host) hosts.add(host.toLowerCase());
  }
  return [...hosts];
}
