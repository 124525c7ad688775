import ts from 'typescript';
import { parse, placeOf, type SourceFile, walk } from './source-files';

/** Attributes whose text a person sees or hears. */
const SPOKEN = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
];

/** The mark of the product and names of keys are the same in every language. */
const SAME_EVERYWHERE = ['Throughline', 'Enter', 'Esc', 'Tab'];

const hasWords = (text: string) => /\p{L}{2,}/u.test(text) && !SAME_EVERYWHERE.includes(text.trim());

function fixedTextOf(node: ts.Node): string {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map((span) => span.literal)].map((part) => part.text).join('');
  if (ts.isConditionalExpression(node)) return `${fixedTextOf(node.whenTrue)} ${fixedTextOf(node.whenFalse)}`;
  if (ts.isBinaryExpression(node)) return fixedTextOfPair(node);
  if (ts.isParenthesizedExpression(node)) return fixedTextOf(node.expression);
  return '';
}

/** `a && b` shows b; `a + b`, `a ?? b` and `a || b` may show both; a comparison shows neither. */
function fixedTextOfPair({ left, operatorToken, right }: ts.BinaryExpression): string {
  const operator = operatorToken.getText();
  if (operator === '&&') return fixedTextOf(right);
  return ['+', '??', '||'].includes(operator) ? `${fixedTextOf(left)} ${fixedTextOf(right)}` : '';
}

const inExpression = (node: ts.Node | undefined) =>
  node && ts.isJsxExpression(node)
    ? node.expression
      ? fixedTextOf(node.expression)
      : ''
    : node
      ? fixedTextOf(node)
      : '';

function isLoose(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return hasWords(node.text);
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return hasWords(inExpression(node));
  if (ts.isJsxAttribute(node) && SPOKEN.includes(node.name.getText()))
    return hasWords(inExpression(node.initializer));
  return false;
}

/** Every place in the markup of a file where words stand that are not from the message catalogue. */
export function looseWords(file: SourceFile): string[] {
  const tree = parse(file);
  const places: string[] = [];
  walk(tree, (node) => {
    if (isLoose(node)) places.push(`${placeOf(tree, node)}  ${node.getText().trim().split('\n')[0]}`);
  });
  return places;
}

/** Words that stand loose in an HTML page: between tags, but for the product's own name. */
export function looseWordsInPage(html: string): string[] {
  const body = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, '');
  return [...body.matchAll(/>([^<]+)</g)]
    .map((match) => match[1]?.trim() ?? '')
    .filter((text) => hasWords(text) && !/^__MSG_\w+__$/.test(text));
}
