import { expect, test } from 'vitest';
import { recognise } from './index';
import { TOOLS } from './tools';

/**
 * docs/tools.md is made from the recognisers and what lies beside them: run `npx vitest run utils/recognisers --update`
 * to write it anew.
 */
type Table = { html: string; keys: Record<string, string[]>; noItems: string[] };
const tables = Object.entries(
  import.meta.glob<Table>('./tools/*.addresses.json', { eager: true, import: 'default' }),
);
const samples = Object.entries(
  import.meta.glob<string>('./tools/*.samples/*.html', { eager: true, query: '?raw', import: 'default' }),
);
type Expected = { page: string; rows?: unknown[]; source: { kind: string } } & Record<string, unknown>;
const drafts = Object.entries(
  import.meta.glob<Expected>('./tools/*.samples/*.json', { eager: true, import: 'default' }),
);

const FIELDS = ['status', 'assignees', 'requester', 'dueDay', 'labels', 'priority', 'project'];
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const isOf = (product: string, file: string): boolean => {
  const name = /tools\/([^/]+?)\.(?:samples|addresses)/.exec(file)?.[1] ?? '';
  const owner = TOOLS.map((tool) => tool.product)
    .filter((each) => name === each || name.startsWith(`${each}-`))
    .toSorted((a, b) => b.length - a.length)[0];
  return owner === product;
};

function lineOf(product: string): string {
  const own = <T>(all: [string, T][]) =>
    all.filter(([file]) => isOf(product, file)).map(([, value]) => value);
  const forms = own(tables).flatMap(({ html, keys }) =>
    Object.entries(keys).map(([key, urls]) => ({ key, urls, html })),
  );
  const kinds = forms.map(({ urls, html }) => recognise(parse(html), urls[0] ?? '').source.kind);
  const found = own(drafts);
  const fields = FIELDS.filter((field) => found.some((draft) => draft[field] !== undefined));
  const written = own(samples).flatMap((html) => /"written": "([\d-]+)"/.exec(html)?.[1] ?? []);
  const isAnyHost = own(tables).some(({ html }) => html !== '');
  const cells = [
    product,
    [...new Set(kinds)].join(', '),
    isAnyHost ? 'any' : 'its own',
    `\`${(forms[0]?.key ?? '').replaceAll('|', '\\|')}\``,
    String(forms.reduce((sum, { urls }) => sum + urls.length, 0)),
    ['title', ...fields].join(', '),
    found.some(({ rows }) => rows !== undefined) ? 'yes' : '',
    written.toSorted().at(-1) ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

test('docs/tools.md lists every recogniser as it is', async () => {
  const head = [
    '# The tools that Throughline recognises',
    '',
    `${TOOLS.length} tools. Made from the recognisers, their address tables and their samples (\`utils/recognisers/tools/\`);`,
    'any other page is captured by its address and title. A sample is written by us after the public structure of the tool.',
    '',
    '| tool | kinds | hosts | identity, an example | forms of address tried | fields in samples | lists | sample of |',
    '|---|---|---|---|---|---|---|---|',
  ];
  const lines = TOOLS.map(({ product }) => product)
    .toSorted()
    .map(lineOf);
  await expect(`${[...head, ...lines].join('\n')}\n`).toMatchFileSnapshot('../../docs/tools.md');
});

test.each(TOOLS.map(({ product }) => product))(
  '%s has a table of addresses and a sample of an item',
  (product) => {
    expect(
      tables.filter(([file]) => isOf(product, file)),
      'write <tool>.addresses.json beside the tool',
    ).not.toEqual([]);
    const items = drafts.filter(([file, { page }]) => isOf(product, file) && page === 'item');
    expect(items, 'write a sample of an item page in <tool>.samples/').not.toEqual([]);
  },
);
