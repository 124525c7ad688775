import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { DraftSchema } from '@/utils/model/draft';
import { LocatorsSchema, type Lesson, type LessonField, type Locator } from '@/utils/model/lesson';
import { recognise } from './index';
import { locatorsFor } from './lessons';

const URL_HERE = 'https://plans.example/t/7';
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const lesson = (field: LessonField, locators: Locator[], about: Partial<Lesson> = {}): Lesson => ({
  id: `web|plans.example|page|${field}`,
  product: 'web',
  host: 'plans.example',
  kind: 'page',
  field,
  locators,
  example: '',
  ...about,
});
const read = (html: string, ...lessons: Lesson[]) => recognise(parse(html), URL_HERE, { lessons });
const label = (text: string): Locator => ({ by: 'label', text });
const hook = (value: string): Locator => ({ by: 'attribute', name: 'data-testid', value });

describe('a label leads to the field', () => {
  test.each([
    ['beside it', '<span>Status:</span><span>Waiting</span>'],
    ['in its definition', '<dl><dt>Owner</dt><dd>Bo</dd><dt>Status</dt><dd>Waiting</dd></dl>'],
    ['in its row', '<table><tr><th>STATUS</th><td>Waiting</td></tr></table>'],
    ['in the control that it is for', '<label for="s">Status</label><i>x</i><input id="s" value="Waiting">'],
    [
      'in the control that it holds',
      '<label>Status <select><option value="1">Open</option><option value="2" selected>Waiting</option></select></label>',
    ],
    ['in what it labels', '<p id="l">Status</p><hr><p aria-labelledby="l">Waiting</p>'],
    ['in the words behind it', '<p><b>Status:</b> Waiting</p>'],
    ['beside what is around it', '<div><div><b>Status *</b></div><div>Waiting</div></div>'],
  ])('%s', (_where, html) => {
    expect(read(html, lesson('status', [label('status')])).status).toBe('Waiting');
  });

  test('and to nothing where there is none', () => {
    const draft = read('<p>Status</p>', lesson('status', [label('status')]));
    expect([draft.status, draft.lessons]).toEqual([
      undefined,
      [{ id: 'web|plans.example|page|status', alive: [false] }],
    ]);
  });
});

describe('a field is found again', () => {
  test.each<[string, Locator]>([
    ['by an attribute', hook('state')],
    ['by an attribute of a tag', { by: 'attribute', name: 'data-testid', value: 'state', tag: 'b' }],
    ['by a role and its name', { by: 'role', role: 'status', name: 'Where it is', place: 0 }],
    ['by a role and its place', { by: 'role', role: 'status', place: 1 }],
    ['by the texts behind a heading', { by: 'heading', text: 'Details', place: 1 }],
  ])('%s', (_how, locator) => {
    const html =
      '<p role="status">x</p><h2>Details</h2><p>Now</p><b data-testid="state" role="status" aria-label="Where it is">Waiting</b>';
    expect(read(html, lesson('status', [locator])).status).toBe('Waiting');
  });

  test('never in a password, a hidden input, a card or a code', () => {
    for (const input of [
      'type=password',
      'type=hidden',
      'autocomplete="cc-number"',
      'autocomplete="one-time-code"',
      'type="PASSWORD"',
    ]) {
      const html = `<label for="s">Secret</label><input id="s" data-testid="s" ${input} value="hunter2"><div data-testid="box"><input ${input} value="hunter2"></div>`;
      const draft = read(
        html,
        lesson('status', [label('Secret'), hook('s'), hook('box')]),
        lesson('title', [hook('s')]),
      );
      expect(JSON.stringify(draft)).not.toContain('hunter2');
      const element = parse(html).querySelector('[data-testid="s"]');
      expect(element && locatorsFor(element, parse(html), URL_HERE)).toEqual({ locators: [], value: '' });
    }
  });

  test('never where a locator fits everything', () => {
    const html = '<p data-testid="x">Waiting</p>'.repeat(21);
    expect(read(html, lesson('status', [hook('x')])).status).toBeUndefined();
    expect(
      read('<i>Status</i><b>Waiting</b>'.repeat(30), lesson('status', [label('Status')])).status,
    ).toBeUndefined();
  });

  test('never in a text that is longer than a field', () => {
    expect(
      read(`<p data-testid="x">${'word '.repeat(60)}</p>`, lesson('status', [hook('x')])).status,
    ).toBeUndefined();
  });

  test('never by a name that could be a selector of its own', () => {
    // What a file could hold past our own schema.
    const evil = { by: 'attribute', name: 'value', value: 'x' } as unknown as Locator;
    const quote: Locator = { by: 'attribute', name: 'id', value: '"],[title="x' };
    const html = '<input value="x"><p title="x">Waiting</p>';
    const draft = read(html, lesson('status', [evil]), lesson('project', [quote]));
    expect([draft.status, draft.project]).toEqual([undefined, undefined]);
  });
});

describe('what was taught is one more witness', () => {
  const FORM = '<title>Crates</title><h1>Crates</h1><p>Owner</p><p data-testid="o">Ana, Bo</p>';

  test('people and labels are parted, days read', () => {
    const html = `${FORM}<p>Due</p><time datetime="2026-12-01T09:00Z">in a week</time>`;
    const draft = read(html, lesson('assignees', [label('Owner')]), lesson('dueDay', [label('Due')]));
    expect([draft.assignees, draft.dueDay]).toEqual([['Ana', 'Bo'], '2026-12-01']);
    expect(draft.witnesses).toContainEqual({ field: 'assignees', from: 'taught', value: 'Ana, Bo' });
    expect(v.parse(DraftSchema, draft)).toEqual(draft);
  });

  test('most locators win, and the dead are told and healed', () => {
    const html =
      '<dl><dt>State</dt><dd data-testid="state" itemprop="state">Waiting</dd></dl><p data-qa="old">Gone</p>';
    const old: Locator = { by: 'attribute', name: 'data-qa', value: 'old' };
    const [result] = read(html, lesson('status', [old, label('State'), hook('state')])).lessons ?? [];
    expect(result?.alive).toEqual([false, true, true]);
    expect(result?.healed).toEqual(
      expect.arrayContaining([
        label('State'),
        hook('state'),
        { by: 'attribute', name: 'itemprop', value: 'state', tag: 'dd' },
      ]),
    );
    expect(result?.healed).not.toContainEqual(old);
  });

  test('two locators beat a tool’s own hook, one does not', () => {
    const html =
      '<meta name="description" content="Redmine"><meta name="keywords" content="issue,bug,tracker"><title>Bug #7: Crates - Yard - Redmine</title><div class="attributes"><div class="status"><div class="value">New</div></div></div><p>Real state</p><p data-testid="s">Open</p>';
    const about = { product: 'redmine', host: 'ops.example', kind: 'issue' };
    const status = (...locators: Locator[]) =>
      recognise(parse(html), 'https://ops.example/issues/7', { lessons: [lesson('status', locators, about)] })
        .status;
    expect([status(hook('s')), status(hook('s'), label('Real state'))]).toEqual(['New', 'Open']);
  });

  test('a title is heard beside the others', () => {
    const html = '<title>Yard</title><h3>Count the crates</h3><p data-testid="t">Count the crates</p>';
    const draft = read(html, lesson('title', [hook('t')]));
    expect([draft.title, draft.check]).toEqual(['Count the crates', undefined]);
    expect(draft.witnesses).toContainEqual({ field: 'title', from: 'taught', value: 'Count the crates' });
  });

  test('lessons about other pages say nothing', () => {
    const others = [{ host: 'other.example' }, { kind: 'issue' }, { product: 'jira' }];
    const draft = read(FORM, ...others.map((about) => lesson('assignees', [label('Owner')], about)));
    expect([draft.assignees, draft.lessons]).toEqual([undefined, undefined]);
  });
});

describe('pointing at a field', () => {
  const HTML = `<main><h2>Details</h2><dl><dt>Owner:</dt><dd data-testid="owner" id="field-owner">Ana Lind</dd>
    <dt>Status:</dt><dd><span role="status" aria-label="State">Waiting</span></dd></dl>
    <label for="due">Due on</label><input id="due" name="due" value="2026-12-01"></main>`;
  const point = (selector: string) => {
    const document = parse(HTML);
    const element = document.querySelector(selector);
    return element && locatorsFor(element, document, URL_HERE);
  };

  test('gives locators that find it again, within what the model takes', () => {
    for (const [selector, value] of [
      ['dd', 'Ana Lind'],
      ['[role]', 'Waiting'],
      ['input', '2026-12-01'],
    ] as const) {
      const found = point(selector);
      expect([found?.value, (found?.locators.length ?? 0) > 1]).toEqual([value, true]);
      expect(v.parse(LocatorsSchema, found?.locators)).toEqual(found?.locators);
      for (const locator of found?.locators ?? []) {
        expect([locator, read(HTML, lesson('project', [locator])).project]).toEqual([locator, value]);
      }
    }
  });

  test('tells a label, stable attributes, a role and a heading', () => {
    expect(point('dd')?.locators).toEqual([
      label('owner'),
      { by: 'attribute', name: 'data-testid', value: 'owner', tag: 'dd' },
      { by: 'attribute', name: 'id', value: 'field-owner', tag: 'dd' },
      { by: 'heading', text: 'Details', place: 1 },
    ]);
    expect(point('[role]')?.locators).toContainEqual({ by: 'role', role: 'status', name: 'State', place: 0 });
  });

  test('takes no attribute that was made up for one page, and none that holds the value', () => {
    const document = parse(
      '<p>Owner</p><p id="ember4711" data-testid="user-ana-lind" aria-label="Owner: Ana Lind" data-field="owner">Ana-Lind</p>',
    );
    const element = document.querySelectorAll('p')[1];
    const names =
      element && locatorsFor(element, document, URL_HERE).locators.map((each) => 'name' in each && each.name);
    expect(names).toContain('data-field');
    expect(names).not.toContain('id');
    expect(names).not.toContain('data-testid');
  });
});
