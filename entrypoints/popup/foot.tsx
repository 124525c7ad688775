import { Icon } from '@/components/icons/icon';
import { commandName } from '@/components/item/command-name';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { rest, withRest } from './later';
import type { PopupState } from './popup-state';

/** What can be taken back, and the ways on: the sidebar with the key that the browser really assigned, settings. */
export function Foot({ popup }: { popup: PopupState }) {
  const key = popup.sidebarKey.value;
  const LockNow = rest.value?.LockNow;
  return (
    <footer class="foot">
      <Undo popup={popup} />
      <div class="foot-ways">
        <button
          type="button"
          class="button button-plain"
          onClick={() => withRest(({ openSidebar }) => openSidebar(popup))}
        >
          {t('popup_open_sidebar')}
          {key && <Kbd keys={key} />}
        </button>
        {LockNow && <LockNow popup={popup} />}
        <Button
          look="plain"
          icon="settings"
          onPress={() => withRest(({ openSettings }) => openSettings(popup))}
        >
          {t('popup_settings')}
        </Button>
      </div>
    </footer>
  );
}

function Undo({ popup }: { popup: PopupState }) {
  const undo = popup.quick.value?.undo;
  if (!undo) return null;
  return (
    <button
      type="button"
      class="button button-plain foot-undo"
      aria-keyshortcuts="u"
      onClick={() => withRest(({ undo: takeBack }) => takeBack(popup))}
    >
      <Icon name="undo" />
      <span class="foot-words">
        {t('popup_undo', commandName(undo))}
        {' · '}
        <bdi>{displayText(undo.title)}</bdi>
      </span>
      <Kbd keys="u" />
    </button>
  );
}
