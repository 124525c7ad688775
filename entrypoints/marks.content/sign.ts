import type { Mark } from '@/utils/messaging/page-script';
import { randomTag } from '@/utils/browser/random-tag';

const XHTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** Side of a sign in CSS px. */
export const SIGN = 14;

/**
 * The host lies at the page's corner without any size, so that nothing of the page moves and no stacking context
 * is made: each sign takes the level of the link that it stands at, and what covers the link covers the sign.
 */
const STYLE = `
:host { all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; pointer-events: none !important; }
@media print { :host { display: none !important; } }
.sign { position: absolute; pointer-events: auto; cursor: pointer; border-radius: 50%;
  user-select: none; -webkit-user-select: none; }
.sign::before { content: ''; position: absolute; inset: -4px; border-radius: 50%; }
svg { position: relative; display: block; width: 100%; height: 100%; overflow: visible; fill: none; stroke: currentColor; stroke-width: 1.8;
  stroke-linecap: round; stroke-linejoin: round; }
.ground { fill: light-dark(#fff, #17181b); stroke: none; }
.full { fill: currentColor; }
.over { stroke: light-dark(#fff, #17181b); }
.half { fill: currentColor; stroke: none; }
.drift { fill: light-dark(#b3261e, #ff8a80); stroke: light-dark(#fff, #17181b); stroke-width: 1.5; }
.triage { color: light-dark(#8a5a00, #e0b35c); }
.triage .ring { stroke-dasharray: 2.2 2.51; stroke-linecap: butt; }
.backlog { color: light-dark(#757b85, #8b919b); }
.backlog .ring { stroke-dasharray: .1 3.04; }
.ready { color: light-dark(#4f5661, #b4bac4); }
.started { color: light-dark(#2257d6, #86aaff); }
.waiting { color: light-dark(#7b3fb5, #c39bf0); }
.blocked { color: light-dark(#b3261e, #ff8a80); }
.done { color: light-dark(#1d7a45, #6fcf97); }
.canceled { color: light-dark(#757b85, #8b919b); }
@media (forced-colors: active) {
  .sign { forced-color-adjust: none; color: CanvasText; }
  .started { color: Highlight; }
  .backlog, .canceled { color: GrayText; }
  .ground, .drift { fill: Canvas; }
  .over, .drift { stroke: Canvas; }
  .drift { fill: CanvasText; }
}`;

/** The drawings of components/icons/state-mark.css, told to the page by shape and colour and never by a word. */
const RING = 'M8 2a6 6 0 1 1 0 12a6 6 0 0 1 0-12';
type Drawing = { className: string; d: string };
const ring: Drawing = { className: 'ring', d: RING };
const DRAWINGS: Record<Mark['state'] | 'waiting' | 'blocked', Drawing[]> = {
  triage: [ring],
  backlog: [ring],
  ready: [ring],
  started: [ring, { className: 'half', d: 'M8 4.6a3.4 3.4 0 0 1 0 6.8z' }],
  waiting: [ring, { className: '', d: 'M6.4 5.8v4.4M9.6 5.8v4.4' }],
  blocked: [ring, { className: '', d: 'M4 12l8-8' }],
  done: [
    { className: 'full', d: RING },
    { className: 'over', d: 'M5.3 8.2l2 2l3.5-3.9' },
  ],
  canceled: [ring, { className: '', d: 'M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2' }],
};
const GROUND: Drawing = { className: 'ground', d: 'M8 0.4a7.6 7.6 0 1 1 0 15.2a7.6 7.6 0 0 1 0-15.2' };
const DRIFT: Drawing = { className: 'drift', d: 'M13 0.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 0 1 0-5.6' };

export type SignHost = {
  element: HTMLElement;
  add(sign: HTMLElement): void;
};

/** The one element that the page gets for all marks: a random tag, a closed root, no word in it. */
export function buildSignHost(document: Document): SignHost {
  // In the XHTML namespace, so that XML documents take it too.
  const element = document.createElementNS(XHTML, randomTag());
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  element.setAttribute('aria-hidden', 'true');
  return { element, add: (sign) => root.append(sign) };
}

/** Draws a mark as `sign`, in place of what was drawn before. */
export function draw(sign: HTMLElement, mark: Mark): void {
  const what = whatOf(mark);
  const svg = sign.ownerDocument.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  for (const { className, d } of [GROUND, ...DRAWINGS[what], ...(mark.isDrifting ? [DRIFT] : [])]) {
    const path = sign.ownerDocument.createElementNS(SVG, 'path');
    path.setAttribute('class', className);
    path.setAttribute('d', d);
    svg.append(path);
  }
  sign.className = `sign ${what}`;
  sign.replaceChildren(svg);
}

/** Finished first, then what holds it up, then the state: as everywhere. */
function whatOf({ state, isWaiting, isBlocked }: Mark): keyof typeof DRAWINGS {
  if (state === 'done' || state === 'canceled') return state;
  if (isWaiting) return 'waiting';
  return isBlocked ? 'blocked' : state;
}
