import { useState } from 'preact/hooks';
import { Icon } from '@/components/icons/icon';
import { t } from '@/utils/i18n';
import { Button } from './button';
import './not-saved.css';

/** Something that was not saved: why, in a sentence, and how to send the very same thing again, where that can help. */
export type NotSaved = { sentence: string; retry?: (() => Promise<NotSaved | undefined>) | undefined };

type Props = { problem: NotSaved; onChange: (problem: NotSaved | undefined) => void };

/** Says that something was not saved and offers to try again; what was typed stays where it was. */
export function NotSavedLine({ problem, onChange }: Props) {
  const [isTrying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    const left = await problem.retry?.();
    setTrying(false);
    onChange(left);
  };
  return (
    <div class="not-saved" role="alert">
      <Icon name="warning" />
      <span>{problem.sentence}</span>
      {problem.retry && (
        <Button disabled={isTrying} onPress={() => void again()}>
          {t('try_again')}
        </Button>
      )}
    </div>
  );
}
