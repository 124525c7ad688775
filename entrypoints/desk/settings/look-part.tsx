import { t } from '@/utils/i18n';
import { Choice } from './choice';
import type { PartProps } from './part';

/** The language and the colours. */
export function LookPart({ desk, values, save }: PartProps) {
  const languages = [
    { value: 'auto', words: t('settings_language_auto') },
    { value: 'en', words: t('settings_language_en') },
    { value: 'de', words: t('settings_language_de') },
  ] as const;
  const pseudo = { value: 'pseudo', words: t('settings_language_pseudo') } as const;
  // For who builds this: to see that nothing is cut off. A person who has it set can also leave it.
  const hasPseudo = import.meta.env.DEV || values.language === 'pseudo';
  return (
    <section class="part">
      <h2>{t('settings_look')}</h2>
      <Choice
        name="language"
        desk={desk}
        label={t('settings_language')}
        value={values.language}
        options={hasPseudo ? [...languages, pseudo] : languages}
        onChoose={(language) => save('language', language)}
      />
      <Choice
        name="theme"
        desk={desk}
        label={t('settings_theme')}
        value={values.theme}
        options={[
          { value: 'auto', words: t('settings_theme_auto') },
          { value: 'light', words: t('settings_theme_light') },
          { value: 'dark', words: t('settings_theme_dark') },
        ]}
        onChoose={(theme) => save('theme', theme)}
      />
    </section>
  );
}
