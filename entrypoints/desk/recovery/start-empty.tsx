import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { START_EMPTY } from '@/utils/model/recovery';
import type { RecoveryPage } from './recovery-state';

/** Beginning with nothing: only with the exact word, so that nobody does it in passing. */
export function StartEmpty({ page, isBusy }: { page: RecoveryPage; isBusy: boolean }) {
  const [typed, setTyped] = useState('');
  return (
    <details class="recovery-empty">
      <summary>{t('recovery_empty')}</summary>
      <p class="hint">{t('recovery_empty_why')}</p>
      <div class="recovery-line">
        <label>
          {t('recovery_empty_type', START_EMPTY)}
          <input
            class="input"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <Button
          look="danger"
          disabled={isBusy || typed !== START_EMPTY}
          onPress={() => void page.startEmpty(typed)}
        >
          {t('recovery_empty')}
        </Button>
      </div>
    </details>
  );
}
