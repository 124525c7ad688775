import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';

type Props = {
  code: string;
  doWords: string;
  onSet: () => void;
  onBack: () => void;
  /** What came of setting it. */
  children: ComponentChildren;
};

/** The recovery code, shown this once. The lock is set by the press after it was written down. */
export function CodeStep({ code, doWords, onSet, onBack, children }: Props) {
  const [isCopied, setCopied] = useState(false);
  const [isNoted, setNoted] = useState(false);
  // Where the browser refuses the clipboard, the code stands there to be chosen by hand.
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="lock-set">
      <p>{t('lock_code_why')}</p>
      <div class="lock-line">
        <output class="lock-code" aria-label={t('lock_code')}>
          {code}
        </output>
        <Button onPress={copy}>{t('tools_report_copy')}</Button>
        <output class="saved">{isCopied && t('tools_report_copied')}</output>
      </div>
      <p class="hint">
        {t('lock_code_lost')}{' '}
        <a class="link" href="#backup">
          {t('lock_to_copies')}
        </a>
      </p>
      <label class="switch">
        <input
          type="checkbox"
          checked={isNoted}
          onChange={(event) => setNoted(event.currentTarget.checked)}
        />
        <span>{t('lock_noted')}</span>
      </label>
      <div class="lock-line">
        <Button look="go" disabled={!isNoted} onPress={onSet}>
          {doWords}
        </Button>
        <Button onPress={onBack}>{t('lock_back')}</Button>
        {children}
      </div>
    </div>
  );
}
