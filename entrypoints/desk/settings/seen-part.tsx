import { useEffect } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { createPermissions, PERMISSION_WORDS } from './permissions';

const permissions = createPermissions();

/** What the browser lets Throughline do, in plain words, and the sites it may read by itself. */
export function SeenPart() {
  useEffect(() => permissions.begin(), []);
  const granted = permissions.granted.value;
  return (
    <section class="part">
      <h2>{t('settings_seen')}</h2>
      {granted && (
        <ul class="bullets">
          {granted.permissions.map((name) => {
            const words = PERMISSION_WORDS[name];
            return <li key={name}>{words ? t(words) : name}</li>;
          })}
        </ul>
      )}
      {granted && granted.origins.length === 0 ? (
        <p>{t('settings_seen_no_site')}</p>
      ) : (
        <p>{t('settings_seen_sites')}</p>
      )}
      <ul class="sites">
        {granted?.origins.map((origin) => (
          <li key={origin}>
            <bdi>{origin}</bdi>
            <Button onPress={() => void permissions.takeBack(origin)}>{t('settings_seen_remove')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
