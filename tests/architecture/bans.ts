import ts from 'typescript';
import { parse, placeOf, type SourceFile, walk } from './source-files';

/** Something that may not stand in the product's code, and what to do instead. */
export type Ban = {
  name: string;
  instead: string;
  /** Where it is allowed, by path. */
  allowedIn?: RegExp;
  finds(node: ts.Node): boolean;
};

const HTML_SINKS = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'dangerouslySetInnerHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
];
const NETWORK = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'WebTransport',
  'RTCPeerConnection',
];

/** The name that a piece of code speaks of: `x` of `x`, of `a.x` and of `a['x']`. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
    return node.argumentExpression.text;
  return undefined;
}

const calls = (node: ts.Node, ...names: string[]): node is ts.CallExpression =>
  ts.isCallExpression(node) && names.includes(nameOf(node.expression) ?? '');

const makes = (node: ts.Node, ...names: string[]): node is ts.NewExpression =>
  ts.isNewExpression(node) && names.includes(nameOf(node.expression) ?? '');

/** True where the name is used; a type, an import or a property key of the same name is no use. */
function uses(node: ts.Node, names: readonly string[]): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return names.includes(nameOf(node) ?? '');
  if (ts.isJsxAttribute(node)) return names.includes(node.name.getText());
  if (!ts.isIdentifier(node) || !names.includes(node.text)) return false;
  const { parent } = node;
  const isName = 'name' in parent && parent.name === node;
  return !isName && !ts.isTypeReferenceNode(parent) && !ts.isTypeQueryNode(parent);
}

const isFixedText = (node: ts.Node | undefined) =>
  node !== undefined &&
  (ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isRegularExpressionLiteral(node));

const fetchesOurOwnFile = (node: ts.Node) =>
  calls(node, 'fetch') && node.arguments[0] !== undefined && calls(node.arguments[0], 'getURL');

/** A port of the extension may post; a window, a frame or a channel that a page hears may not. */
function postsToAStranger(node: ts.Node): boolean {
  if (!calls(node, 'postMessage')) return false;
  const receiver = ts.isPropertyAccessExpression(node.expression)
    ? nameOf(node.expression.expression)
    : undefined;
  return !/port$/i.test(receiver ?? '');
}

function swallowsAnError(node: ts.Node): boolean {
  if (!calls(node, 'catch')) return false;
  const [reaction] = node.arguments;
  if (!reaction || !(ts.isArrowFunction(reaction) || ts.isFunctionExpression(reaction))) return false;
  const { body } = reaction;
  const isEmpty = ts.isBlock(body) ? body.statements.length === 0 : body.getText() === 'undefined';
  return isEmpty && !hasCommentNear(node);
}

/** True when a comment stands inside the statement around the node, right above it or at the end of its line. */
export function hasCommentNear(node: ts.Node): boolean {
  let statement: ts.Node = node;
  while (statement.parent && !ts.isStatement(statement) && !ts.isClassElement(statement))
    statement = statement.parent;
  const text = statement.getSourceFile().text;
  const lineEnd = text.indexOf('\n', statement.end);
  const around = text.slice(statement.getFullStart(), lineEnd === -1 ? undefined : lineEnd);
  return /(^|[^:])\/\/|\/\*/.test(around);
}

/** A tab, a window or a link on an address that is not written here: it could come out of a page or a file. */
function opensAnAddress(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node))
    return (
      ['href', 'src', 'action'].includes(node.name.getText()) &&
      node.initializer?.kind === ts.SyntaxKind.JsxExpression
    );
  if (calls(node, 'create'))
    return nameOf(receiverOf(node) ?? node) === 'tabs' || nameOf(receiverOf(node) ?? node) === 'windows';
  if (calls(node, 'open')) return ['window', 'globalThis'].includes(nameOf(receiverOf(node) ?? node) ?? '');
  return calls(node, 'assign', 'replace') && nameOf(receiverOf(node) ?? node) === 'location';
}

const receiverOf = ({ expression }: ts.CallExpression): ts.Node | undefined =>
  ts.isPropertyAccessExpression(expression) ? expression.expression : undefined;

/** What may not stand in product code (safety RV-06); tests/architecture/bans.test.ts plants each of them. */
export const BANS: Ban[] = [
  {
    name: 'HTML sink',
    instead: 'build nodes or render text; captured text must never be parsed as HTML',
    finds: (node) =>
      uses(node, HTML_SINKS) ||
      (calls(node, 'write', 'writeln') && node.expression.getText().startsWith('document.')),
  },
  {
    name: 'code from text',
    instead: 'write the code; nothing is evaluated at run time',
    finds: (node) => calls(node, 'eval', 'Function') || makes(node, 'Function'),
  },
  {
    name: 'regular expression from a variable',
    instead:
      'write a literal, or search with includes and startsWith: text from a page could hang the matcher',
    finds: (node) => (makes(node, 'RegExp') || calls(node, 'RegExp')) && !isFixedText(node.arguments?.[0]),
  },
  {
    name: 'postMessage',
    instead: 'send through the background by utils/messaging: a page that hears us can navigate our frame',
    finds: postsToAStranger,
  },
  {
    name: 'message from strangers',
    instead: 'listen to nobody outside the extension',
    finds: (node) => uses(node, ['onMessageExternal', 'onConnectExternal', 'onUserScriptMessage']),
  },
  {
    name: 'database outside storage',
    instead: 'send a command or watch a view; only storage opens the database',
    allowedIn: /^storage\//,
    finds: (node) => uses(node, ['indexedDB']) || (ts.isStringLiteral(node) && node.text === 'dexie'),
  },
  {
    name: 'clock',
    instead: 'take `now` or a Clock as an argument; systemClock of utils/model/clock.ts is the one reader',
    allowedIn: /^utils\/model\/clock\.ts$/,
    finds: (node) =>
      (calls(node, 'now') && node.expression.getText() === 'Date.now') ||
      (makes(node, 'Date') && !node.arguments?.length),
  },
  {
    name: 'network',
    instead:
      'nothing leaves the machine; only a file of our own package may be fetched: fetch(browser.runtime.getURL(…))',
    allowedIn: /^utils\/i18n\//, // reads our own catalogue
    finds: (node) => (uses(node, NETWORK) && !fetchesOurOwnFile(node.parent)) || calls(node, 'importScripts'),
  },
  {
    name: 'address opened',
    instead: 'send source.open: utils/model/address-to-open.ts decides what may be opened, in one place',
    // What they open is our own page, the browser's page of shortcuts, or was decided there.
    allowedIn: /^entrypoints\/(background\/(source-tab|first-run|carry-out|notify)|desk\/shortcuts)\.ts$/,
    finds: opensAnAddress,
  },
  {
    name: 'editable markup',
    instead: 'use an input or a textarea: what is pasted or dropped there is plain text (safety HP-24)',
    finds: (node) => uses(node, ['contentEditable', 'contenteditable', 'designMode', 'execCommand']),
  },
  {
    name: 'swallowed error',
    instead: 'show the failure, or say in a comment why nobody needs to know',
    finds: swallowsAnError,
  },
];

/** Every place where the file breaks the ban, as "path:line  code". */
export function breaks(ban: Ban, file: SourceFile): string[] {
  if (ban.allowedIn?.test(file.path)) return [];
  const tree = parse(file);
  const places: string[] = [];
  walk(tree, (node) => {
    if (ban.finds(node))
      places.push(`${placeOf(tree, node)}  ${node.getText().split('\n')[0]?.slice(0, 80)}`);
  });
  return [...new Set(places)];
}
