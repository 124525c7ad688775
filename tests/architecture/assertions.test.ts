import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { hasCommentNear } from './bans';
import { parse, placeOf, productCode, type SourceFile, walk } from './source-files';

/** `as const` and `as unknown` promise nothing. */
const isHarmless = (node: ts.AsExpression) => ['const', 'unknown'].includes(node.type.getText());

const SHORT = 8;

/** In a short function the comment above the function may say it. */
function isExplained(node: ts.Node): boolean {
  if (hasCommentNear(node)) return true;
  const around = ts.findAncestor(node, ts.isFunctionLike);
  return around !== undefined && around.getText().split('\n').length <= SHORT && hasCommentNear(around);
}

/** `as` and `!` are promises to the compiler; a comment in or above the statement says why they are true. */
function unexplained(file: SourceFile): string[] {
  const tree = parse(file);
  const places: string[] = [];
  walk(tree, (node) => {
    const isPromise = (ts.isAsExpression(node) && !isHarmless(node)) || ts.isNonNullExpression(node);
    if (isPromise && !isExplained(node))
      places.push(`${placeOf(tree, node)}  ${node.getText().split('\n')[0]?.slice(0, 80)}`);
  });
  return places;
}

const planted = (text: string) => unexplained({ path: 'planted.ts', text });

describe('type assertions', () => {
  test('an assertion without its reason is found', () => {
    expect(planted('const a = b as string;')).toHaveLength(1);
    expect(planted('const a = b!;')).toHaveLength(1);
  });

  test('an assertion with its reason is left alone', () => {
    expect(planted('// The pattern says so.\nconst a = b as string;')).toEqual([]);
    expect(planted('const a = b!; // it was just set')).toEqual([]);
    expect(planted('/** The text is one. */\nfunction f(b) {\n  return b as string;\n}')).toEqual([]);
    expect(planted("const a = ['x'] as const;")).toEqual([]);
  });

  test('every assertion of the product says why it is true', () => {
    expect(
      productCode().flatMap(unexplained),
      'say in a comment above the statement why it is true, or do without',
    ).toEqual([]);
  });
});
