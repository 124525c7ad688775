import { cut } from '@/utils/model/limits';
import type { Lesson, LessonAbout } from '@/utils/model/lesson';
import { lessonId } from '@/utils/model/lesson-names';
import { locatorsFor } from '@/utils/recognisers/lessons';
import { randomTag } from '@/utils/browser/random-tag';
import { own } from '@/utils/messaging/our-elements';
import { tell } from '@/utils/messaging/tell-from-page';

const XHTML = 'http://www.w3.org/1999/xhtml';
/** What is wider than this is no field but a part of the page, in characters. */
const EXAMPLE = 200;
/** Nobody points for longer than this, in ms: the page gets its pointer back. */
const PATIENCE_MS = 120_000;

/** A frame around what the pointer is over: no text, nothing to press, in the top layer so that dialogs do not hide it. */
const FRAME = `
:host { all: initial !important; display: block !important; position: fixed !important; inset: auto !important;
  margin: 0 !important; pointer-events: none !important; border: 2px solid #1f6feb !important;
  border-radius: 4px !important; background: rgb(31 111 235 / 12%) !important; box-sizing: border-box !important;
  box-shadow: 0 0 0 1px #fff !important; }
:host::backdrop { display: none !important; }`;

/**
 * Lets the person point at a field. While it lasts the page gets no press; the pointer or the arrow keys choose
 * (up: wider, down: narrower), a press or Enter takes, Esc lets it be. Gives the function that stops it.
 */
export function point(about: LessonAbout, ended: () => void): () => void {
  const stop = new AbortController();
  const frame = buildFrame();
  let over: Element | undefined;
  const show = (element: Element | undefined) => {
    over = element;
    frame.around(element);
  };
  const end = (isLeft: boolean, lesson?: Lesson) => {
    if (stop.signal.aborted) return;
    stop.abort();
    frame.remove();
    tell('page.pointed', { isLeft, lesson });
    ended();
  };
  const take = () => end(false, over && lessonAt(over, about));
  const listen = (name: string, hear: (event: Event) => void) =>
    addEventListener(name, (event) => event.isTrusted && hear(event), {
      capture: true,
      signal: stop.signal,
      passive: false,
    });
  listen('pointermove', (event) => show(targetOf(event)));
  for (const name of [
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'touchstart',
    'touchend',
    'dblclick',
    'auxclick',
  ])
    listen(name, keepFromPage);
  listen('click', (event) => {
    keepFromPage(event);
    show(targetOf(event));
    take();
  });
  listen('keydown', (event) => {
    const { key } = event as KeyboardEvent; // keydown is one
    const step = STEPS[key];
    if (!step && key !== 'Enter' && key !== 'Escape') return;
    keepFromPage(event);
    if (key === 'Escape') end(true);
    else if (step) show(step(over ?? document.activeElement ?? document.body) ?? over);
    else take();
  });
  listen('scroll', () => frame.around(over));
  const timer = setTimeout(() => end(true), PATIENCE_MS);
  stop.signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    stop.abort();
    frame.remove();
  };
}

const STEPS: Record<string, ((from: Element) => Element | null) | undefined> = {
  ArrowUp: (from) => from.parentElement,
  ArrowDown: (from) => from.firstElementChild,
  ArrowRight: (from) => from.nextElementSibling,
  ArrowLeft: (from) => from.previousElementSibling,
};

function keepFromPage(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What was pressed, also inside an open shadow tree. */
function targetOf(event: Event): Element | undefined {
  const [first] = event.composedPath();
  return first instanceof Element ? first : undefined;
}

function buildFrame() {
  // In the XHTML namespace, so that SVG and XML documents take it too.
  const element = own(document.createElementNS(XHTML, randomTag()));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FRAME);
  element.attachShadow({ mode: 'closed' }).adoptedStyleSheets = [sheet];
  element.setAttribute('popover', 'manual');
  return {
    around(target: Element | undefined): void {
      if (!target) return;
      if (!element.isConnected) document.documentElement.append(element);
      if (!element.matches(':popover-open')) element.showPopover();
      const { left, top, width, height } = target.getBoundingClientRect();
      sheet.replaceSync(
        `${FRAME}\n:host { left: ${left - 3}px !important; top: ${top - 3}px !important; ` +
          `width: ${width + 6}px !important; height: ${height + 6}px !important; }`,
      );
    },
    remove: () => element.remove(),
  };
}

/** What can be learnt from the element: nothing of secret or endless ones, and then its example is empty. */
function lessonAt(element: Element, about: LessonAbout): Lesson | undefined {
  const { locators, value } = locatorsFor(element, document, location.href);
  if (locators.length === 0) return undefined;
  return { id: lessonId(about), ...about, locators, example: cut(value, EXAMPLE) };
}
