import type { Signal } from '@preact/signals';
import { t } from '@/utils/i18n';
import { Backup } from './backup/backup';
import { CopyDot } from './backup/copy-dot';
import type { DeskState } from './desk-state';
import { LockGate } from './lock/lock-gate';
import type { Place } from './place';
import { Recovery } from './recovery/recovery';
import { RecoveryLink } from './recovery/recovery-link';
import { Seen } from './seen/seen';
import { Settings } from './settings/settings';
import type { Shortcuts } from './shortcuts';
import { Tools } from './tools/tools';
import { Trash } from './trash/trash';
import { Welcome } from './welcome/welcome';
import type { WelcomeState } from './welcome/welcome-state';

type Props = { place: Signal<Place>; desk: DeskState; shortcuts: Shortcuts; welcome: WelcomeState };

/** The full tab; in front of it the lock, while it is closed. */
export const Desk = (props: Props) => (
  <LockGate>
    <Places {...props} />
  </LockGate>
);

/** A rail of places, and the place that the address names. */
function Places({ place, desk, shortcuts, welcome }: Props) {
  const here = place.value;
  const isWelcomed = desk.settings.value?.welcome.includes('finished');
  return (
    <div class="desk">
      <nav class="rail" aria-label={t('desk_places')}>
        <p class="rail-name">{t('extension_name')}</p>
        <RecoveryLink isHere={here === 'recovery'} />
        {(here === 'welcome' || isWelcomed === false) && (
          <a href="#welcome" aria-current={here === 'welcome' ? 'page' : undefined}>
            {t('desk_welcome')}
          </a>
        )}
        <a href="#tools" aria-current={here === 'tools' ? 'page' : undefined}>
          {t('desk_tools')}
        </a>
        <a href="#backup" aria-current={here === 'backup' ? 'page' : undefined}>
          {t('desk_backup')}
          <CopyDot />
        </a>
        <a href="#trash" aria-current={here === 'trash' ? 'page' : undefined}>
          {t('desk_trash')}
        </a>
        <a href="#seen" aria-current={here === 'seen' ? 'page' : undefined}>
          {t('desk_seen')}
        </a>
        <a href="#settings" aria-current={here === 'settings' ? 'page' : undefined}>
          {t('desk_settings')}
        </a>
      </nav>
      <main class="place">
        {here === 'welcome' && <Welcome welcome={welcome} desk={desk} shortcuts={shortcuts} />}
        {here === 'tools' && <Tools desk={desk} />}
        {here === 'backup' && <Backup desk={desk} />}
        {here === 'trash' && <Trash desk={desk} />}
        {here === 'seen' && <Seen desk={desk} />}
        {here === 'recovery' && <Recovery desk={desk} />}
        {here === 'settings' && <Settings desk={desk} shortcuts={shortcuts} />}
      </main>
    </div>
  );
}
