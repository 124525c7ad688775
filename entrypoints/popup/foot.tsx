import { commandName } from '@/components/item/command-name';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import { actByKey } from './acts';
import type { PopupState } from './popup-state';

/** The way on: the sidebar with the key that the browser really assigned, undo, settings. */
export function Foot({ popup }: { popup: PopupState }) {
  const undo = popup.quick.value?.undo;
  const key = popup.sidebarKey.value;
  return (
    <footer class="foot">
      <button type="button" class="button button-plain" onClick={popup.openSidebar}>
        {t('popup_open_sidebar')}
        {key && <Kbd keys={key} />}
      </button>
      {undo && (
        <button
          type="button"
          class="button button-plain foot-undo"
          title={displayText(undo.title)}
          aria-keyshortcuts="u"
          onClick={() => actByKey(popup, 'u')}
        >
          <span class="foot-words">{t('popup_undo', commandName(undo.name))}</span>
          <Kbd keys="u" />
        </button>
      )}
      <Button look="plain" icon="settings" label={t('popup_settings')} onPress={popup.openSettings} />
    </footer>
  );
}
