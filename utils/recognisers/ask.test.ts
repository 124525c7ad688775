import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Day } from '@/utils/model/day';
import { DraftSchema } from '@/utils/model/draft';
import { textWay } from './ask';
import { recognise } from './index';

const TODAY = '2026-11-23' as Day;
const MAIL = 'https://mail.yard.example/?_task=mail&_mbox=INBOX&_uid=4&_action=show';
const HTML = `<title>Yard Mail :: Crates are late</title><script>rcmail.set_env({"task":"mail","uid":"4","mailbox":"INBOX"});</script>
  <script src="program/js/app.min.js?s=1"></script><body class="task-mail"><div id="message-header"><h2 class="subject">Crates are late</h2>
  <div class="header-summary"><a class="rcmContactAddress">Cleo Dunn</a></div></div><div id="messagebody">See ACME-1</div>`;
const ask = (selection: string, url = MAIL) =>
  recognise(new DOMParser().parseFromString(HTML, 'text/html'), url, {
    selection,
    today: TODAY,
    isSettled: true,
  });

describe('a selected ask', () => {
  test('is an item in its own words, with its day and people, and the page as its source', () => {
    const draft = ask('Hi all,\nthe crates came late. Ana, could you call the yard by Friday? Thanks, Cleo');
    expect(draft).toMatchObject({
      title: 'Could you call the yard by Friday?',
      page: 'item',
      assignees: ['Ana'],
      dueDay: '2026-11-27',
      requester: 'Cleo Dunn',
      sourceTitle: 'Crates are late',
      quote: 'Ana, could you call the yard by Friday?',
      excerpt: 'Hi all, the crates came late. Ana, could you call the yard by Friday? Thanks, Cleo',
      source: { product: 'roundcube', kind: 'ask', scope: 'INBOX' },
    });
    expect([draft.check, draft.source.label]).toEqual([undefined, undefined]);
    expect(v.parse(DraftSchema, draft)).toEqual(draft);
  });

  test.each([
    ['Please send the list.', 'Please send the list.'],
    ['• please send the list', 'Please send the list'],
    ['[ ] send the list today', 'Send the list today'],
    ['> „Schickst du bitte die Liste?“', 'Schickst du bitte die Liste?'],
    ['Hi Ana,\n\nplease send the list', 'Please send the list'],
    ['Liebe Ana, kannst du die Liste schicken?', 'Kannst du die Liste schicken?'],
    ['Sehr geehrte Frau Lind,\nbitte senden Sie die Liste.', 'Bitte senden Sie die Liste.'],
    ['Crates came. They are broken. We need to send them back. Bye.', 'We need to send them back.'],
    ['Bitte bis 12. März an Dr. Lind senden. Danke!', 'Bitte bis 12. März an Dr. Lind senden.'],
    ['The crates stand in\nthe yard', 'The crates stand in the yard'],
    ['1. Count the crates\n2. Please sweep the yard', 'Please sweep the yard'],
  ])('%j is “%s”', (selection, title) => {
    expect(ask(selection).title).toBe(title);
  });

  test('names the people in it', () => {
    expect(ask('@ana.lind and @Bo please count the crates, or write to yard@cleo.example').assignees).toEqual(
      ['ana.lind', 'Bo'],
    );
    expect(ask('Hallo Ana, die Kisten sind da').assignees).toEqual(['Ana']);
    expect(ask('Yesterday, the crates came late').assignees).toBeUndefined();
  });

  test('that is long is cut at a word', () => {
    const { title } = ask(`Please ${'count all the crates '.repeat(20)}`);
    expect([title.length <= 120, title.endsWith('…'), /\s…$/.test(title)]).toEqual([true, true, false]);
  });

  test('is the same item again, and another ask of the page is another', () => {
    const keyOf = (selection: string) => ask(selection).source.key;
    expect(keyOf('Please count the crates.')).toMatch(/^roundcube\|mail\.yard\.example\|INBOX\|4~ask:\w+$/);
    expect(keyOf('Hi, please  count the crates')).toBe(keyOf('Please count the crates.'));
    expect(keyOf('Please sweep the yard.')).not.toBe(keyOf('Please count the crates.'));
  });

  test('names the items in its words, not those of the page', () => {
    expect(ask('Please close ACME-2 today').mentions).toEqual({ keys: [], names: ['ACME-2'] });
    expect(ask('Please close it today').mentions).toBeUndefined();
  });

  test('takes no state, label or day from the page around it', () => {
    expect(Object.keys(ask('Please count the crates'))).not.toEqual(expect.arrayContaining(['status']));
  });

  test('in a script without spaces is one too', () => {
    expect(ask('明日までに箱を数えてください').source.kind).toBe('ask');
  });
});

test('fewer than three words are a piece of the page', () => {
  const draft = ask('Crates late');
  expect([draft.source.kind, draft.title, draft.excerpt]).toEqual([
    'email',
    'Crates are late',
    'Crates late',
  ]);
  expect(draft.ways?.map(({ by }) => by)).toEqual(['text']);
});

test('a selection of ten million characters is an ask of its beginning', () => {
  const draft = ask('count the crates '.repeat(600_000));
  expect([draft.title.length <= 120, (draft.excerpt ?? '').length <= 4_000]).toEqual([true, true]);
});

describe('the way to a text', () => {
  test('escapes what a text directive means something by', () => {
    expect(textWay('https://plans.example/a#top', 'follow-up, this & that')).toEqual([
      { by: 'text', url: 'https://plans.example/a#:~:text=follow%2Dup%2C%20this%20%26%20that' },
    ]);
  });

  test('of a long one names its beginning and its end', () => {
    const [way] = textWay(
      'https://plans.example/a',
      'one two three four five six seven eight nine ten eleven',
    );
    expect(way?.url).toBe(
      'https://plans.example/a#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
    );
  });

  test('is none where the fragment routes', () => {
    expect(textWay('https://plans.example/#/t/4', 'one two three')).toEqual([]);
  });
});
