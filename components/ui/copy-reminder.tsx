import { t, tCount } from '@/utils/i18n';
import { Button } from './button';
import './copy-reminder.css';

type Props = { unsaved: number; onOpen: () => void; onLater: () => void };

/** One quiet line: so much work lies only in this browser. Put off, it is silent for seven days. */
export const CopyReminder = ({ unsaved, onOpen, onLater }: Props) => (
  <div class="copy-reminder" role="status">
    <p>{tCount('reminder', unsaved)}</p>
    <Button onPress={onOpen}>{t('reminder_open')}</Button>
    <Button look="plain" onPress={onLater}>
      {t('reminder_later')}
    </Button>
  </div>
);
