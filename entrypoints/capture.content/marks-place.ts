import { SIGN } from './marks-sign';

/** Between a link and its sign, in CSS px. */
const GAP = 3;

/** Where a sign stands, in px of the viewport, and on which level and ground. */
export type Place = { left: number; top: number };
export type Setting = {
  level: string;
  scheme: 'light' | 'dark';
  /** Held by the viewport (a sticky head, a fixed panel): it moves over the page when the page scrolls. */
  isHeld: boolean;
};

/**
 * The place of a link's sign: behind its text where there is room, else before it, else at its first letter's
 * corner, a little out of the text. Undefined for a link that shows nothing.
 */
export function placeOf(link: HTMLElement): Place | undefined {
  const lines = textLines(link);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const isRtl = getComputedStyle(link).direction === 'rtl';
  const behind = isRtl
    ? { left: last.left - GAP - SIGN, top: middle(last) }
    : { left: last.right + GAP, top: middle(last) };
  if (roomAt(link, last, isRtl ? 'left' : 'right') >= SIGN + GAP) return behind;
  const before = isRtl
    ? { left: first.right + GAP, top: middle(first) }
    : { left: first.left - GAP - SIGN, top: middle(first) };
  if (roomAt(link, first, isRtl ? 'right' : 'left') >= SIGN + GAP) return before;
  const corner = isRtl ? first.right - 4 : first.left - SIGN + 4;
  return { left: Math.max(0, corner), top: first.top - SIGN / 2 + 1 };
}

const middle = (line: DOMRect): number => line.top + (line.height - SIGN) / 2;

/** The lines of the link's own text, cut to what the link shows of it. */
function textLines(link: HTMLElement): DOMRect[] {
  const range = link.ownerDocument.createRange();
  range.selectNodeContents(link);
  const box = link.getBoundingClientRect();
  return [...range.getClientRects()]
    .filter(({ width, height }) => width > 1 && height > 1)
    .map((line) => {
      // An inline link's box may be its first line only; a block's cuts text that runs out of it.
      const right = box.width > 1 ? Math.min(line.right, Math.max(box.right, line.left + 1)) : line.right;
      return new DOMRect(line.left, line.top, right - line.left, line.height);
    });
}

type Side = 'left' | 'right';

/** Free px beside a line of the link: up to what stands there next, or to the end of the block around it. */
function roomAt(link: HTMLElement, line: DOMRect, side: Side): number {
  const room = (edge: number) => (side === 'right' ? edge - line.right : line.left - edge);
  let node: Element = link;
  for (let steps = 0; steps < 6; steps += 1) {
    const next = besides(node, side);
    const beside = next && edgeOf(next, line, side);
    if (beside !== undefined) return room(beside);
    const parent = node.parentElement;
    if (!parent) break;
    node = parent;
    const { display } = getComputedStyle(parent);
    if (!/^(?:inline|contents)/.test(display) && !/flex|grid/.test(parentDisplay(parent))) break;
  }
  return room(node.getBoundingClientRect()[side]);
}

const parentDisplay = ({ parentElement }: Element): string =>
  parentElement ? getComputedStyle(parentElement).display : '';

/** The next node on that side which shows something. */
function besides(node: Node, side: Side): Node | undefined {
  const step = (from: Node) => (side === 'right' ? from.nextSibling : from.previousSibling);
  for (let next = step(node); next; next = step(next)) {
    if (next.nodeType === Node.TEXT_NODE && next.nodeValue?.trim()) return next;
    if (next instanceof Element && next.getClientRects().length > 0) return next;
  }
  return undefined;
}

/** Where a node begins on the link's own line; undefined where it stands on another. */
function edgeOf(node: Node, line: DOMRect, side: Side): number | undefined {
  const range = document.createRange();
  range.selectNode(node);
  const rects = [...range.getClientRects()].filter(
    ({ width, top, bottom }) => width > 0 && top < line.bottom - 2 && bottom > line.top + 2,
  );
  if (rects.length === 0) return undefined;
  return side === 'right'
    ? Math.min(...rects.map(({ left }) => left))
    : Math.max(...rects.map(({ right }) => right));
}

/** The level on the page that a link lies on and the ground behind it, read from what is around it. */
export function settingOf(link: Element, known: WeakMap<Element, Setting>): Setting {
  const parent = link.parentElement;
  const before = parent && known.get(parent);
  if (before) return before;
  let level = '0';
  let ground: string | undefined;
  let isHeld = false;
  for (let element: Element | null = link; element; element = element.parentElement) {
    const { position, zIndex, backgroundColor } = getComputedStyle(element);
    // The outermost level is the one that counts on the page.
    if (zIndex !== 'auto') level = zIndex;
    isHeld ||= position === 'fixed' || position === 'sticky';
    ground ??= isOpaque(backgroundColor) ? backgroundColor : undefined;
  }
  const setting: Setting = { level, isHeld, scheme: ground ? schemeOf(ground) : canvasScheme() };
  if (parent) known.set(parent, setting);
  return setting;
}

const numbers = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
const isOpaque = (color: string): boolean => (numbers(color)[3] ?? 1) > 0.5;

/** Dark by the lightness that eyes see of a colour (Rec. 709 weights of its parts). */
function schemeOf(color: string): 'light' | 'dark' {
  const [red = 255, green = 255, blue = 255] = numbers(color);
  const scale = color.startsWith('color(') ? 255 : 1;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) * scale < 110 ? 'dark' : 'light';
}

/** Without a colour of its own a page lies on the browser's canvas, which its `color-scheme` may make dark. */
function canvasScheme(): 'light' | 'dark' {
  const { colorScheme } = getComputedStyle(document.documentElement);
  if (!colorScheme.includes('dark')) return 'light';
  return !colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches
    ? 'dark'
    : 'light';
}
