import { useEffect } from 'preact/hooks';
import { t, type MessageKey } from '@/utils/i18n';
import { fetchWhenIdle, Later } from './later';
import { PageCard } from './page-card';
import { SectionView } from './section-view';
import { isNothing, SECTIONS } from './sections';
import type { Sidebar } from './sidebar';
import { TopLine } from './top-line';
import './app.css';

/** The whole sidebar: a line to search and add, this page, the list, and what covers them. */
export function App({ sidebar }: { sidebar: Sidebar }) {
  useEffect(fetchWhenIdle, []);
  return (
    <div class={`app ${sidebar.isFrame ? 'app-in-page' : ''}`}>
      <Front sidebar={sidebar} />
      <Cover sidebar={sidebar} />
      <Foot sidebar={sidebar} />
      <Asked sidebar={sidebar} />
      <FocusKeeper sidebar={sidebar} />
    </div>
  );
}

/** What is there when nothing covers it; out of reach for keys and readers while a card lies over it. */
function Front({ sidebar }: { sidebar: Sidebar }) {
  const isCovered = sidebar.cover.value?.kind === 'card';
  return (
    <div class="app-front" inert={isCovered}>
      <TopLine sidebar={sidebar} />
      <Trouble sidebar={sidebar} />
      <main class="app-scroll" data-scroller tabIndex={-1}>
        <div>
          <Body sidebar={sidebar} />
        </div>
      </main>
    </div>
  );
}

function Body({ sidebar }: { sidebar: Sidebar }) {
  if (sidebar.line.value.trim() !== '') return <Later part="results" sidebar={sidebar} />;
  const overview = sidebar.overview.value;
  const isEmpty = overview !== undefined && isNothing(overview);
  return (
    <>
      <PageCard sidebar={sidebar} />
      {isEmpty ? (
        <Later part="empty" sidebar={sidebar} />
      ) : (
        SECTIONS.map((section) => <SectionView key={section} sidebar={sidebar} section={section} />)
      )}
    </>
  );
}

function Cover({ sidebar }: { sidebar: Sidebar }) {
  const cover = sidebar.cover.value;
  switch (cover?.kind) {
    case 'card':
      return <Later key={cover.id} part="card" sidebar={sidebar} />;
    case 'help':
      return <Later part="help" sidebar={sidebar} />;
    case 'more':
      return <Later part="more" sidebar={sidebar} />;
    case undefined:
      return null;
  }
}

function Asked({ sidebar }: { sidebar: Sidebar }) {
  return sidebar.ask.value ? <Later part="asks" sidebar={sidebar} /> : null;
}

/** There from the start, so that what appears in it is read out. */
function Foot({ sidebar }: { sidebar: Sidebar }) {
  return (
    <div class="foot" role="status" aria-live="polite">
      {sidebar.notice.value && <Later part="notice" sidebar={sidebar} />}
    </div>
  );
}

/** What keeps the sidebar from its inventory, by the code it was told. */
const TROUBLES: Record<string, MessageKey> = {
  'not-allowed': 'trouble_not_connected',
  'newer-database': 'trouble_newer_database',
  storage: 'trouble_storage',
};

function Trouble({ sidebar }: { sidebar: Sidebar }) {
  const code = sidebar.trouble.value;
  if (code === undefined) return null;
  return (
    <p class="app-trouble" role="alert">
      {t(TROUBLES[code] ?? 'trouble_no_answer')}
    </p>
  );
}

/** Renders nothing: sees to it that the focus follows the choice and is never lost with a row that left. */
function FocusKeeper({ sidebar }: { sidebar: Sidebar }) {
  const place = sidebar.chosen.value?.place;
  const isFree = !sidebar.cover.value && !sidebar.ask.value;
  const row = sidebar.row.value;
  useEffect(() => {
    const active = document.activeElement;
    const isLost = active === document.body && document.hasFocus();
    if (!isFree || !place || !(isLost || active?.closest('[data-rows], [data-page]'))) return;
    const own = place === 'page' ? '[data-page]' : `[data-rows="${place}"]`;
    const target = document.querySelector<HTMLElement>(own);
    if (target && !target.contains(active)) target.focus({ preventScroll: true });
  }, [place, row, isFree]);
  return null;
}
