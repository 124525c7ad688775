import { signal } from '@preact/signals';
import { CopyReminder } from '@/components/ui/copy-reminder';
import { tCount } from '@/utils/i18n';
import type { Reminder } from '@/utils/model/backup';
import { run } from './saving';
import type { Sidebar } from './sidebar';

const views = new WeakMap<Sidebar, ReturnType<typeof signal<Reminder | undefined>>>();

function reminderOf(sidebar: Sidebar) {
  const known = views.get(sidebar) ?? signal<Reminder | undefined>();
  views.set(sidebar, known);
  return known;
}

/** Follows whether much work lies in this browser only, until `stop` aborts. */
export function followReminder(sidebar: Sidebar, stop: AbortSignal): void {
  const view = reminderOf(sidebar);
  const end = sidebar.wire.watch('reminder', {}, (reminder) => {
    view.value = reminder;
  });
  stop.addEventListener('abort', end);
}

/** A dot at the menu that says more, for those who point at it or listen, too. */
export function ReminderDot({ sidebar }: { sidebar: Sidebar }) {
  const due = reminderOf(sidebar).value;
  if (!due) return null;
  const words = tCount('reminder', due.unsaved);
  return <span class="reminder-dot" role="img" aria-label={words} title={words} />;
}

/** The one line at the top of the menu; undefined as long as nothing need be said. */
export function ReminderLine({ sidebar, onClose }: { sidebar: Sidebar; onClose: () => void }) {
  const due = reminderOf(sidebar).value;
  if (!due) return null;
  return (
    <CopyReminder
      unsaved={due.unsaved}
      onOpen={() => {
        onClose();
        void run(sidebar, 'desk.open', { place: 'backup' });
      }}
      onLater={() => {
        onClose();
        void run(sidebar, 'reminder.later', {});
      }}
    />
  );
}
