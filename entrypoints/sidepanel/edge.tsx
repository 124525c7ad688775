import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { SIDEBAR_WIDTH } from '@/utils/model/settings';
import { run } from './saving';
import type { Sidebar } from './sidebar';
import './edge.css';

/** Px by which an arrow key moves the edge. */
const STEP = 16;

const within = (width: number): number =>
  Math.round(Math.min(SIDEBAR_WIDTH.most, Math.max(SIDEBAR_WIDTH.least, width)));

/** The edge towards the page: dragging it, or the arrow keys on it, make the sidebar wider or narrower. */
export function Edge({ sidebar }: { sidebar: Sidebar }) {
  const [resize] = useState(() => oncePerFrame(sidebar));
  // On the right side of the page the sidebar's inner edge is its left one.
  const grows = () => (document.documentElement.dataset['side'] === 'left' ? 1 : -1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? grows() : event.key === 'ArrowLeft' ? -grows() : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    resize(window.innerWidth + step * STEP, true);
  };
  return (
    // A separator that can be moved is a control: the pattern of the ARIA guide for window splitters.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      class="edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={t('edge_name')}
      aria-valuemin={SIDEBAR_WIDTH.least}
      aria-valuemax={SIDEBAR_WIDTH.most}
      aria-valuenow={within(window.innerWidth)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => follow(event, grows(), resize)}
    />
  );
}

/** While dragging, one message per frame is enough; the last width is sent at once, to be remembered. */
function oncePerFrame(sidebar: Sidebar): (width: number, done: boolean) => void {
  let frame = 0;
  return (width, done) => {
    cancelAnimationFrame(frame);
    const send = () => void run(sidebar, 'sidebar.resize', { width: within(width), done });
    if (done) send();
    else frame = requestAnimationFrame(send);
  };
}

/** The screen's coordinates count: the frame under the pointer changes its own while it is resized. */
function follow(press: PointerEvent, grows: number, resize: (width: number, done: boolean) => void): void {
  const edge = press.currentTarget;
  if (!(edge instanceof HTMLElement) || press.button !== 0) return;
  press.preventDefault();
  edge.setPointerCapture(press.pointerId);
  const first = window.innerWidth;
  const stop = new AbortController();
  const { signal } = stop;
  const widthAt = (event: PointerEvent) => first + grows * (event.screenX - press.screenX);
  const end = (event: PointerEvent) => {
    stop.abort();
    resize(widthAt(event), true);
  };
  edge.addEventListener('pointermove', (event) => resize(widthAt(event), false), { signal });
  edge.addEventListener('pointerup', end, { signal });
  edge.addEventListener('pointercancel', end, { signal });
}
