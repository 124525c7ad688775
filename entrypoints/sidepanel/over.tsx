import { useEffect, useRef } from 'preact/hooks';
import { Asks } from './asks';
import { CardView } from './card-view';
import { chosenRow } from './choosing';
import { HelpSheet } from './help-sheet';
import { ListCover } from './list-cover';
import { MoreMenu } from './more-menu';
import type { Sidebar } from './sidebar';

/** What lies over the list: a card, a sheet or a menu, and what is asked in front of them. */
export function Over({ sidebar }: { sidebar: Sidebar }) {
  return (
    <>
      <Cover sidebar={sidebar} />
      <Asks sidebar={sidebar} />
      <FocusKeeper sidebar={sidebar} />
    </>
  );
}

function Cover({ sidebar }: { sidebar: Sidebar }) {
  const cover = sidebar.cover.value;
  switch (cover?.kind) {
    case 'card':
      return <CardView key={cover.id} sidebar={sidebar} />;
    case 'list':
      return <ListCover sidebar={sidebar} />;
    case 'help':
      return <HelpSheet sidebar={sidebar} />;
    case 'more':
      return <MoreMenu sidebar={sidebar} />;
    case undefined:
      return null;
  }
}

/** Renders nothing: sees to it that the focus follows the choice and is never lost with a row that left. */
function FocusKeeper({ sidebar }: { sidebar: Sidebar }) {
  const place = sidebar.chosen.value?.place;
  const isFree = !sidebar.cover.value && !sidebar.ask.value;
  const row = chosenRow(sidebar);
  const isKeyed = useRef(false);
  useEffect(() => {
    const note = () => {
      isKeyed.current = true;
    };
    document.addEventListener('keydown', note, { capture: true, once: true });
    return () => document.removeEventListener('keydown', note, { capture: true });
  }, []);
  useEffect(() => {
    const active = document.activeElement;
    const isLost = active === document.body && document.hasFocus();
    if (!isFree || !place || !(isLost || active?.closest('[data-rows], [data-page]'))) return;
    const own = place === 'page' ? '[data-page]' : `[data-rows="${place}"]`;
    const target = document.querySelector<HTMLElement>(own);
    // The choice shows itself; its ring is for those who use keys, and comes with the first one.
    const ring = isKeyed.current ? {} : { focusVisible: false };
    if (target && !target.contains(active)) target.focus({ preventScroll: true, ...ring });
  }, [place, row, isFree]);
  return null;
}
