import { t } from '@/utils/i18n';
import type { Settings } from '@/utils/model/settings';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import { GrantRow } from './grant-row';
import { OPTIONAL, type Granted } from './grants';
import { REQUIRED } from './permission-words';

type Props = { granted: Granted; settings: Settings; desk: DeskState };

/** What serves a feature that a person can do without, by the setting that is its switch. */
const SWITCHES: Record<string, 'menus' | 'lightIcon'> = {
  contextMenus: 'menus',
  declarativeContent: 'lightIcon',
};

/** What came with installing; where one serves a feature that can be off, our own switch. */
export function RequiredPart({ granted, settings, desk }: Props) {
  const optional: ReadonlySet<string> = new Set(OPTIONAL);
  const known = Object.keys(REQUIRED).filter((name) => granted.permissions.has(name));
  // A name that we have no words for is shown all the same: nothing granted is left out.
  const strange = [...granted.permissions].filter((name) => !(name in REQUIRED) && !optional.has(name));
  return (
    <section class="part">
      <h2>{t('seen_required')}</h2>
      <p>{t('seen_required_words')}</p>
      <ul class="grants">
        {[...known, ...strange].map((name) => {
          const setting = SWITCHES[name];
          const place = `seen-${name}`;
          const onSwitch = (isOn: boolean) =>
            setting && void desk.save(place, 'settings.change', { [setting]: isOn });
          return (
            <GrantRow
              key={name}
              name={name}
              words={REQUIRED[name]}
              control={setting && { isOn: settings[setting], onSwitch }}
              status={setting ? undefined : t('seen_always')}
            >
              {setting && <Outcome desk={desk} place={place} />}
            </GrantRow>
          );
        })}
      </ul>
    </section>
  );
}
