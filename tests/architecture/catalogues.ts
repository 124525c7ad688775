import ts from 'typescript';
import { parse, pathsIn, placeOf, type SourceFile, textOf, walk } from './source-files';

type Entry = { message: string; placeholders?: Record<string, { content: string }> };
export type Catalogue = Record<string, Entry>;

/** The catalogue of one language in the browser's own format. */
// The format is checked by the browser when the extension loads and by the tests below.
export const catalogueOf = (language: string) =>
  JSON.parse(textOf(`public/_locales/${language}/messages.json`)) as Catalogue;

export const languages = (): string[] => [
  ...new Set(pathsIn(['public/_locales']).map((path) => path.split('/')[2] ?? '')),
];

/** Plural forms differ between languages: "items_few" is the Polish half of "items_other". */
const PLURAL = /_(zero|one|two|few|many)$/;
export const withoutPlural = (key: string) => key.replace(PLURAL, '_other');

/** The values that a message takes, as a sorted list: ["$1", "$2"]. */
export function valuesOf(entry: Entry): string[] {
  const contents = Object.values(entry.placeholders ?? {}).map((placeholder) => placeholder.content);
  return [
    ...new Set([entry.message, ...contents].flatMap((text) => text.match(/\$[1-9]/g) ?? [])),
  ].toSorted();
}

/** Mistakes inside one message: a named placeholder that is not declared, or declared and not used. */
export function mistakesOf(entry: Entry): string[] {
  const named = [...entry.message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]?.toLowerCase() ?? '');
  const declared = Object.keys(entry.placeholders ?? {}).map((name) => name.toLowerCase());
  return [
    ...named.filter((name) => !declared.includes(name)).map((name) => `$${name}$ is not declared`),
    ...declared.filter((name) => !named.includes(name)).map((name) => `placeholder "${name}" is not used`),
  ];
}

export type Uses = {
  /** Keys asked for by a literal: t('key'), with their place. */
  asked: { key: string; place: string }[];
  /** Every string in the code; a key in a table of keys counts as used. */
  strings: Set<string>;
  /** Keys put together at run time: `state_${state}` gives ["state_", ""]. */
  shapes: string[][];
};

const WORDS = ['t', 'tCount'];

function countedKey(call: string, key: string): string {
  return call === 'tCount' ? `${key}_other` : key;
}

function note(node: ts.Node, tree: ts.SourceFile, uses: Uses): void {
  if (ts.isStringLiteralLike(node)) uses.strings.add(node.text);
  if (ts.isTemplateExpression(node)) {
    uses.shapes.push([node.head.text, ...node.templateSpans.map((span) => span.literal.text)]);
  }
  if (
    !ts.isCallExpression(node) ||
    !ts.isIdentifier(node.expression) ||
    !WORDS.includes(node.expression.text)
  )
    return;
  const [key] = node.arguments;
  if (key && ts.isStringLiteralLike(key)) {
    uses.asked.push({ key: countedKey(node.expression.text, key.text), place: placeOf(tree, node) });
  }
}

/** What the files ask of the catalogue. */
export function usesIn(files: readonly SourceFile[]): Uses {
  const uses: Uses = { asked: [], strings: new Set(), shapes: [] };
  for (const file of files) {
    const tree = parse(file);
    walk(tree, (node) => note(node, tree, uses));
  }
  return uses;
}

function fits(key: string, shape: readonly string[]): boolean {
  const [start = '', ...rest] = shape;
  if (start.length < 3 || !key.startsWith(start)) return false;
  let at = start.length;
  for (const part of rest) {
    const next = key.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return rest.at(-1) === '' || at === key.length;
}

/** True when the code, the manifest or a page may ask for the key. */
export function isUsed(key: string, uses: Uses, elsewhere: string): boolean {
  const plain = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return (
    uses.strings.has(key) ||
    uses.strings.has(plain) ||
    uses.shapes.some((shape) => fits(key, shape) || fits(plain, shape)) ||
    elsewhere.includes(`__MSG_${key}__`)
  );
}
