import { t } from '@/utils/i18n';
import type { Settings as Values } from '@/utils/model/settings';
import type { DeskState } from '../desk-state';
import type { Shortcuts } from '../shortcuts';
import { KeysPart } from './keys-part';
import { LookPart } from './look-part';
import { SeenPart } from './seen-part';
import { SidebarPart } from './sidebar-part';
import { StoredPart } from './stored-part';
import { WorkPart } from './work-part';

/** Saves one setting and tells the outcome beside it. */
export type SaveSetting = <K extends keyof Values>(name: K, value: Values[K]) => void;
export type PartProps = { desk: DeskState; values: Values; save: SaveSetting };

/** Everything that a person can set, and what is stored and allowed, on one page. */
export function Settings({ desk, shortcuts }: { desk: DeskState; shortcuts: Shortcuts }) {
  const values = desk.settings.value;
  const save: SaveSetting = (name, value) => void desk.save(name, 'settings.change', { [name]: value });
  return (
    <section class="settings">
      <h1>{t('desk_settings')}</h1>
      <p class="lead">{t('settings_saved_at_once')}</p>
      {values && (
        <>
          <SidebarPart desk={desk} values={values} save={save} />
          <WorkPart desk={desk} values={values} save={save} />
          <LookPart desk={desk} values={values} save={save} />
          <KeysPart shortcuts={shortcuts} />
          <StoredPart />
          <SeenPart />
        </>
      )}
    </section>
  );
}
