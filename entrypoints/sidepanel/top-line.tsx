import { Button } from '@/components/ui/button';
import { Icon } from '@/components/icons/icon';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import { fetchRest, Later } from './later';
import type { Sidebar } from './sidebar';

/** The one line that searches while one types and adds on Enter; beside it what else there is. */
export function TopLine({ sidebar }: { sidebar: Sidebar }) {
  const { line } = sidebar;
  const onMore = (event: MouseEvent) => {
    sidebar.show({ kind: 'more', at: { x: event.clientX - 180, y: event.clientY + 12 } });
  };
  return (
    <header class="top-line">
      <h1 class="heard">{t('extension_name')}</h1>
      {sidebar.isFrame && <Later part="edge" sidebar={sidebar} />}
      <label class="find">
        <Icon name="search" />
        <input
          id="line"
          type="text"
          autocomplete="off"
          spellcheck={false}
          maxLength={2_000}
          role="searchbox"
          aria-label={t('line_name')}
          aria-keyshortcuts="/"
          placeholder={t('line_placeholder')}
          value={line.value}
          onInput={(event) => {
            sidebar.write(event.currentTarget.value);
          }}
        />
        {line.value === '' ? (
          <Kbd keys="/" />
        ) : (
          <Button look="plain" icon="close" label={t('line_clear')} onPress={() => sidebar.clearLine()} />
        )}
      </label>
      <Button look="plain" icon="more" label={t('more')} opens="menu" onPress={onMore} />
      {sidebar.isFrame && (
        <Button
          look="plain"
          icon="close"
          label={t('close_sidebar')}
          onPress={() => void fetchRest().then(({ run }) => run(sidebar, 'sidebar.close', {}))}
        />
      )}
    </header>
  );
}
