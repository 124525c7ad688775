import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { displayText } from '@/utils/model/display-text';
import type { Found } from './use-half-typed';
import './half-typed-line.css';

type Props = { found: Found; onSave: () => void; onTake: (text: string) => void; onDiscard: () => void };

/** Under a field: what was typed before and is not saved, and the choice what becomes of it. */
export const HalfTypedLine = ({ found, onSave, onTake, onDiscard }: Props) => (
  // Pressing a button here does not leave the field, which would save what is to be discarded.
  // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
  <div class="half-typed" onMouseDown={(event) => event.preventDefault()}>
    <p>{t(found.kind === 'restored' ? 'half_typed_note' : 'half_typed_changed')}</p>
    {found.kind === 'apart' && (
      <p class="half-typed-text" dir="auto">
        {displayText(found.text)}
      </p>
    )}
    <span class="half-typed-deeds">
      {found.kind === 'restored' ? (
        <Button onPress={onSave}>{t('half_typed_save')}</Button>
      ) : (
        <Button onPress={() => onTake(found.text)}>{t('half_typed_take')}</Button>
      )}
      <Button look="plain" onPress={onDiscard}>
        {t('half_typed_discard')}
      </Button>
    </span>
  </div>
);
