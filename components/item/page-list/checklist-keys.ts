import { isPress } from '@/components/ui/key-target';

type Acts = { capture: () => void; clearFilter: () => void };

/**
 * A key pressed in a checklist, whose parts are found below `root` by their data attributes. True where it acted:
 * j k and the arrows move, `a` ticks all, `/` goes to the filter and Esc out of it, Enter and `c` capture. Space
 * ticks by itself.
 */
export function actInChecklist(event: KeyboardEvent, root: ParentNode, acts: Acts): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  const filter = root.querySelector<HTMLInputElement>('[data-filter]');
  return event.target === filter ? actInFilter(event, root, acts) : actOnRows(event, root, acts, filter);
}

function actInFilter({ key }: KeyboardEvent, root: ParentNode, acts: Acts): boolean {
  if (key === 'Enter') acts.capture();
  else if (key === 'ArrowDown') go(root, 0);
  else if (key === 'Escape') {
    acts.clearFilter();
    go(root, 0);
  } else return false;
  return true;
}

function actOnRows(event: KeyboardEvent, root: ParentNode, acts: Acts, filter: HTMLElement | null): boolean {
  const boxes = boxesIn(root);
  const here = boxes.findIndex((box) => box === document.activeElement);
  switch (event.key) {
    case 'j':
    case 'ArrowDown':
      return go(root, here + 1);
    case 'k':
    case 'ArrowUp':
      return go(root, here - 1);
    case 'Home':
      return go(root, 0);
    case 'End':
      return go(root, boxes.length - 1);
    case 'a':
      root.querySelector<HTMLElement>('[data-tick-all]')?.click();
      return true;
    case '/':
      filter?.focus();
      return true;
    case 'Enter':
      // On a box it would do nothing; a button that has the focus is pressed.
      if (isPress(event) && here < 0) return false;
      acts.capture();
      return true;
    case 'c':
      acts.capture();
      return true;
    default:
      return false;
  }
}

const boxesIn = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>('[data-check]')];

/** Puts the focus on the row with this number, or on the nearest there is. */
function go(root: ParentNode, number: number): boolean {
  const boxes = boxesIn(root);
  boxes[Math.max(0, Math.min(boxes.length - 1, number))]?.focus();
  return true;
}
