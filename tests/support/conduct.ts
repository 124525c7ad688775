import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * What an extension did in a browser, as the browser itself wrote it down. Its own logs see every context,
 * also those that no test tool attaches to: the real popup, frames in closed shadow roots, a restarted worker.
 */

const NET_LOG = 'network.json';
const CONSOLE_LOG = 'console.log';

/** Flags that make Chromium write its logs into a folder. */
export const logFlags = (folder: string): string[] => [
  `--log-net-log=${join(folder, NET_LOG)}`,
  '--enable-logging',
  `--log-file=${join(folder, CONSOLE_LOG)}`,
];

const read = (folder: string, file: string) => {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

/** Every network request that the extension's own pages and worker made. Complete once the browser is closed. */
function requestsOf(folder: string, id: string): string[] {
  const lines = read(folder, NET_LOG).split('\n');
  const ours = lines.filter((line) => line.includes(`"initiator":"chrome-extension://${id}`));
  return ours.map((line) => /"url":"([^"]+)"/.exec(line)?.[1] ?? line.slice(0, 200));
}

/** What the browser makes of calls that were under way when the test closed it: no doing of ours. */
const CLOSING = /Error: The browser is shutting down/;

/** Everything that the extension's code wrote to a console: errors, warnings, policy violations, loose logs. */
function consoleOf(folder: string, id: string): string[] {
  return read(folder, CONSOLE_LOG)
    .split('\n')
    .filter(
      (line) => line.includes(':CONSOLE') && line.includes(`chrome-extension://${id}`) && !CLOSING.test(line),
    )
    .map((line) => line.replace(/^\[[^\]]*\]\s*/, ''));
}

/** What the extension may not do in any test: ask the network, write to a console, break its own policy. */
export const misconductOf = (folder: string, id: string): string[] => [
  ...new Set([
    ...requestsOf(folder, id).map((url) => `network request: ${url}`),
    ...consoleOf(folder, id).map((line) => `console: ${line}`),
  ]),
];
