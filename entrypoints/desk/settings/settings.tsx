import { t } from '@/utils/i18n';
import type { DeskState } from '../desk-state';
import { LockPart } from '../lock/lock-part';
import type { Shortcuts } from '../shortcuts';
import { KeysPart } from './keys-part';
import { LookPart } from './look-part';
import type { SaveSetting } from './part';
import { SeenPart } from './seen-part';
import { SidebarPart } from './sidebar-part';
import { StoredPart } from './stored-part';
import { WorkPart } from './work-part';

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
          <LockPart desk={desk} values={values} save={save} />
          <KeysPart shortcuts={shortcuts} />
          <StoredPart />
          <SeenPart />
        </>
      )}
    </section>
  );
}
