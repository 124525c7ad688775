import { StateButtons } from '@/components/item/state-buttons';
import { t } from '@/utils/i18n';
import type { DraftGist, PageView } from '@/utils/model/row';
import { CapturePart } from './capture-part';
import { ItemPart } from './item-part';
import { PageHead } from './page-head';
import type { PopupState } from './popup-state';

type Props = { popup: PopupState; view: Exclude<PageView, { kind: 'reading' }> };

const nothing = () => undefined;

/** A page that is known by now: its item, or what can be captured of it. */
export function PageContent({ popup, view }: Props) {
  if (view.kind === 'item') return <ItemPart popup={popup} row={view.item} view={view} />;
  if (popup.isCapturing.value && view.kind === 'draft') return <Capturing draft={view.draft} />;
  return <CapturePart popup={popup} view={view} />;
}

/** As an item will look in a moment, so that nothing jumps when it is one. */
const Capturing = ({ draft }: { draft: DraftGist }) => (
  <>
    <PageHead {...draft} />
    <p class="page-facts">{t('popup_capturing')}</p>
    <StateButtons mark="triage" name={t('popup_set_state')} onSet={nothing} disabled />
  </>
);
