/** How many of a page's links are looked at, and how many hosts of them are told. */
export const LINKS = 2_000;
export const HOSTS = 200;

type Links = ArrayLike<Pick<Element, 'getAttribute'>>;

/** The host in an address as it is written, with its port: parsing thousands of addresses costs more. */
const HOST = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#\\]{1,255})/i;

/** `own` and the hosts that links lead to, each once and in lower case. */
export function hostsOf(links: Links, own: string): string[] {
  const hosts = new Set([own]);
  for (let place = 0; place < LINKS && hosts.size < HOSTS; place += 1) {
    const link = links[place];
    if (!link) break;
    const host = HOST.exec(link.getAttribute('href') ?? '')?.[1];
    if (host) hosts.add(host.toLowerCase());
  }
  return [...hosts];
}
