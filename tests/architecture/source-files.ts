import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import ts from 'typescript';

/** The folder that holds package.json. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** The folders whose code reaches a person's browser. */
export const PRODUCT = ['entrypoints', 'components', 'storage', 'utils'] as const;

export type SourceFile = { path: string; text: string };

/** Paths of all files below the folders, relative to the root, with forward slashes. */
export function pathsIn(folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(resolve(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(resolve(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          resolve(entry.parentPath, entry.name)
            .slice(ROOT.length + 1)
            .replaceAll(sep, '/'),
        ),
    )
    .toSorted();
}

/** The text of one file, by its path from the root. */
export const textOf = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

const isCode = (path: string) => /\.tsx?$/.test(path);
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** The product's TypeScript without its tests. */
export const productCode = (): SourceFile[] =>
  pathsIn(PRODUCT)
    .filter((path) => isCode(path) && !isTest(path))
    .map((path) => ({ path, text: textOf(path) }));

/** The file as a syntax tree with parents, so that comments and strings are not mistaken for code. */
export const parse = ({ path, text }: SourceFile): ts.SourceFile =>
  ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );

/** Calls `visit` for every node of the tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** "path:line", as an editor opens it. */
export const placeOf = (tree: ts.SourceFile, node: ts.Node): string =>
  `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
