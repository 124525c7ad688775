import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './panel.css';

type Props = {
  /** Its name for those who listen. */
  label: string;
  /** Upper corner in CSS px; moved so that the panel fits into the window. Absent: a sheet over the whole surface. */
  at?: { x: number; y: number } | undefined;
  onClose: () => void;
  children: ComponentChildren;
};

/** Px that stay free between a panel and the window's edge. */
const MARGIN = 8;

/**
 * Something small in front of everything: holds the focus while it is open, gives it back afterwards.
 * Esc and a press beside it close it. No key pressed in it reaches what lies behind.
 */
export function Panel({ label, at, onClose, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const x = at?.x;
  const y = at?.y;
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    dialog.showModal();
    const first =
      dialog.querySelector<HTMLElement>('[role^="menuitem"]') ??
      dialog.querySelector<HTMLElement>('button, input, select, textarea');
    first?.focus();
    if (x !== undefined && y !== undefined) place(dialog, x, y);
    return () => dialog.close();
  }, [x, y]);
  useLayoutEffect(() => (ref.current ? listen(ref.current, onClose) : undefined), [onClose]);
  return (
    <dialog ref={ref} class={`panel ${at ? 'panel-small' : 'panel-sheet'}`} aria-label={label}>
      <div class="panel-content">{children}</div>
    </dialog>
  );
}

function listen(dialog: HTMLDialogElement, close: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  dialog.addEventListener(
    'keydown',
    (event) => {
      event.stopPropagation();
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    },
    { signal },
  );
  dialog.addEventListener(
    'cancel',
    (event) => {
      event.preventDefault();
      close();
    },
    { signal },
  );
  // The dialog's own box is covered by its content: what hits the dialog itself hit the backdrop.
  dialog.addEventListener('pointerdown', (event) => event.target === dialog && close(), { signal });
  return () => stop.abort();
}

function place(dialog: HTMLDialogElement, x: number, y: number): void {
  const { width, height } = dialog.getBoundingClientRect();
  const isRtl = getComputedStyle(dialog).direction === 'rtl';
  const fit = (from: number, size: number, room: number) =>
    Math.max(MARGIN, Math.min(from, room - size - MARGIN));
  dialog.style.left = `${fit(isRtl ? x - width : x, width, window.innerWidth)}px`;
  dialog.style.top = `${fit(y, height, window.innerHeight)}px`;
}
