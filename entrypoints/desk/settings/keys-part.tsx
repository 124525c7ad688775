import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import { SHORTCUTS_PAGE, type Shortcuts } from '../shortcuts';

/** The keys that the browser assigned, and the way to its own list, where they are changed. */
export function KeysPart({ shortcuts }: { shortcuts: Shortcuts }) {
  return (
    <section class="part">
      <h2>{t('settings_keys')}</h2>
      <dl class="facts">
        {shortcuts.all.value?.map(({ name, key }) => (
          <div key={name}>
            <dt>{commandWords(name)}</dt>
            <dd>{key ? <Key keys={key} /> : <span class="faint">{t('settings_keys_none')}</span>}</dd>
          </div>
        ))}
      </dl>
      {shortcuts.cannotOpen.value ? (
        <p class="hint">
          {import.meta.env.BROWSER === 'firefox'
            ? t('settings_keys_words_firefox')
            : t('settings_keys_words', SHORTCUTS_PAGE)}
        </p>
      ) : (
        <Button onPress={() => void shortcuts.openList()}>{t('settings_keys_change')}</Button>
      )}
    </section>
  );
}

const Key = ({ keys }: { keys: string }) => (
  <>
    <Kbd keys={keys} />
    <span class="heard">{keys}</span>
  </>
);

function commandWords(name: string): string {
  if (name === 'capture') return t('command_capture');
  if (name === 'toggle-sidebar') return t('command_toggle_sidebar');
  return name.startsWith('_execute') ? t('settings_keys_open_popup') : name;
}
