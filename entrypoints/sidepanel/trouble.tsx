import { t, type MessageKey } from '@/utils/i18n';
import { Lost } from './lost';
import { ReminderDot } from './reminder';
import type { Sidebar } from './sidebar';

/** What keeps the sidebar from its inventory, by the code it was told. */
const TROUBLES: Record<string, MessageKey> = {
  'not-allowed': 'trouble_not_connected',
  'newer-database': 'trouble_newer_database',
  storage: 'trouble_storage',
};

/** What is told under the top line: that the inventory cannot be shown, and a dot while a copy of it is due. */
export const Trouble = ({ sidebar }: { sidebar: Sidebar }) => (
  <>
    <ReminderDot sidebar={sidebar} />
    <NotShown sidebar={sidebar} />
  </>
);

/** Says that the background cannot be reached, or cannot show the inventory. */
function NotShown({ sidebar }: { sidebar: Sidebar }) {
  const code = sidebar.trouble.value;
  if (code === undefined) return null;
  // The lock's own view is about to stand in place of everything.
  if (code === 'locked') return null;
  if (code === 'recovery') return <Lost sidebar={sidebar} />;
  return (
    <p class="app-trouble" role="alert">
      {t(TROUBLES[code] ?? 'trouble_no_answer')}
    </p>
  );
}
