import { useLayoutEffect, useRef } from 'preact/hooks';
import { Kbd } from '@/components/ui/kbd';
import { t } from '@/utils/i18n';
import { capture } from './commands';
import type { PopupState } from './popup-state';

type Props = {
  popup: PopupState;
  words: string;
  /** Captures the page where nothing else is said. */
  onPress?: () => void;
};

/** Focused as soon as it is there, so that Enter captures. */
export function CaptureButton({ popup, words, onPress = () => void capture(popup) }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <button
      ref={button}
      type="button"
      class="button button-go capture"
      aria-keyshortcuts="c"
      disabled={popup.isCapturing.value}
      onClick={onPress}
    >
      <span>{popup.isCapturing.value ? t('popup_capturing') : words}</span>
      <Kbd keys="c" />
    </button>
  );
}
