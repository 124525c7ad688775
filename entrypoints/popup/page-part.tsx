import { StateButtons } from '@/components/item/state-buttons';
import { t } from '@/utils/i18n';
import { rest } from './later';
import type { PopupState } from './popup-state';

const nothing = () => undefined;

/** The upper half: what the page in the tab is, and what can be done with it. */
export function PagePart({ popup }: { popup: PopupState }) {
  const Content = rest.value?.PageContent;
  const view = popup.page.value;
  const isBusy = popup.isCapturing.value || !view || view.kind === 'reading';
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
