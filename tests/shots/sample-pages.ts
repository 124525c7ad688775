import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pages } from '../support/routes';

const SAMPLES = resolve(import.meta.dirname, '../pages/samples');
const text = (file: string) => readFileSync(join(SAMPLES, file), 'utf8');
const TRACKER = 'https://tracker.harbour.example';

const plain = (title: string, heading = title) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body style="font: 16px/1.5 system-ui; margin: 40px; max-width: 40em">
  <h1>${heading}</h1><p>${'Words of an ordinary page. '.repeat(60)}</p></body></html>`;

/** Pages for the sidebar to stand beside, by what the sidebar knows of them. */
export const PLACES = {
  /** In the inventory, where the pictures' inventory has it. */
  known: `${TRACKER}/issues/142`,
  /** The same, closed there. */
  drift: `${TRACKER}/issues/142?closed`,
  /** A ticket that is not in the inventory. */
  unknown: `${TRACKER}/issues/139`,
  /** Its title is 300 characters long. */
  long: `${TRACKER}/issues/150`,
  list: `${TRACKER}/issues`,
  mail: 'https://mail.harbour.example/mail/?_task=mail&_uid=318&_mbox=INBOX&_action=show',
  ordinary: 'https://news.example/an-ordinary-page',
  /** Two places name it differently. */
  doubtful: 'https://news.example/two-names',
  rightToLeft: 'https://news.example/ar',
} as const;
export type Place = keyof typeof PLACES;

const ticket = (number: number, title: string, status: string) =>
  text('ticket.html')
    .replaceAll('Login redirect loses the page', title)
    .replaceAll('#142', `#${number}`)
    .replace('In Progress', status);

/** Every page by its address. */
export const samplePages = (): Pages => ({
  [PLACES.known]: text('ticket.html'),
  [PLACES.drift]: ticket(142, 'Login redirect loses the page', 'Closed').replace(
    'badge-status-open">open',
    'badge-status-closed">closed',
  ),
  [PLACES.unknown]: ticket(139, 'Remember the language of the last visit', 'New'),
  [PLACES.long]: ticket(150, `${'A title that somebody wrote without ever stopping, '.repeat(6)}end`, 'New'),
  [PLACES.list]: text('list.html'),
  [PLACES.mail]: text('mail.html').replaceAll('href="/issues', `href="${TRACKER}/issues`),
  [PLACES.ordinary]: plain('Harbour news: the new quay opens in spring'),
  [PLACES.doubtful]: plain('Minutes of the meeting', 'Agenda for next week'),
  [PLACES.rightToLeft]: plain('مراجعة عقد الصيانة قبل نهاية الشهر').replace(
    'lang="en"',
    'lang="ar" dir="rtl"',
  ),
  [`${TRACKER}/look.css`]: { html: text('look.css'), headers: { 'content-type': 'text/css' } },
  'https://mail.harbour.example/look.css': {
    html: text('look.css'),
    headers: { 'content-type': 'text/css' },
  },
});
