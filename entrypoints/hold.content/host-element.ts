/**
 * The one element that the page gets: a random custom tag in the top layer, a closed shadow root, and in it one
 * frame of the extension. No text, no button, no input: a closed root does not keep those secret (safety, finding 6).
 */
import { browser } from '@/utils/browser';
import { randomTag } from '@/utils/browser/random-tag';
import { t } from '@/utils/i18n';
import { own } from '@/utils/messaging/our-elements';
import type { Placement } from '@/utils/messaging/page-script';

const XHTML = 'http://www.w3.org/1999/xhtml';
const PAGE = 'sidepanel.html';

/**
 * Rules of the root beat the page's own where both are important, also its style attribute; so the page cannot
 * fade, mask, clip or move the host. No style element: a page's policy could forbid it.
 */
const FIXED = `
:host { all: initial !important; display: block !important; position: fixed !important;
  inset-block: 0 !important; height: 100vh !important; height: 100dvh !important;
  max-width: 100vw !important; z-index: 2147483647 !important; }
iframe { all: initial; display: block; width: 100%; height: 100%; border: 0; color-scheme: light dark; }
@media print { :host { display: none !important; } }`;

export type HostElement = {
  element: HTMLElement;
  frame: HTMLIFrameElement;
  place(placement: Placement): void;
  /** The width that it was given last, in CSS px. */
  width(): number;
  /** The page zooms itself as when it was placed; if not, it is placed anew. */
  fits(): boolean;
  focus(): void;
};

/** Builds the host with its frame; `nonce` travels in the frame's address, which the page cannot read. */
export function buildHost(document: Document, nonce: string, placement: Placement): HostElement {
  // Elements of the XHTML namespace also work in SVG and XML documents.
  const element = document.createElementNS(XHTML, randomTag());
  // In the XHTML namespace an "iframe" is one; TypeScript knows that of createElement only.
  const frame = document.createElementNS(XHTML, 'iframe') as HTMLIFrameElement;
  const sheet = new CSSStyleSheet();
  const root = element.attachShadow({ mode: 'closed' });
  let placed = placement;
  let zoom = 1;
  const place = (given: Placement) => {
    placed = given;
    const { side, width } = given;
    const whole = Math.round(width);
    zoom = zoomOf(document);
    sheet.replaceSync(
      `${FIXED}\n:host { ${side}: 0 !important; width: ${whole}px !important; zoom: ${1 / zoom} !important; }`,
    );
  };
  place(placement);
  root.adoptedStyleSheets = [sheet];
  // In Chromium a random address that changes with each session (use_dynamic_url); in Firefox the installation's own.
  frame.src = `${browser.runtime.getURL(PAGE)}#nonce=${nonce}`;
  frame.title = t('extension_name');
  root.append(frame);
  element.setAttribute('popover', 'manual');
  own(element);
  const fits = () => {
    const isSame = zoomOf(document) === zoom;
    if (!isSame) place(placed);
    return isSame;
  };
  const focus = () => frame.focus({ preventScroll: true });
  return { element, frame, place, width: () => placed.width, fits, focus };
}

/** A page may zoom itself (CSS): what we put into it would be larger or smaller with it, and cut at its foot. */
const zoomOf = ({ documentElement }: Document): number => documentElement.currentCSSZoom || 1;

/** Puts the host into the page's top layer, above everything that is there now. */
export function show(document: Document, { element }: HostElement): void {
  // What is moved loads its frame anew, and what was typed there is gone.
  if (!element.isConnected) document.documentElement.append(element);
  try {
    element.showPopover();
  } catch {
    // A document that is not fully active has no top layer; the element still lies fixed above the page.
  }
}

type Opens = { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };

/** Takes out hosts that an older instance of the extension left: after an update its script can no longer. */
export function removeLeftHosts(document: Document): void {
  for (const element of [...document.documentElement.children]) {
    if (!element.localName.includes('-') || element.getAttribute('popover') !== 'manual') continue;
    const frame = closedRootOf(element)?.querySelector('iframe');
    const isOurs = frame?.src.includes('-extension://') === true && frame.src.includes(`/${PAGE}#nonce=`);
    if (isOurs) element.remove();
  }
}

/** Both browsers let extension scripts look into closed roots, each in its own way. */
function closedRootOf(element: Element): ShadowRoot | null | undefined {
  // Chromium has its API on `chrome`, where the polyfill does not know it.
  const { chrome } = globalThis as { chrome?: Opens };
  try {
    if (chrome?.dom) return chrome.dom.openOrClosedShadowRoot(element);
    // Firefox adds this property to elements, for extension scripts alone.
    return (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  } catch {
    // Not an HTML element: it has no root, so it is none of ours.
    return undefined;
  }
}
