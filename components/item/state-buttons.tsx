import { markName, StateMark, type Mark } from '@/components/icons/state-mark';
import { Kbd } from '@/components/ui/kbd';
import './state-buttons.css';

/** The states that one key sets, with their keys. Triage is where things arrive: nobody puts them there. */
export const STATE_KEYS = [
  { mark: 'ready', keys: 'r' },
  { mark: 'started', keys: 's' },
  { mark: 'waiting', keys: 'w' },
  { mark: 'blocked', keys: 'b' },
  { mark: 'done', keys: 'd' },
] as const satisfies readonly { mark: Mark; keys: string }[];

export type SetMark = (typeof STATE_KEYS)[number]['mark'];

type Props = { mark: Mark; name: string; onSet: (mark: SetMark) => void; disabled?: boolean };

/** One button per state, the present one marked. `name` says for those who listen what the group is of. */
export function StateButtons({ mark, name, onSet, disabled }: Props) {
  return (
    <div class="state-buttons" role="group" aria-label={name}>
      {STATE_KEYS.map((state) => (
        <button
          key={state.mark}
          type="button"
          class="state-button"
          aria-pressed={state.mark === mark}
          aria-keyshortcuts={state.keys}
          disabled={disabled}
          onClick={() => onSet(state.mark)}
        >
          <span aria-hidden="true">
            <StateMark mark={state.mark} />
          </span>
          <span class="state-button-name">{markName(state.mark)}</span>
          <Kbd keys={state.keys} />
        </button>
      ))}
    </div>
  );
}
