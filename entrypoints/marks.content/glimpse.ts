import { browser } from '@/utils/browser';
import { t } from '@/utils/i18n';
import { own } from '@/utils/messaging/our-elements';
import type { SourceKey } from '@/utils/model/ids';
import { randomTag } from '@/utils/browser/random-tag';

const XHTML = 'http://www.w3.org/1999/xhtml';
const PAGE = 'glimpse.html';
const SIZE = { width: 280, height: 76 } as const;
/** How long the pointer rests on a mark before it is told more of, and may be between the mark and the frame, in ms. */
const REST_MS = 300;
const LEAVE_MS = 200;
/** Between the mark and the frame, and between the frame and the window's edge, in CSS px. */
const GAP = 6;

/** In the top layer; shown once its page has spoken: where a page forbids it nothing is to be seen. */
const STYLE = `
:host { all: initial !important; position: fixed !important; inset: auto !important; margin: 0 !important; padding: 0 !important;
  width: ${SIZE.width}px !important; height: ${SIZE.height}px !important; border: 0 !important; border-radius: 8px !important;
  overflow: hidden !important; background: none !important; box-shadow: 0 8px 30px rgb(0 0 0 / 25%), 0 0 0 1px rgb(128 128 128 / 30%) !important; }
iframe { all: initial; display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
/* As large as the window, it would count as a cover of the sidebar. */
:host::backdrop { display: none !important; }
@media print { :host { display: none !important; } }`;

export type Glimpse = {
  /** The pointer rests on a mark. */
  over(key: SourceKey, sign: HTMLElement, nonce: string): void;
  out(): void;
  /** The frame said its first word. */
  greeted(): void;
  close(): void;
};

/** What a mark tells when the pointer rests on it: a small frame of the extension; the page has no word of it. */
export function createGlimpse(document: Document): Glimpse {
  let element: HTMLElement | undefined;
  let about: SourceKey | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const after = (ms: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const close = () => {
    clearTimeout(timer);
    element?.remove();
    element = undefined;
    about = undefined;
  };
  const out = () => after(LEAVE_MS, close);
  const open = (key: SourceKey, sign: HTMLElement, nonce: string) => {
    close();
    about = key;
    element = build(document, key, sign.getBoundingClientRect(), nonce);
    element.addEventListener('pointerenter', () => clearTimeout(timer));
    element.addEventListener('pointerleave', out);
    document.documentElement.append(element);
  };
  return {
    over(key, sign, nonce) {
      if (about === key) clearTimeout(timer);
      else after(REST_MS, () => open(key, sign, nonce));
    },
    out,
    greeted() {
      if (element?.isConnected && !element.matches(':popover-open')) element.showPopover();
    },
    close,
  };
}

function build(document: Document, key: SourceKey, at: DOMRect, nonce: string): HTMLElement {
  const element = own(document.createElementNS(XHTML, randomTag()));
  const frame = document.createElementNS(XHTML, 'iframe') as HTMLIFrameElement; // in this namespace it is one
  const root = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  const { left, top } = spotFor(at);
  sheet.replaceSync(
    `${STYLE}\n:host { left: ${left}px !important; top: ${top}px !important; }\n` +
      // Not laid out at all a frame would not load; it waits unseen.
      ':host(:not(:popover-open)) { display: block !important; visibility: hidden !important; pointer-events: none !important; }',
  );
  root.adoptedStyleSheets = [sheet];
  frame.src = `${browser.runtime.getURL(PAGE)}#nonce=${nonce}&key=${encodeURIComponent(key)}`;
  frame.title = t('extension_name');
  root.append(frame);
  element.setAttribute('popover', 'manual');
  return element;
}

/** Below the mark, above it where there is no room, always within the window. */
function spotFor(at: DOMRect): { left: number; top: number } {
  const { clientWidth, clientHeight } = document.documentElement;
  const height = Math.min(clientHeight || innerHeight, innerHeight);
  const below = at.bottom + GAP;
  const top = below + SIZE.height + GAP <= height ? below : at.top - GAP - SIZE.height;
  const left = Math.min(at.left - GAP, clientWidth - SIZE.width - GAP);
  return { left: Math.round(Math.max(GAP, left)), top: Math.round(Math.max(GAP, top)) };
}
