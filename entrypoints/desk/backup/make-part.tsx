import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { LEAST_PASSPHRASE } from '@/storage/transfer/sealed';
import { formatNumber, t } from '@/utils/i18n';
import type { BackupView } from '@/utils/model/backup';
import type { DeskState } from '../desk-state';
import { bytesWords } from '../settings/bytes-words';
import type { BackupPage } from './backup-state';
import { WorkLine } from './work-line';
import { NotBegun } from './not-begun';

type Props = { page: BackupPage; view: BackupView; desk: DeskState };
type Typed = { first: string; second: string };
const NOTHING: Typed = { first: '', second: '' };

/** A copy by hand: one press, and locked with a passphrase where that is wanted. */
export function MakePart({ page, view, desk }: Props) {
  const [isLocked, setLocked] = useState(false);
  const [typed, setTyped] = useState(NOTHING);
  const wrong = isLocked ? wrongWith(typed) : undefined;
  const isReady = !isLocked || (wrong === undefined && typed.first !== '' && typed.first === typed.second);
  const make = () => {
    void page.make(isLocked ? typed.first : undefined);
    // It is in nobody's hands any more but the person's.
    setTyped(NOTHING);
  };
  return (
    <section class="part">
      <h2 id="backup-make" tabIndex={-1}>
        {t('backup_make')}
      </h2>
      <p class="hint">{t('backup_make_why')}</p>
      <label class="switch">
        <input
          type="checkbox"
          checked={isLocked}
          onChange={(event) => setLocked(event.currentTarget.checked)}
        />
        <span>{t('backup_lock')}</span>
      </label>
      {isLocked && <Passphrase typed={typed} onType={setTyped} wrong={wrong} />}
      <div class="backup-line">
        <Button look="go" disabled={!isReady || view.work !== undefined} onPress={make}>
          {t('backup_make_now')}
        </Button>
        <NotBegun desk={desk} place="backup-make" />
      </div>
      <WorkLine view={view} desk={desk} kinds={['make', 'scheduled']} />
      <Handed page={page} view={view} />
    </section>
  );
}

function Passphrase({
  typed,
  onType,
  wrong,
}: {
  typed: Typed;
  onType: (typed: Typed) => void;
  wrong: string | undefined;
}) {
  return (
    <div class="backup-passphrase">
      <label>
        {t('backup_passphrase')}
        <input
          class="input"
          type="password"
          autocomplete="new-password"
          value={typed.first}
          onInput={(event) => onType({ ...typed, first: event.currentTarget.value })}
        />
      </label>
      <label>
        {t('backup_passphrase_again')}
        <input
          class="input"
          type="password"
          autocomplete="new-password"
          value={typed.second}
          onInput={(event) => onType({ ...typed, second: event.currentTarget.value })}
        />
      </label>
      {wrong && (
        <p class="field-wrong" role="alert">
          {wrong}
        </p>
      )}
      <p class="hint">{t('backup_passphrase_why')}</p>
    </div>
  );
}

/** Says what is wrong only once there is something to judge. */
function wrongWith({ first, second }: Typed): string | undefined {
  if (first !== '' && first.length < LEAST_PASSPHRASE)
    return t('backup_passphrase_short', formatNumber(LEAST_PASSPHRASE));
  return second !== '' && first !== second ? t('backup_passphrase_differs') : undefined;
}

function Handed({ page, view }: { page: BackupPage; view: BackupView }) {
  const { made } = view;
  if (page.handed.value === 'failed')
    return (
      <p class="field-wrong" role="alert">
        {view.failed === 'disk-full' ? t('error_disk_full') : t('backup_not_made')}
      </p>
    );
  if (page.handed.value !== 'given' || !made) return undefined;
  return <p role="status">{t('backup_given', made.saveAs, bytesWords(made.bytes))}</p>;
}
