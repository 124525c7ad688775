import { StateButtons } from '@/components/item/state-buttons';
import { t } from '@/utils/i18n';
import type { DraftGist, PageView } from '@/utils/model/row';
import { CapturePart } from './capture-part';
import { ItemPart } from './item-part';
import { PageHead } from './page-head';
import type { PopupState } from './popup-state';

const nothing = () => undefined;

/** The upper half: what the page in the tab is, and what can be done with it. */
export function PagePart({ popup }: { popup: PopupState }) {
  const view = popup.page.value;
  const isCapturing = popup.isCapturing.value;
  return (
    <section
      class="page"
      aria-busy={isCapturing || !view || view.kind === 'reading'}
      onFocusIn={() => popup.choose(undefined)}
    >
      {partOf(popup, view, isCapturing)}
    </section>
  );
}

function partOf(popup: PopupState, view: PageView | undefined, isCapturing: boolean) {
  if (!view || view.kind === 'reading') return <Still words={t('popup_reading')} />;
  if (view.kind === 'item') return <ItemPart popup={popup} row={view.item} view={view} />;
  if (isCapturing && view.kind === 'draft') return <Still words={t('popup_capturing')} draft={view.draft} />;
  return <CapturePart popup={popup} view={view} />;
}

/** Holds the place of what is about to come, so that nothing jumps when it does. */
const Still = ({ words, draft }: { words: string; draft?: DraftGist }) => (
  <>
    {draft ? <PageHead {...draft} /> : <div class="page-head page-head-empty" />}
    <p class="page-facts">{words}</p>
    <StateButtons mark="triage" name={t('popup_set_state')} onSet={nothing} disabled />
  </>
);
