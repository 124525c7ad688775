import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/icons/icon';
import { t, tCount } from '@/utils/i18n';
import type { Refusal, Reply } from '@/utils/messaging/commands';
import type { LockView as Lock } from '@/utils/model/lock';
import { Button } from './button';
import { refusalWords } from './refusal-words';
import { SecretField } from './secret-field';
import { useSecondsUntil } from './use-seconds-until';
import './lock-view.css';

type Props = {
  lock: Lock;
  /** UTC ms. */
  now: () => number;
  /** Opens it with a passphrase or recovery code. Absent in a page, which could draw the same field. */
  onOpen?: (secret: string) => Promise<Reply>;
  /** Brings up the place where it can be opened. */
  onAsk?: () => Promise<Reply>;
  /** Captures the page in front; absent where there is none. */
  onCapture?: () => Promise<Reply>;
  onClose?: () => void;
};

/** In place of everything, while nothing of the inventory is shown: how to open it, and that capturing goes on. */
export function LockView({ lock, now, onOpen, onAsk, onCapture, onClose }: Props) {
  return (
    <main class="lock">
      {onClose && (
        <span class="lock-close">
          <Button look="plain" icon="close" label={t('close_sidebar')} onPress={onClose} />
        </span>
      )}
      <span class="lock-sign">
        <Icon name="lock" />
      </span>
      <h1>{t('lock_title')}</h1>
      <p class="lock-words">{t('lock_words')}</p>
      {onOpen && <OpenForm lock={lock} now={now} onOpen={onOpen} />}
      {onAsk && <AskPart onAsk={onAsk} />}
      {onCapture && <CapturePart onCapture={onCapture} hasField={onOpen !== undefined} />}
      {lock.waiting > 0 && <p class="lock-hint">{tCount('lock_waiting', lock.waiting)}</p>}
    </main>
  );
}

function OpenForm({
  lock,
  now,
  onOpen,
}: Pick<Props, 'lock' | 'now'> & { onOpen: (secret: string) => Promise<Reply> }) {
  const field = useRef<HTMLInputElement>(null);
  const [secret, setSecret] = useState('');
  const [code, setCode] = useState<Refusal | undefined>();
  const [isTrying, setTrying] = useState(false);
  const seconds = useSecondsUntil(lock.triesAgainAt, now);
  useLayoutEffect(() => field.current?.focus(), []);
  const open = async (event: Event) => {
    event.preventDefault();
    if (secret === '' || isTrying || seconds > 0) return;
    setTrying(true);
    const reply = await onOpen(secret);
    setTrying(false);
    setCode(reply.ok ? undefined : reply.code);
    field.current?.focus();
    field.current?.select();
  };
  const change = (typed: string) => {
    setSecret(typed);
    setCode(undefined);
  };
  const wrong = seconds > 0 ? tCount('lock_tries_again', seconds) : code && wrongWords(code);
  return (
    <form class="lock-form" onSubmit={(event) => void open(event)}>
      <SecretField
        label={t('lock_passphrase')}
        value={secret}
        onInput={change}
        field={field}
        hint={t('lock_code_too')}
        wrong={wrong}
      />
      <button type="submit" class="button button-go" disabled={isTrying || seconds > 0}>
        {isTrying ? t('lock_opening') : t('lock_open')}
      </button>
    </form>
  );
}

/** `too-many` counts its seconds by itself as soon as the view tells until when. */
const wrongWords = (code: Refusal): string => (code === 'too-many' ? t('lock_too_many') : refusalWords(code));

function AskPart({ onAsk }: { onAsk: () => Promise<Reply> }) {
  const [code, setCode] = useState<Refusal | undefined>();
  const ask = async () => {
    const reply = await onAsk();
    setCode(reply.ok ? undefined : reply.code);
  };
  return (
    <>
      <Button look="go" onPress={() => void ask()}>
        {t('lock_ask')}
      </Button>
      <p class="lock-hint">{t('lock_in_page')}</p>
      {code && (
        <p class="secret-wrong" role="alert">
          {refusalWords(code)}
        </p>
      )}
    </>
  );
}

type CaptureProps = { onCapture: () => Promise<Reply>; hasField: boolean };

function CapturePart({ onCapture, hasField }: CaptureProps) {
  const [reply, setReply] = useState<Reply | undefined>();
  const [isCapturing, setCapturing] = useState(false);
  const capture = async () => {
    setCapturing(true);
    setReply(await onCapture());
    setCapturing(false);
  };
  return (
    <div class="lock-capture">
      <Button
        icon="plus"
        disabled={isCapturing}
        onPress={() => void capture()}
        // Where the focus is in a field, the key is a letter.
        {...(!hasField && { shortcut: 'c' })}
      >
        {t('popup_capture')}
      </Button>
      <p class={reply && !reply.ok ? 'secret-wrong' : 'lock-kept'} role="status">
        {reply && (reply.ok ? t('lock_kept') : refusalWords(reply.code))}
      </p>
    </div>
  );
}
