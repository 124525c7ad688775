import type { ComponentChildren } from 'preact';
import { StateMark } from '@/components/icons/state-mark';
import { t } from '@/utils/i18n';

type Props = { title: string; isDone: boolean; children: ComponentChildren };

/** One step: ticked by having been done. */
export const StepPart = ({ title, isDone, children }: Props) => (
  <li class="step" data-done={isDone}>
    <span class="step-mark" aria-hidden="true">
      <StateMark mark={isDone ? 'done' : 'ready'} />
    </span>
    <div class="step-body">
      <h2 class="step-title">
        {title} <span class="heard">{t(isDone ? 'welcome_step_done' : 'welcome_step_open')}</span>
      </h2>
      {children}
    </div>
  </li>
);
