import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t, tCount } from '@/utils/i18n';
import type { AsideFacts } from '@/utils/model/recovery';
import { instantWords } from '../backup/instant-words';

type Props = { facts: AsideFacts; isBusy: boolean; onRestore: () => void; onRemove: () => void };

/** A database that was set aside: what is in it, to be brought back, or deleted by a second press. */
export function AsideWay({ facts, isBusy, onRestore, onRemove }: Props) {
  const [isAsked, setAsked] = useState(false);
  const name = t('recovery_aside_name', instantWords(facts.at));
  return (
    <li class="recovery-way">
      <p>
        <strong>{name}</strong>
        <br />
        <span class="hint">{insideOf(facts)}</span>
      </p>
      <span class="recovery-line" onBlurCapture={() => setAsked(false)}>
        <Button
          look="plain"
          {...(!isAsked && { label: t('recovery_aside_remove_named', name) })}
          disabled={isBusy}
          onPress={() => (isAsked ? onRemove() : setAsked(true))}
        >
          {t(isAsked ? 'recovery_aside_sure' : 'recovery_aside_remove')}
        </Button>
        <Button label={t('recovery_restore_from', name)} disabled={isBusy} onPress={onRestore}>
          {t('recovery_restore')}
        </Button>
      </span>
    </li>
  );
}

function insideOf({ items, events, from, to }: AsideFacts): string {
  if (items === undefined || events === undefined) return t('recovery_aside_unknown');
  const span =
    from === undefined || to === undefined
      ? []
      : [t('recovery_aside_span', instantWords(from), instantWords(to))];
  return [tCount('count_items', items), tCount('count_changes', events), ...span].join(' · ');
}
