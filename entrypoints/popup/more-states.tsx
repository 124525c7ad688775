import { useState } from 'preact/hooks';
import { markName, StateMark } from '@/components/icons/state-mark';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import type { ItemRow } from '@/utils/model/row';
import { MORE_STATES } from './acts';
import { perform } from './commands';
import type { PopupState } from './popup-state';

/** The states that are set less often. Their keys work while this is closed, too. */
export function MoreStates({ popup, row }: { popup: PopupState; row: ItemRow }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="more">
      <Button look="plain" icon="more" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t('popup_more_states')}
      </Button>
      {isOpen && (
        <fieldset class="more-states" aria-label={t('popup_more_states')}>
          {MORE_STATES.map(({ state, keys }) => (
            <button
              key={state}
              type="button"
              class="button"
              aria-pressed={row.state === state}
              aria-keyshortcuts={keys}
              onClick={() => void perform(popup, 'item.setState', { id: row.id, state })}
            >
              <span aria-hidden="true">
                <StateMark mark={state} />
              </span>
              {markName(state)}
              <span class="button-key" aria-hidden="true">
                {keys}
              </span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
