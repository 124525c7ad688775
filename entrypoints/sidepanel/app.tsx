import { Later } from './later';
import { PageCard } from './page-card';
import { SectionView } from './section-view';
import { isNothing, SECTIONS } from './sections';
import type { Sidebar } from './sidebar';
import { TopLine } from './top-line';
import './app.css';

/** The whole sidebar: a line to search and add, this page, the list, and what covers them. */
export const App = ({ sidebar }: { sidebar: Sidebar }) => (
  <div class={`app ${sidebar.isFrame ? 'app-in-page' : ''}`}>
    <Front sidebar={sidebar} />
    {/* There from the start, so that what appears in it is read out. */}
    <div class="foot" role="status" aria-live="polite">
      <Later part="notice" sidebar={sidebar} />
    </div>
    <Later part="over" sidebar={sidebar} />
  </div>
);

/** What is there when nothing covers it; out of reach for keys and readers while a card lies over it. */
function Front({ sidebar }: { sidebar: Sidebar }) {
  const { kind } = sidebar.cover.value ?? {};
  const isCovered = kind === 'card' || kind === 'list';
  return (
    <div class="app-front" inert={isCovered}>
      <TopLine sidebar={sidebar} />
      <Later part="trouble" sidebar={sidebar} />
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
