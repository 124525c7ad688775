import { tCount } from '@/utils/i18n';
import { live } from '@/utils/messaging/live';

const reminder = live('reminder', {}, undefined);

/** A dot while much work lies in this browser only, with the sentence for those who point at it or listen. */
export function CopyDot() {
  const due = reminder.value;
  if (!due) return undefined;
  const words = tCount('reminder', due.unsaved);
  return <span class="rail-dot" role="img" aria-label={words} title={words} />;
}
