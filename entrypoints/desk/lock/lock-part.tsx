import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { PartProps } from '../settings/part';
import { HeldLock } from './held-lock';
import { lock } from './lock-state';
import { SetForm } from './set-form';
import './lock.css';

/** The lock: what it does and does not, how it is set, when it closes, and how it is taken away. */
export function LockPart(props: PartProps) {
  const [isSetting, setSetting] = useState(false);
  const isSet = lock.value?.isSet;
  return (
    <section class="part" id="lock">
      <h2>{t('settings_lock')}</h2>
      <div class="lock-about">
        <p>{t('lock_what')}</p>
        <p class="hint">{t('lock_what_not')}</p>
      </div>
      {isSet === false && !isSetting && (
        <Button icon="lock" onPress={() => setSetting(true)}>
          {t('lock_begin')}
        </Button>
      )}
      {isSet === false && isSetting && (
        <SetForm desk={props.desk} isChange={false} onDone={() => setSetting(false)} />
      )}
      {isSet && <HeldLock {...props} />}
    </section>
  );
}
