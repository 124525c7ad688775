import { listHeadline } from '@/components/item/page-list/list-headline';
import { Button } from '@/components/ui/button';
import { t, tCount } from '@/utils/i18n';
import type { PageView } from '@/utils/model/row';
import { CaptureButton } from './capture-button';
import { captureNewRows, newKeys } from './commands';
import { PageHead } from './page-head';
import type { PopupState } from './popup-state';
import { openSidebar } from './ways-out';

type Props = { popup: PopupState; view: Extract<PageView, { kind: 'list' }> };

/** A page that lists work: what it comes to, one button for all that is new, and the way to choose. */
export function ListView({ popup, view }: Props) {
  const today = popup.quick.value?.day;
  const count = newKeys(view).length;
  return (
    <>
      <PageHead {...view.draft} />
      {today && <p class="page-facts">{listHeadline(view.list, today)}</p>}
      {count > 0 ? (
        <CaptureButton
          popup={popup}
          words={tCount('popup_list_capture', count)}
          onPress={() => void captureNewRows(popup, view)}
        />
      ) : (
        <p class="page-facts">{t('list_all_known')}</p>
      )}
      <Button onPress={() => openSidebar(popup)}>{t('popup_list_choose')}</Button>
    </>
  );
}
