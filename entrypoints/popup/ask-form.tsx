import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { keepHalfTyped, recallHalfTyped } from '@/utils/browser/half-typed';
import { t } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import { isDay } from '@/utils/model/is-day';
import { LIMITS } from '@/utils/model/limits';
import { perform } from './commands';
import type { Ask, PopupState } from './popup-state';

/**
 * "On whom?" or "What stops it?", in place. What was typed stays until the command is acknowledged; also when the popup
 * is gone meanwhile, as it is with the first press beside it.
 */
export function AskForm({ popup }: { popup: PopupState }) {
  const ask = popup.ask.value;
  const words = useRef<HTMLInputElement>(null);
  const day = useRef<HTMLInputElement>(null);
  const id = useId();
  useLayoutEffect(() => words.current?.focus(), [ask?.kind, ask?.row.id]);
  const place = `${ask?.row.id}:${ask?.kind}`;
  useEffect(() => {
    void recallHalfTyped(place, systemClock.now()).then((kept) => {
      if (kept && words.current?.value === '') words.current.value = kept.text;
    });
    return () => keepHalfTyped(place, undefined, systemClock.now());
  }, [place]);
  if (!ask) return null;
  const isWait = ask.kind === 'wait';
  const save = (event: Event) => {
    event.preventDefault();
    answer(popup, ask, words.current?.value ?? '', day.current?.value);
  };
  return (
    <div class="ask-place">
      <form class="ask" onSubmit={save}>
        <label class="ask-field">
          <span>{t(isWait ? 'popup_wait_on' : 'popup_block_why')}</span>
          <input
            ref={words}
            class="input"
            dir="auto"
            list={id}
            required={isWait}
            maxLength={LIMITS.person}
            autocomplete="off"
            onInput={({ currentTarget: { value } }) =>
              keepHalfTyped(place, { text: value }, systemClock.now())
            }
          />
        </label>
        {isWait && <People popup={popup} id={id} />}
        {isWait && (
          <label class="ask-field">
            <span>{t('popup_follow_up')}</span>
            <input ref={day} class="input" type="date" min={popup.quick.value?.day} />
          </label>
        )}
        <div class="ask-buttons">
          <button type="submit" class="button button-go">
            {t(isWait ? 'popup_wait_save' : 'popup_block_save')}
          </button>
          <Button onPress={() => closeAsk(popup)}>{t('popup_cancel')}</Button>
        </div>
      </form>
    </div>
  );
}

const closeAsk = ({ ask }: PopupState) => {
  ask.value = undefined;
};

function answer(popup: PopupState, ask: Ask, words: string, day: string | undefined): void {
  const text = words.trim();
  const { id } = ask.row;
  const close = () => closeAsk(popup);
  if (ask.kind === 'block') void perform(popup, 'item.block', { id, ...(text && { reason: text }) }, close);
  else if (text) {
    void perform(popup, 'item.wait', { id, on: text, ...(isDay(day) && { followUpDay: day }) }, close);
  }
}

/** Names that are about already, as suggestions. */
function People({ popup, id }: { popup: PopupState; id: string }) {
  const rows = [popup.pageItem.value, ...(popup.quick.value?.started ?? [])];
  const names = rows.flatMap((row) => [row?.requester, row?.owner, row?.waiting?.on]);
  return (
    <datalist id={id}>
      {[...new Set(names)].map((name) => name && <option key={name}>{name}</option>)}
    </datalist>
  );
}
