import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { SecretField } from '@/components/ui/secret-field';
import { t, tCount } from '@/utils/i18n';
import { LOCK_MINUTES } from '@/utils/model/lock';
import { Outcome } from '../outcome';
import { Choice } from '../settings/choice';
import type { PartProps } from '../settings/part';
import { askForIdle, lookForIdle, mayNoticeIdle } from './idle';
import { PLACE, SetForm } from './set-form';

type Asked = 'change' | 'remove' | undefined;

/** A lock that is set: when it closes by itself, closing it now, another passphrase, and taking it away. */
export function HeldLock(props: PartProps) {
  const { desk } = props;
  const [asked, ask] = useState<Asked>();
  const done = () => ask(undefined);
  return (
    <>
      <After {...props} />
      {asked === undefined && (
        <div class="lock-line">
          <Button icon="lock" onPress={() => void desk.save(PLACE, 'lock.now', {})}>
            {t('lock_now')}
          </Button>
          <Button onPress={() => ask('change')}>{t('lock_change')}</Button>
          <Button look="danger" onPress={() => ask('remove')}>
            {t('lock_remove')}
          </Button>
          <Outcome desk={desk} place={PLACE} />
        </div>
      )}
      {asked === 'change' && <SetForm desk={desk} isChange onDone={done} />}
      {asked === 'remove' && <RemoveForm {...props} onDone={done} />}
    </>
  );
}

function After({ desk, values, save }: PartProps) {
  useEffect(() => void lookForIdle(), []);
  return (
    <>
      <Choice
        name="lockAfter"
        desk={desk}
        label={t('lock_after')}
        value={String(values.lockAfter)}
        options={LOCK_MINUTES.map((minutes) => ({
          value: String(minutes),
          words: minutes === 0 ? t('lock_after_never') : tCount('lock_minutes', minutes),
        }))}
        onChoose={(chosen) => {
          const minutes = LOCK_MINUTES.find((each) => String(each) === chosen);
          if (minutes !== undefined) save('lockAfter', minutes);
        }}
      />
      <p class="hint">{t('lock_after_why')}</p>
      {mayNoticeIdle.value === false && (
        <div class="lock-line">
          <p class="hint soon">{t('lock_idle_missing')}</p>
          <Button onPress={() => void askForIdle()}>{t('lock_idle_allow')}</Button>
        </div>
      )}
    </>
  );
}

function RemoveForm({ desk, onDone }: PartProps & { onDone: () => void }) {
  const [secret, setSecret] = useState('');
  const remove = async (event: Event) => {
    event.preventDefault();
    if (secret !== '' && (await desk.save(PLACE, 'lock.remove', { secret }))) onDone();
  };
  return (
    <form class="lock-set" onSubmit={(event) => void remove(event)}>
      <SecretField label={t('lock_old')} value={secret} onInput={setSecret} />
      <div class="lock-line">
        <button type="submit" class="button button-danger" disabled={secret === ''}>
          {t('lock_remove')}
        </button>
        <Button onPress={onDone}>{t('popup_cancel')}</Button>
        <Outcome desk={desk} place={PLACE} />
      </div>
    </form>
  );
}
