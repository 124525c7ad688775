import { formatNumber, t } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';
import type { StorageView } from '@/utils/model/row';
import { bytesWords } from './bytes-words';

const storage = live('storage', {}, undefined);

/** What lies in this browser, how much and where, and that it stays there. */
export function StoredPart() {
  const stored = storage.value;
  return (
    <section class="part">
      <h2>{t('settings_stored')}</h2>
      <p>{t('settings_stored_private')}</p>
      {stored && (
        <dl class="facts">
          {factsOf(stored).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function factsOf({ items, events, usedBytes, freeBytes, persisted }: StorageView): [string, string][] {
  const size = (bytes: number | undefined) =>
    bytes === undefined ? t('settings_stored_unknown') : bytesWords(bytes);
  return [
    [t('settings_stored_items'), formatNumber(items)],
    [t('settings_stored_events'), formatNumber(events)],
    [t('settings_stored_used'), size(usedBytes)],
    [t('settings_stored_free'), size(freeBytes)],
    [t('settings_stored_kept'), keptWords(persisted)],
    [t('settings_stored_where'), t('settings_stored_where_words')],
  ];
}

/** Chromium answers every extension "no" here; what keeps it from clearing up is the permission for unlimited storage. */
function keptWords(persisted: boolean): string {
  if (persisted) return t('settings_stored_kept_promised');
  return import.meta.env.BROWSER === 'firefox' ? t('settings_no') : t('settings_stored_kept_permission');
}
