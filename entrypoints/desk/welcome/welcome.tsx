import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { DeskState } from '../desk-state';
import { Outcome } from '../outcome';
import type { Shortcuts } from '../shortcuts';
import { Finished } from './finished';
import { Sample } from './sample';
import { StepPart } from './step';
import { KeyWords } from './key-words';
import type { WelcomeState } from './welcome-state';

const STEPS = ['pinned', 'captured', 'opened'] as const;

type Props = { welcome: WelcomeState; desk: DeskState; shortcuts: Shortcuts };

/** The first run: three steps, each done by doing it; then it never comes again by itself. */
export function Welcome({ welcome, desk, shortcuts }: Props) {
  const done = welcome.done.value;
  const isReady = STEPS.every((step) => done.has(step));
  if (isReady || done.has('finished')) return <Finished welcome={welcome} shortcuts={shortcuts} />;
  return (
    <section class="welcome">
      <h1>{t('welcome_heading')}</h1>
      <p class="lead">{t('welcome_lead')}</p>
      <ol class="steps">
        <StepPart title={t('welcome_pin_title')} isDone={done.has('pinned')}>
          <Pin welcome={welcome} />
        </StepPart>
        <StepPart title={t('welcome_capture_title')} isDone={done.has('captured')}>
          <KeyWords
            shortcuts={shortcuts}
            name="capture"
            withKey="welcome_capture_key"
            without="welcome_capture_no_key"
          />
          <Sample isCaptured={done.has('captured')} />
          <p class="hint">{t('welcome_capture_works')}</p>
        </StepPart>
        <StepPart title={t('welcome_open_title')} isDone={done.has('opened')}>
          <KeyWords
            shortcuts={shortcuts}
            name="toggle-sidebar"
            withKey="welcome_open_key"
            without="welcome_open_no_key"
          />
        </StepPart>
      </ol>
      <Outcome desk={desk} place="welcome" />
      <Button look="plain" onPress={() => welcome.mark('finished')}>
        {t('welcome_skip')}
      </Button>
    </section>
  );
}

function Pin({ welcome }: { welcome: WelcomeState }) {
  const isKnown = welcome.isOnToolbar.value !== undefined;
  if (isKnown) return <p>{t('welcome_pin_how')}</p>;
  return (
    <>
      <p>{t('welcome_pin_how_unknown')}</p>
      {!welcome.done.value.has('pinned') && (
        <Button onPress={() => welcome.mark('pinned')}>{t('welcome_pin_confirm')}</Button>
      )}
    </>
  );
}
