// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createReader, type Surroundings } from './read';

/** Two places name it, none of them with an id: nothing ties the title to the address. */
const MAIL = '<title>Crates are late - ana@yard.example - Yard Mail</title><h2>Crates are late</h2>';
const ADDRESS = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzGtxKRvPqWbZnLmTdSs';
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Time that goes on only while the reader waits; `happens` is what the page does meanwhile. */
function surroundings(happens: (ms: number) => void = () => undefined, history?: Surroundings['history']) {
  let time = 0;
  const around: Surroundings = {
    history,
    now: () => time,
    pause: async (ms) => {
      time += ms;
      happens(time);
    },
  };
  return { around, waited: () => time };
}

test('a page that stands still is sure of what two places say after 600 ms', async () => {
  const { around, waited } = surroundings();
  const reader = createReader(parse(MAIL), () => ADDRESS, around);
  expect([(await reader.read()).check, waited()]).toEqual([undefined, 600]);
  await reader.read();
  expect(waited()).toBe(600);
});

test('a page that was loaded at its address is sure at once', async () => {
  const entry = { id: 'a', url: ADDRESS, sameDocument: true };
  const history = { activation: { entry }, currentEntry: entry, entries: () => [entry] };
  const { around, waited } = surroundings(undefined, history);
  const draft = await createReader(parse(MAIL), () => ADDRESS, around).read();
  expect([draft.title, draft.check, waited()]).toEqual(['Crates are late', undefined, 0]);
});

test('a page that follows its address late is sure of what it then shows', async () => {
  const document = parse(MAIL);
  const { around, waited } = surroundings((ms) => {
    if (ms !== 240) return;
    document.title = 'Yard is full - ana@yard.example - Yard Mail';
    for (const heading of document.querySelectorAll('h2')) heading.textContent = 'Yard is full';
  });
  const draft = await createReader(document, () => ADDRESS, around).read();
  expect([draft.title, draft.check, waited()]).toEqual(['Yard is full', undefined, 240]);
});

test('a page that never stands still is taken after 900 ms with its check', async () => {
  const document = parse(MAIL);
  const { around, waited } = surroundings(() => {
    document.title = 'Yard Mail';
  });
  const draft = await createReader(document, () => ADDRESS, around).read();
  expect([draft.check !== undefined, waited() <= 900]).toEqual([true, true]);
});

test('what was told about lessons and tools holds for later readings of the page', async () => {
  const reader = createReader(parse(MAIL), () => ADDRESS, surroundings().around);
  await reader.read({ without: ['gmail'] });
  expect((await reader.read()).source.product).toBe('web');
});

test('rows that do not fit into a message are said to be missing', async () => {
  const rows = Array.from(
    { length: 200 },
    (_, place) =>
      `<li><a href="https://github.com/larkfield/pick-list/issues/${place}">${`Crate ${place} is lost `.repeat(25)}</a></li>`,
  );
  const reader = createReader(
    parse(`<ul>${rows.join('')}</ul>`),
    () => 'https://plans.example/all',
    surroundings().around,
  );
  const draft = await reader.read();
  expect([draft.isPartial, (draft.rows?.length ?? 0) < 200]).toEqual([true, true]);
  expect(JSON.stringify(draft).length).toBeLessThan(64_000);
});
