import { t } from '@/utils/i18n';
import { NumberField } from './number-field';
import type { PartProps } from './part';
import { SwitchField } from './switch-field';
import { TextField } from './text-field';

/** How capture and the day behave. The bounds are those of the settings' schema. */
export const WorkPart = ({ desk, values, save }: PartProps) => (
  <section class="part">
    <h2>{t('settings_work')}</h2>
    <SwitchField
      name="captureOnOpen"
      desk={desk}
      label={t('settings_capture_on_open')}
      why={t('settings_capture_on_open_why')}
      isOn={values.captureOnOpen}
      onSave={(isOn) => save('captureOnOpen', isOn)}
    />
    <NumberField
      name="todayLimit"
      desk={desk}
      label={t('settings_today_limit')}
      why={t('settings_today_limit_why')}
      value={values.todayLimit}
      least={1}
      most={50}
      onSave={(limit) => save('todayLimit', limit)}
    />
    <TextField
      name="me"
      desk={desk}
      label={t('settings_me')}
      why={t('settings_me_why')}
      value={values.me}
      most={200}
      onSave={(me) => save('me', me)}
    />
  </section>
);
