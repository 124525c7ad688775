import { useEffect } from 'preact/hooks';
import { StateMark } from '@/components/icons/state-mark';
import { t } from '@/utils/i18n';
import type { Shortcuts } from '../shortcuts';
import { KeyWords } from './key-words';
import type { WelcomeState } from './welcome-state';

/** The end of the first run, remembered as soon as it is shown. */
export function Finished({ welcome, shortcuts }: { welcome: WelcomeState; shortcuts: Shortcuts }) {
  useEffect(() => {
    if (!welcome.done.peek().has('finished')) welcome.mark('finished');
  }, [welcome]);
  return (
    <section class="welcome" aria-live="polite">
      <h1 class="finished">
        <span aria-hidden="true">
          <StateMark mark="done" />
        </span>
        {t('welcome_finished')}
      </h1>
      <KeyWords
        shortcuts={shortcuts}
        name="capture"
        withKey="welcome_finished_words"
        without="welcome_finished_no_key"
      />
      <p>
        <a class="link" href="#settings">
          {t('welcome_to_settings')}
        </a>
      </p>
    </section>
  );
}
