import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { PageProblem, PageView } from '@/utils/model/row';
import { CaptureButton } from './capture-button';
import { ItemPart } from './item-part';
import type { PopupState } from './popup-state';
import { openPanel } from './ways-out';

type Props = { popup: PopupState; view: Extract<PageView, { kind: 'closed' }> };

/** A page that cannot be read or cannot hold the sidebar: one sentence why, and what works all the same. */
export function ClosedPart({ popup, view }: Props) {
  // Without a web address there is nothing that a capture could lead back to.
  const canCapture = !view.item && /^https?:/.test(view.url ?? '');
  return (
    <>
      {view.item ? (
        <ItemPart popup={popup} row={view.item} />
      ) : (
        <h1 class="page-title" dir="auto">
          {view.title ? displayText(view.title) : t('extension_name')}
        </h1>
      )}
      <p class="page-facts">{problemWords(view.problem)}</p>
      <p class="page-facts">{t(canCapture ? 'popup_closed_still' : 'popup_closed_panel')}</p>
      {canCapture && <CaptureButton popup={popup} words={t('popup_capture')} />}
      <Button onPress={() => openPanel(popup)}>{t('popup_open_panel')}</Button>
    </>
  );
}

function problemWords(problem: PageProblem): string {
  switch (problem) {
    case 'no-access':
      return t('popup_closed_no_access');
    case 'browser-page':
      return t('popup_closed_browser_page');
    case 'store-page':
      return t('popup_closed_store_page');
    case 'file-page':
      return t('popup_closed_file_page');
    case 'no-frame':
      return t('popup_closed_no_frame');
    case 'reload-page':
      return t('popup_closed_reload_page');
  }
}
