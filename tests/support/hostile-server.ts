import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, resolve } from 'node:path';
import { HOSTILE_FOLDER, HOSTILE_TYPES } from './hostile-pages.ts';

/** Serves tests/pages/hostile on this machine only, for browsers whose requests a test cannot answer itself. */
export async function serveHostile(): Promise<{ at(file: string): string; stop(): void }> {
  const server = createServer((request, response) => {
    const file = basename(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const type = HOSTILE_TYPES[extname(file)];
    if (!type) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return response
      .writeHead(200, { 'content-type': `${type}; charset=utf-8` })
      .end(readFileSync(resolve(HOSTILE_FOLDER, file)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // It listens on a port, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    at: (file) => `http://127.0.0.1:${port}/${file}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
