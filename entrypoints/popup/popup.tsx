import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { Foot } from './foot';
import { rest } from './later';
import { PagePart } from './page-part';
import type { PopupState } from './popup-state';
import { StartedPart } from './started-part';

/** Quick status: this page, what is started, the way on. */
export function Popup({ popup }: { popup: PopupState }) {
  const Trouble = rest.value?.Trouble;
  return (
    <main>
      <PagePart popup={popup} />
      {Trouble && <Trouble popup={popup} />}
      <StartedPart popup={popup} />
      <Foot popup={popup} />
      <Heard popup={popup} />
    </main>
  );
}

/** What changed, for those who listen. */
function Heard({ popup }: { popup: PopupState }) {
  const change = popup.lastChange.value;
  return <output class="heard">{change?.title && t('popup_changed', displayText(change.title))}</output>;
}
