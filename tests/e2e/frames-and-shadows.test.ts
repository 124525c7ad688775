import { commandPage, storedIn } from '../support/commands';
import { expect, test } from '../support/extension';
import { openPage } from '../support/sidebar-page';

test.use({ headed: true });

const MAIL = 'https://mail.yard.example/?_task=mail&_mbox=INBOX';
const CLASSIC = '/incident.do?sys_id=46e18c0fa9fe19810066a0083f76bd56';
const SERVICE = 'https://yard.service-now.com/now/nav/ui/classic/params/target/x';
const MANY = 'https://many.example/frames';

const mailScript = (env: string) =>
  `<script>window.rcmail = { set_env() {} }</script><script src="program/js/app.min.js?s=1"></script>
  <script>rcmail.set_env({"task":"mail","rcversion":10605,${env}});</script>`;
const mailRow = (uid: number, words: string) =>
  `<tr><td><a href="/?_task=mail&_mbox=INBOX&_uid=${uid}&_action=show">${words}</a></td></tr>`;

const PAGES = {
  // A list, its preview, a preview that nobody sees, and an advertisement.
  [MAIL]: `<!doctype html><title>Yard Mail :: Inbox</title>${mailScript('"mailbox":"INBOX"')}<body class="task-mail">
    <table id="messagelist"><tbody>${mailRow(4, 'Crates are late')}${mailRow(5, 'Yard is full')}</tbody></table>
    <iframe width="400" height="300" src="${MAIL}&_uid=4&_action=preview"></iframe>
    <iframe style="display: none" src="${MAIL}&_uid=9&_action=preview"></iframe>
    <iframe width="800" height="600" src="https://ads.example/"></iframe>`,
  [`${MAIL}&_uid=4&_action=preview`]: `<!doctype html><title>Yard Mail :: Crates are late</title>${mailScript('"uid":"4","mailbox":"INBOX"')}
    <body><div id="message-header"><h2 class="subject">Crates are late</h2></div>`,
  [`${MAIL}&_uid=9&_action=preview`]:
    '<title>Nobody sees this</title><h2 class="subject">Nobody sees this</h2>',
  'https://ads.example/': '<title>Buy now</title><h1>Buy now</h1>',
  // The classic page in a frame, the frame in a shadow tree.
  [SERVICE]: `<!doctype html><title>ServiceNow</title><div id="host"></div><script>
    const frame = document.createElement('iframe');
    Object.assign(frame, { id: 'gsft_main', width: 400, height: 300, src: '${CLASSIC}' });
    document.querySelector('#host').attachShadow({ mode: 'open' }).append(frame);</script>`,
  [new URL(CLASSIC, SERVICE).href]: `<!doctype html><title>INC001 | Incident | ServiceNow</title>
    <input id="sys_uniqueValue" value="46e18c0fa9fe19810066a0083f76bd56">
    <input id="incident.short_description" value="Printer is on fire">`,
  [MANY]: `<!doctype html><title>Two hundred frames</title><h1>Two hundred frames</h1>${'<iframe width="40" height="20" srcdoc="<h1>Framed</h1>"></iframe>'.repeat(200)}`,
};

test('an item in a frame that can be seen, also within a shadow tree, is captured as itself', async ({
  extension,
}) => {
  const desk = await commandPage(extension);
  const titles = async () => (await storedIn(desk).catch(() => ({ titles: [] as string[] }))).titles;
  for (const [index, url] of [MAIL, SERVICE, MANY].entries()) {
    const page = await openPage(extension, url, PAGES);
    await extension.pressShortcut(page, 'alt+shift+k');
    await expect.poll(async () => (await titles()).length).toBe(index + 1);
  }
  expect((await titles()).toSorted()).toEqual([
    'Crates are late',
    'Printer is on fire',
    'Two hundred frames',
  ]);
});
