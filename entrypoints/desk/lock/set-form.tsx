import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { SecretField } from '@/components/ui/secret-field';
import { formatNumber, t } from '@/utils/i18n';
import { LOCK_PASSPHRASE } from '@/utils/model/lock';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import { CodeStep } from './code-step';
import { askForIdle } from './idle';
import { newRecoveryCode } from './new-code';

type Props = {
  desk: DeskState;
  /** One is set already: what opens it is asked, too. */
  isChange: boolean;
  onDone: () => void;
};

/** Where the outcome of what is done to the lock is told. */
export const PLACE = 'lock';

/** A passphrase, typed twice, then the recovery code; nothing is set before that code was written down. */
export function SetForm({ desk, isChange, onDone }: Props) {
  const [secret, setSecret] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [code] = useState(newRecoveryCode);
  const [isCodeShown, setCodeShown] = useState(false);
  const set = async () => {
    // First, while the press is still the browser's: without it the lock works all the same.
    await askForIdle();
    const payload = { passphrase, code, ...(isChange && { secret }) };
    if (await desk.save(PLACE, 'lock.set', payload)) onDone();
    else if (isChange) setCodeShown(false);
  };
  const wrong = wrongWith(passphrase, again);
  const isReady =
    passphrase.length >= LOCK_PASSPHRASE.least && passphrase === again && (!isChange || secret !== '');
  if (isCodeShown)
    return (
      <CodeStep
        code={code}
        doWords={t(isChange ? 'lock_change' : 'lock_set')}
        onSet={() => void set()}
        onBack={() => setCodeShown(false)}
      >
        <Outcome desk={desk} place={PLACE} />
      </CodeStep>
    );
  return (
    <form
      class="lock-set"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) setCodeShown(true);
      }}
    >
      {isChange && <SecretField label={t('lock_old')} value={secret} onInput={setSecret} />}
      <SecretField label={t('lock_new_passphrase')} value={passphrase} onInput={setPassphrase} />
      <SecretField label={t('backup_passphrase_again')} value={again} onInput={setAgain} wrong={wrong} />
      <div class="lock-line">
        <button type="submit" class="button button-go" disabled={!isReady}>
          {t('lock_next')}
        </button>
        <Button onPress={onDone}>{t('popup_cancel')}</Button>
        <Outcome desk={desk} place={PLACE} />
      </div>
    </form>
  );
}

/** Says what is wrong only once there is something to judge. */
function wrongWith(passphrase: string, again: string): string | undefined {
  if (again === '') return undefined;
  if (passphrase.length < LOCK_PASSPHRASE.least)
    return t('backup_passphrase_short', formatNumber(LOCK_PASSPHRASE.least));
  return passphrase === again ? undefined : t('backup_passphrase_differs');
}
