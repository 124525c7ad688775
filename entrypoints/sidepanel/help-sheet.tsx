import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Panel } from '@/components/ui/panel';
import { t } from '@/utils/i18n';
import { KEYS } from './key-table';
import type { Sidebar } from './sidebar';
import './help-sheet.css';

/** Every key of the sidebar, from the very table that carries them out. */
export function HelpSheet({ sidebar }: { sidebar: Sidebar }) {
  const close = () => sidebar.show(undefined);
  const keys = KEYS.filter(({ act }) => act !== 'delete' || !sidebar.isFrame);
  return (
    <Panel label={t('help_heading')} onClose={close}>
      <header class="help-head">
        <h2>{t('help_heading')}</h2>
        <Button look="plain" icon="close" label={t('help_close')} onPress={close} />
      </header>
      <dl class="help-keys">
        {keys.map(({ act, shown, words }) => (
          <div key={act}>
            <dt>
              <Kbd keys={shown} />
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <p class="help-add">{t('help_add')}</p>
    </Panel>
  );
}
