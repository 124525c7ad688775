/** A few pages of work, served on this machine only. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

const FOLDER = join(ROOT, 'tests/pages/samples');

/** Which file answers which path; the samples' addresses have the forms of their tools. */
const PATHS = [
  [/^\/$/, 'index.html'],
  [/^\/look\.css$/, 'look.css'],
  [/^\/issues\/142$/, 'ticket.html'],
  [/^\/issues$/, 'list.html'],
  [/^\/mail\/$/, 'mail.html'],
  [/^\/wiki\/Quarterly_plan$/, 'document.html'],
];

function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  const file = PATHS.find(([pattern]) => pattern.test(pathname))?.[1];
  if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  const type = file.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
  return response.writeHead(200, { 'content-type': type }).end(readFileSync(join(FOLDER, file)));
}

/** Starts the server on a free port of this machine; gives its address and how to stop it. */
export function serveSamples() {
  const server = createServer(answer);
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const stop = () => {
        server.close();
        server.closeAllConnections();
      };
      done({ address: `http://127.0.0.1:${server.address().port}`, stop });
    });
  });
}
