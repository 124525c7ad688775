import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/utils/i18n';
import { watch } from '@/utils/messaging/client';
import type { ToolHealth } from '@/utils/model/row';

type Made = { sketch: string } | 'reading' | 'unreadable';

/**
 * A report for whoever mends the recogniser: the structure of the tool's page that is open now, without any of its
 * text. All of it is shown before it can be copied; nothing is sent.
 */
export function Report({ tool, name }: { tool: ToolHealth; name: string }) {
  const [made, setMade] = useState<Made | undefined>();
  const [isCopied, setCopied] = useState(false);
  if (tool.tabId === undefined) return <p class="hint">{t('tools_report_open_first', name)}</p>;
  const { tabId } = tool;
  const make = () => {
    setMade('reading');
    setCopied(false);
    const stop = watch('report', { tabId }, (report) => {
      setMade(report ?? 'unreadable');
      stop();
    });
  };
  return (
    <div class="report">
      <Button onPress={make}>{t('tools_report_make')}</Button>
      {made === 'reading' && <p class="hint">{t('page_reading')}</p>}
      {made === 'unreadable' && (
        <p class="hint" role="alert">
          {t('tools_report_unreadable')}
        </p>
      )}
      {typeof made === 'object' && (
        <>
          <p class="hint">{t('tools_report_why')}</p>
          {/* Long, and scrolled by keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre class="report-sketch" tabIndex={0} aria-label={t('tools_report_sketch')}>
            {made.sketch}
          </pre>
          <Button onPress={() => void copy(made.sketch).then(setCopied)}>{t('tools_report_copy')}</Button>
          <output class="hint">{isCopied && t('tools_report_copied')}</output>
        </>
      )}
    </div>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The browser does not let us: the text stands there to be selected.
    return false;
  }
}
