import { SIGN } from './sign';

/** Between a link and its sign, in CSS px. */
const GAP = 3;
/** Side of a sign where the text goes on at once. */
const SMALL = 10;

type Side = 'left' | 'right';

/** Where a sign stands, in px of the viewport, and its side. */
export type Place = { left: number; top: number; size: number };
/** On which level of the page it stands, and on which ground. */
export type Setting = {
  level: string;
  scheme: 'light' | 'dark';
  /** Held by the viewport (a sticky head, a fixed panel): it moves over the page when the page scrolls. */
  isHeld: boolean;
};

/**
 * The place of a link's sign: behind its text where there is room, else before it; small, where that is all the
 * room there is; else at its first letter's corner, a little out of the text. Undefined for a link that shows nothing.
 */
export function placeOf(link: HTMLElement): Place | undefined {
  const lines = textLines(link);
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) return undefined;
  const isRtl = getComputedStyle(link).direction === 'rtl';
  const sides = [
    { line: last, side: isRtl ? 'left' : 'right' },
    { line: first, side: isRtl ? 'right' : 'left' },
  ] as const;
  const rooms = sides.map(({ line, side }) => ({ line, side, ...roomAt(link, line, side) }));
  const wide = rooms.find(({ box }) => box >= SIGN + GAP);
  if (wide) return beside(wide.line, wide.side, SIGN, GAP);
  const narrow = rooms.find(({ text }) => text >= SMALL + 2);
  if (narrow) return beside(narrow.line, narrow.side, SMALL, (narrow.text - SMALL) / 2);
  const left = isRtl ? first.right - SMALL / 3 : first.left - (SMALL * 2) / 3;
  return { left: Math.max(0, left), top: first.top - SMALL / 2, size: SMALL };
}

const beside = (line: DOMRect, side: Side, size: number, gap: number): Place => {
  const off = Math.min(gap, GAP);
  return {
    left: side === 'right' ? line.right + off : line.left - off - size,
    top: line.top + (line.height - size) / 2,
    size,
  };
};

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

/** Parts of the page around a link that are asked for what stands beside it. */
const LEVELS = 10;

/** Free px: up to the next thing's box, which may have a border, and up to the text in it. */
type Room = { box: number; text: number };
/** Text that is cut ends in dots that have no place of their own. */
const NONE: Room = { box: 0, text: 0 };

/** The room beside a line of the link: up to what stands there next, or to where the page cuts what runs out. */
function roomAt(link: HTMLElement, line: DOMRect, side: Side): Room {
  const room = (edge: number) => (side === 'right' ? edge - line.right : line.left - edge);
  let node: Element = link;
  for (let level = 0; level < LEVELS; level += 1) {
    const next = besides(node, side);
    const edge = next && edgeOf(next, line, side);
    if (edge) return { box: room(edge.box), text: room(edge.text) };
    const parent = node.parentElement;
    if (!parent || parent === document.body) break;
    const style = getComputedStyle(parent);
    const { overflowX, position } = style;
    const cut = room(parent.getBoundingClientRect()[side]);
    const isCut = parent.scrollWidth > parent.clientWidth + 1;
    if (overflowX !== 'visible') return isCut ? NONE : { box: cut, text: cut };
    // A sign stays within the frame that its link is in.
    const border = side === 'right' ? style.borderRightWidth : style.borderLeftWidth;
    if (border !== '0px') return { box: cut, text: cut };
    // What is taken out of the page's flow lies over the things that come after it.
    if (position === 'sticky' || position === 'fixed' || position === 'absolute') break;
    node = parent;
  }
  const edge = room(side === 'right' ? document.documentElement.clientWidth : 0);
  return { box: edge, text: edge };
}

/** The next node on that side which shows something. */
function besides(node: Node, side: Side): Node | undefined {
  const step = (from: Node) => (side === 'right' ? from.nextSibling : from.previousSibling);
  for (let next = step(node); next; next = step(next)) {
    if (next.nodeType === Node.TEXT_NODE && next.nodeValue?.trim()) return next;
    if (next instanceof Element && next.getClientRects().length > 0) return next;
  }
  return undefined;
}

/** Where a node and its text begin on the link's own line; undefined where it stands on another. */
function edgeOf(node: Node, line: DOMRect, side: Side): Room | undefined {
  const range = document.createRange();
  range.selectNodeContents(node);
  const text = nearest(range.getClientRects(), line, side);
  if (!(node instanceof Element)) return text === undefined ? undefined : { box: text, text };
  const box = nearest(node.getClientRects(), line, side);
  if (box === undefined) return undefined;
  // Text that its own box hides is not there.
  const isWithin = text !== undefined && (side === 'right' ? text >= box : text <= box);
  return { box, text: isWithin ? text : box };
}

function nearest(rects: DOMRectList, line: DOMRect, side: Side): number | undefined {
  const there = [...rects].filter(
    ({ width, top, bottom }) => width > 0 && top < line.bottom - 2 && bottom > line.top + 2,
  );
  if (there.length === 0) return undefined;
  return side === 'right'
    ? Math.min(...there.map(({ left }) => left))
    : Math.max(...there.map(({ right }) => right));
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
