import { linksIn } from '../fields';
import { beginningOf } from '../title-text';
import { closestOf, linkOf, parentOf, textOf } from '../dom-reading';
import type { Page } from '../page';
import { defineRecogniser, type Identity, type TitleWitness } from '../recogniser';

/** `acme.slack.com/archives/C012/p1700000000123456`: the message's time stamp without its dot. */
const PERMALINK = /^\/archives\/([A-Z0-9]{6,})\/p(\d{16})$/;
/** `app.slack.com/client/T012/C012/thread/C012-1700000000.123456` */
const THREAD = /^\/client\/([A-Z0-9]+)\/[^/]+\/(?:thread|convo)\/([A-Z0-9]{6,})-(\d{10})\.(\d{6})/;

function identify({ url }: Page): Identity | undefined {
  const [, channel = '', stamp = ''] = PERMALINK.exec(url.pathname) ?? [];
  if (stamp !== '') return message(channel, stamp, `${url.origin}/archives/${channel}/p${stamp}`);
  const [, team = '', inChannel = '', seconds = '', micros = ''] = THREAD.exec(url.pathname) ?? [];
  if (seconds === '') return undefined;
  const thread = `${url.origin}/client/${team}/${inChannel}/thread/${inChannel}-${seconds}.${micros}`;
  return message(inChannel, seconds + micros, thread);
}

/** Channel ids belong to one workspace, whichever host shows it: the app's and the workspace's own are one. */
const message = (channel: string, stamp: string, url: string): Identity => ({
  kind: 'message',
  scope: channel,
  nativeId: stamp,
  url,
  host: 'slack.com',
});

const withDot = (stamp: string): string => `${stamp.slice(0, 10)}.${stamp.slice(10)}`;

/** The element of the message: by its item key, or around the link that its time carries. */
function messageOf(page: Page, { nativeId }: Identity): Element | undefined {
  const stamp = withDot(nativeId);
  const row = page.one(`[data-item-key="${stamp}"], [data-msg-ts="${stamp}"], [id$="${stamp}"]`);
  return row ?? aroundLink(page, nativeId);
}

/** Up from the message's own permalink, as long as no other message's permalink comes in. */
function aroundLink(page: Page, stamp: string): Element | undefined {
  const link = page
    .all(`a[href*="/p${stamp}"]`)
    .find((each) => linkOf(each, page)?.pathname.endsWith(`/p${stamp}`));
  let around = link;
  for (let up = 0; up < 8 && around; up++) {
    const wider = parentOf(around);
    if (!wider || closestOf(wider, 'body') === wider || page.all('a[href*="/archives/"]', wider).length > 1)
      break;
    around = wider;
  }
  return around === link ? undefined : around;
}

/** A message has no title: its first line is one, cut. Blocks are set apart as lines are. */
function titles(page: Page, identity: Identity): TitleWitness[] {
  const row = messageOf(page, identity);
  const text = row && page.one('[data-qa="message-text"]', row);
  if (!row || !text) return row ? guess(page, row) : [];
  const first = page.one('.p-rich_text_section, p, div div', text) ?? text;
  const line = beginningOf(textOf(first) ?? textOf(text) ?? '');
  return line === '' ? [] : [{ from: 'field hook', title: line, bound: true }];
}

/** Without the text's own mark, what remains of the message beside sender and time may hold more than its text. */
function guess(page: Page, row: Element): TitleWitness[] {
  const skip = page.all('a, button, time', row).map(textOf);
  const rest = skip.reduce(
    (text, part) => (part === undefined ? text : (text ?? '').replace(part, ' ')),
    textOf(row),
  );
  const line = beginningOf(rest ?? '');
  return line === '' ? [] : [{ from: 'field hook', title: line }];
}

export const recogniser = defineRecogniser({
  product: 'slack',
  claims: ({ url }) => url.host.endsWith('.slack.com'),
  identify,
  // The page's title is the channel's, never a message's.
  readTitle: (raw, _page, identity) => (identity ? undefined : { title: raw }),
  titles,
  fields: {
    requester: (page, identity) => {
      const row = messageOf(page, identity);
      return row && page.text('[data-qa="message_sender_name"], [data-qa="message_sender"]', row);
    },
    project: (page) =>
      page.text('[data-qa="channel_name"]') ??
      /^[*! ]*(.+?) \((?:Channel|DM|Private channel)\)/.exec(page.title)?.[1],
    links(page, identity) {
      const row = messageOf(page, identity);
      return row && linksIn(page, page.one('[data-qa="message-text"]', row));
    },
  },
});
