import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import { type Features, placeOf } from './features';
import { GrantRow } from './grant-row';
import { type Granted, type Grants, OPTIONAL, type Optional } from './grants';
import { ASKED } from './permission-words';

type Props = { granted: Granted; grants: Grants; features: Features; desk: DeskState };

/** Permissions that are asked for in the press that switches them on, and given back by the one that switches them off. */
export const OptionalPart = ({ granted, grants, features, desk }: Props) => (
  <section class="part">
    <h2>{t('seen_optional')}</h2>
    <p>{t('seen_optional_words')}</p>
    <ul class="grants">
      {OPTIONAL.map((name) => {
        const isGranted = granted.permissions.has(name);
        const control = {
          isOn: isGranted,
          onSwitch: (isOn: boolean) => void (isOn ? features.switchOn(name) : features.switchOff(name)),
        };
        return (
          <GrantRow
            key={name}
            name={name}
            words={ASKED[name]}
            control={isSwitch(name, isGranted, features) ? control : undefined}
          >
            <Standing name={name} isGranted={isGranted} features={features} />
            <AnswerLine grants={grants} about={name} />
            <Outcome desk={desk} place={placeOf(name)} />
          </GrantRow>
        );
      })}
    </ul>
  </section>
);

/** Without a lock there is nothing that knowing of idle time would be for: no switch that does nothing. */
const isSwitch = (name: Optional, isGranted: boolean, features: Features) =>
  name !== 'idle' || isGranted || features.isUsed.value.idle === true;

/** Where the permission and what it is for do not stand alike. */
function Standing({ name, isGranted, features }: { name: Optional; isGranted: boolean; features: Features }) {
  const isUsed = features.isUsed.value[name];
  if (!isSwitch(name, isGranted, features))
    return (
      <p class="hint">
        {t('seen_idle_later')}{' '}
        <a class="link" href="#settings">
          {t('desk_settings')}
        </a>
      </p>
    );
  if (isUsed === undefined || isUsed === isGranted) return null;
  if (isUsed)
    return (
      <p class="field-wrong" role="status">
        {t('seen_taken')}
      </p>
    );
  return (
    <div class="grant-standing">
      <span class="hint">{t('seen_unused')}</span>
      {name !== 'idle' && <Button onPress={() => void features.turn(name, true)}>{t('seen_use')}</Button>}
    </div>
  );
}

/** What the browser said otherwise than it was asked, at the row that it is about. */
export function AnswerLine({ grants, about }: { grants: Grants; about: string }) {
  const answer = grants.answer.value;
  if (answer?.about !== about) return null;
  return (
    <p class="field-wrong" role="alert">
      {answer.kind === 'refused' ? t('seen_refused') : t('seen_kept')}
    </p>
  );
}
