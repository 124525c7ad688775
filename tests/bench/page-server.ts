import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const PARAGRAPHS = 1_000;

const paragraph = (number: number) =>
  `<section id="s${number}"><h2>Part ${number}</h2><p>Text <b>${number}</b> of an ordinary page.</p></section>`;

/** An ordinary page of 5,000 elements with nothing to capture in it. */
const PAGE = `<!doctype html><html lang="en"><head><title>An ordinary page</title></head><body><main>${Array.from(
  { length: PARAGRAPHS },
  (_, number) => paragraph(number),
).join('')}</main></body></html>`;

const LINKS = 2_000;
const link = (number: number) =>
  `<li><a href="${number % 20 === 0 ? `https://host-${number % 50}.example` : ''}/work/${number}">Work ${number}</a></li>`;

/** A page of 2,000 links, every twentieth to another host, as lists of work have them. */
const LINKS_PAGE = `<!doctype html><html lang="en"><head><title>A page of links</title></head><body><ul>${Array.from(
  { length: LINKS },
  (_, number) => link(number),
).join('')}</ul></body></html>`;

export type PageServer = { address: string; stop(): void };

/** Serves the page of links under `/links`, the ordinary one under any other path, on this machine. */
export async function servePage(): Promise<PageServer> {
  const server: Server = createServer(({ url }, response) => {
    const page = url === '/links' ? LINKS_PAGE : PAGE;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}`, stop };
}
