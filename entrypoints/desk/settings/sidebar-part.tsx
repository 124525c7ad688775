import { t } from '@/utils/i18n';
import { SIDEBAR_WIDTH } from '@/utils/model/settings';
import { Choice } from './choice';
import { NumberField } from './number-field';
import type { PartProps } from './part';

/** Where the sidebar stands and what it does to the page. */
export const SidebarPart = ({ desk, values, save }: PartProps) => (
  <section class="part">
    <h2>{t('settings_sidebar')}</h2>
    <Choice
      name="side"
      desk={desk}
      label={t('settings_side')}
      value={values.side}
      options={[
        { value: 'left', words: t('settings_side_left') },
        { value: 'right', words: t('settings_side_right') },
      ]}
      onChoose={(side) => save('side', side)}
    />
    <NumberField
      name="width"
      desk={desk}
      label={t('settings_width_pixels')}
      value={values.width}
      least={SIDEBAR_WIDTH.least}
      most={SIDEBAR_WIDTH.most}
      sliderLabel={t('settings_width')}
      onSave={(width) => save('width', width)}
    />
    <Choice
      name="mode"
      desk={desk}
      label={t('settings_mode')}
      value={values.mode}
      options={[
        { value: 'push', words: t('settings_mode_push') },
        { value: 'overlay', words: t('settings_mode_overlay') },
      ]}
      onChoose={(mode) => save('mode', mode)}
    />
  </section>
);
