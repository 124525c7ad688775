import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import type { Shortcuts } from '../shortcuts';

type Props = {
  shortcuts: Shortcuts;
  /** The command's name in the manifest. */
  name: string;
  /** The sentence with the key in place of $1. */
  withKey: 'welcome_capture_key' | 'welcome_open_key' | 'welcome_finished_words';
  /** The sentence without a key; $1 is how to choose one. */
  without: 'welcome_capture_no_key' | 'welcome_open_no_key' | 'welcome_finished_no_key';
};

/** Stands for the key while a sentence is taken apart around it: private to us, and kept by the browser (which drops U+0000). */
const GAP = '\uE000';

/** A sentence with the key that the browser really assigned, drawn as a key; or how to get one. */
export function KeyWords({ shortcuts, name, withKey, without }: Props) {
  if (!shortcuts.all.value) return null;
  const key = shortcuts.keyOf(name);
  if (!key) return <NoKey shortcuts={shortcuts} words={without} />;
  const [before, after] = t(withKey, GAP).split(GAP);
  return (
    <p>
      {before}
      <Kbd keys={key} />
      <span class="heard">{key}</span>
      {after}
    </p>
  );
}

function NoKey({ shortcuts, words }: { shortcuts: Shortcuts; words: Props['without'] }) {
  const [before, after] = t(words, GAP).split(GAP);
  return (
    <p>
      {before}
      {after !== undefined && (
        <button type="button" class="link" onClick={() => void shortcuts.openList()}>
          {t('welcome_set_key')}
        </button>
      )}
    </p>
  );
}
