import { useMemo } from 'preact/hooks';
import { formatNumber, type MessageKey, t, tCount } from '@/utils/i18n';
import type { RecoveryCause, RecoveryView, StorageState } from '@/utils/model/recovery';
import { Outcome } from '../outcome';
import type { DeskState } from '../desk-state';
import { createRecoveryPage, RECOVERY_PLACE, type RecoveryPage } from './recovery-state';
import { hasOlder } from './older-kept';
import { Remains } from './remains';
import { StartEmpty } from './start-empty';
import { OlderWays, WaysBack } from './ways-back';
import './recovery.css';

const CAUSES: Record<RecoveryCause, MessageKey> = {
  gone: 'recovery_gone',
  fewer: 'recovery_fewer',
  unreadable: 'recovery_unreadable',
  upgrade: 'recovery_upgrade',
};

const STATES: Record<Exclude<StorageState, 'recovery'>, MessageKey> = {
  ready: 'recovery_ready',
  upgrading: 'recovery_upgrading',
  blocked: 'recovery_blocked',
  newer: 'recovery_newer',
  kept: 'recovery_kept',
};

/** The place of recovery: what happened to the inventory, what there is of it, and the ways to have it again. */
export function Recovery({ desk }: { desk: DeskState }) {
  const page = useMemo(() => createRecoveryPage(desk), [desk]);
  const view = page.view.value;
  if (!view) return undefined;
  const isLost = view.state === 'recovery';
  const isOver = view.state === 'ready' && (page.isEmptied.value || view.restored !== undefined);
  const isOlderShown = view.state === 'ready' && !page.isEmptied.value && hasOlder(view);
  return (
    <section class="recovery">
      <h1>{t('desk_recovery')}</h1>
      {!isOver && <p class="lead">{whatHappened(view)}</p>}
      {isLost && view.dataLoss === 'total' && <p>{t('recovery_data_loss')}</p>}
      {isLost && hasSomething(view) && <p class="recovery-calm">{t('recovery_nothing_lost')}</p>}
      <Working view={view} />
      <CameOf page={page} view={view} />
      {isLost && <Remains view={view} />}
      {(isLost || page.isEmptied.value) && <WaysBack page={page} view={view} />}
      {isOlderShown && <OlderWays page={page} view={view} />}
      {isLost && <StartEmpty page={page} isBusy={view.work !== undefined} />}
    </section>
  );
}

/** That nothing is lost is said only where there is something to bring it back from. */
const hasSomething = ({ snapshots, journal, found }: RecoveryView): boolean =>
  journal > 0 || (found?.events ?? 0) > 0 || snapshots.some(({ isWhole }) => isWhole !== false);

function whatHappened(view: RecoveryView): string {
  const { state, cause } = view;
  // While something is restored the old database is held closed, and no cause need be said anew.
  if (state === 'recovery') return t(CAUSES[cause ?? 'unreadable']);
  return t(state === 'ready' && hasOlder(view) ? 'recovery_ready_older' : STATES[state]);
}

function Working({ view: { work } }: { view: RecoveryView }) {
  if (!work) return undefined;
  const { kind, done, total } = work;
  return (
    <div class="recovery-work">
      <label>
        {t(kind === 'restore' ? 'recovery_work_restore' : 'recovery_work_upgrade')}
        <progress {...(total ? { max: total, value: done } : {})} />
      </label>
      {done > 0 && <span class="faint">{formatNumber(done)}</span>}
    </div>
  );
}

/** What came of the last thing that was tried here. */
function CameOf({ page: { desk, isEmptied }, view }: { page: RecoveryPage; view: RecoveryView }) {
  const { restored, failed, work, state } = view;
  if (work) return undefined;
  if (failed)
    return (
      <p class="field-wrong" role="alert">
        {t(failed === 'disk-full' ? 'recovery_failed_full' : 'recovery_failed')}
      </p>
    );
  const problem = desk.problem.value;
  // A restore that takes long is asked for twice; the second hears that it is under way already.
  if (problem?.place === RECOVERY_PLACE && problem.code !== 'busy')
    return <Outcome desk={desk} place={RECOVERY_PLACE} />;
  if (state !== 'ready' || !(restored || isEmptied.value)) return undefined;
  return (
    <div class="recovery-over" role="status">
      <p>
        {restored && !isEmptied.value
          ? t(
              'recovery_restored',
              tCount('count_items', restored.items),
              tCount('count_changes', restored.events),
            )
          : t('recovery_empty_done')}
      </p>
      <a href="#tools">{t('recovery_back')}</a>
    </div>
  );
}
