import { t } from '@/utils/i18n';

/** The way to the page of everything that the browser grants us. */
export const SeenPart = () => (
  <section class="part">
    <h2>{t('settings_seen')}</h2>
    <p>
      {t('settings_seen_words')}{' '}
      <a class="link" href="#seen">
        {t('settings_seen_link')}
      </a>
    </p>
  </section>
);
