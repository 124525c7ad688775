import { t } from '@/utils/i18n';
import { Later } from './later';
import type { Sidebar } from './sidebar';
import './page-card.css';

/** What the page in the tab is, and what can be done with it. Always there, so that nothing below it jumps. */
export function PageCard({ sidebar }: { sidebar: Sidebar }) {
  const page = sidebar.page.value;
  const isChosen = sidebar.chosen.value?.place === 'page';
  return (
    <section
      class={`page-card ${isChosen ? 'page-card-chosen' : ''}`}
      data-page
      // It is one of the things that j and k choose, and the focus follows the choice.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isChosen ? 0 : -1}
      aria-label={t('page_heading')}
    >
      {page === undefined || page.kind === 'reading' ? (
        <p class="page-soft page-reading">{t('page_reading')}</p>
      ) : (
        <Later part="page" sidebar={sidebar} />
      )}
    </section>
  );
}
