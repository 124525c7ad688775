import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { StateButtons } from '@/components/item/state-buttons';
import { t } from '@/utils/i18n';
import type { PageContentProps } from './page-content';
import type { PopupState } from './popup-state';

// Asked for at once, beside the question to the background, and there before its answer: the first paint, which
// shows what is known from last time, does not wait for it.
const loading = import('./page-content');

const nothing = () => undefined;

/** The upper half: what the page in the tab is, and what can be done with it. */
export function PagePart({ popup }: { popup: PopupState }) {
  const [content, setContent] = useState<{ view: FunctionComponent<PageContentProps> } | undefined>();
  useLayoutEffect(() => {
    void loading.then(({ PageContent }) => setContent({ view: PageContent }));
  }, []);
  const view = popup.page.value;
  const isBusy = popup.isCapturing.value || !view || view.kind === 'reading';
  const Content = content?.view;
  return (
    <section class="page" aria-busy={isBusy} onFocusIn={() => popup.choose(undefined)}>
      {Content && view && view.kind !== 'reading' ? <Content popup={popup} view={view} /> : <Still />}
    </section>
  );
}

/** Holds the place of what is about to come, so that nothing jumps when it does. */
const Still = () => (
  <>
    <div class="page-head page-head-empty" />
    <h1 class="page-facts">{t('popup_reading')}</h1>
    <StateButtons mark="triage" name={t('popup_set_state')} onSet={nothing} disabled />
  </>
);
