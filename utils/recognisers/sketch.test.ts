import { expect, test } from 'vitest';
import { sketch } from './sketch';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

test('a sketch tells the structure of a page', () => {
  const document = parse(
    '<main id="content"><h1 data-testid="issue-title">Crates</h1><a href="/t/12/edit?x=Secret">Go</a><input type="text" name="due"></main>',
  );
  expect(
    sketch(document)
      .split('\n')
      .map((line) => line.trim()),
  ).toEqual(
    expect.arrayContaining([
      'main [id=content]',
      'h1 [data-testid=issue-title] “6”',
      'a → /{word}/{n}/{word}?{word} “2”',
      'input [type=text] [name=due]',
    ]),
  );
});

test('no word of a page is in its sketch', () => {
  const document =
    parse(`<html><head><title>Titelwort</title><meta name="description" content="Metawort"></head><body>
    <p id="user-maya 1" class="Klassenwort" title="Tippwort" aria-label="Etikettwort">Textwort <b>Fettwort</b></p>
    <input value="Wertwort" placeholder="Platzwort" id="konto-4711234" data-testid="größe des Zauns">
    <a href="https://maya.example/Pfadwort/77?frage=Fragewort#Ankerwort" rel="Beziehung mit Wort">Linkwort</a>
    <textarea>Bereichwort</textarea><select><option value="Optionswert">Optionswort</option></select>
    <img alt="Bildwort" src="/bildpfad.png"><script>var skriptwort = 1;</script><svg><text>Svgwort</text></svg>
    <custom-4711></custom-4711></body></html>`);
  document.querySelector('textarea')?.setAttribute('data-qa', 'mail@maya.example');
  const drawn = sketch(document);
  expect(drawn).not.toMatch(/wort|maya|4711|frage|zaun|klassen|bildpfad|optionswert/i);
  expect(drawn).toContain('[id=…]');
});

test('repeated sisters are folded, and a page without end is cut', () => {
  expect(sketch(parse(`<ul>${'<li><a href="/t/1">Crates</a></li>'.repeat(24)}</ul>`))).toContain('li ×24');
  const wide = parse(
    Array.from({ length: 900 }, (_, place) => `<div role="r${'x'.repeat(place % 7)}"><p>a</p></div>`).join(
      '',
    ),
  );
  expect(sketch(wide).split('\n')).toHaveLength(400);
  expect(sketch(parse('')).split('\n').length).toBeLessThan(5);
});

test('open shadow trees are drawn too', () => {
  const document = parse('<div></div>');
  const inner = document.createElement('h2');
  document.querySelector('div')?.attachShadow({ mode: 'open' }).append(inner);
  expect(sketch(document)).toContain('h2');
});

test('parts that only share their tag are told apart, rows are drawn once', () => {
  const row = (id: number) => `<tr id="issue-${id}"><td>${id}</td><td>Lost crate</td></tr>`;
  const page = new DOMParser().parseFromString(
    `<div id="header"><h1>A</h1></div><div id="content"><table><tbody>${[1, 2, 3].map(row).join('')}</tbody></table></div>`,
    'text/html',
  );
  const drawn = sketch(page);
  expect(drawn).toContain('div [id=header]\n');
  expect(drawn).toContain('div [id=content]\n');
  expect(drawn).toMatch(/tr \[id=issue-1\] ×3/);
});
