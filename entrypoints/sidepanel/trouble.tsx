import { t, type MessageKey } from '@/utils/i18n';
import type { Sidebar } from './sidebar';

/** What keeps the sidebar from its inventory, by the code it was told. */
const TROUBLES: Record<string, MessageKey> = {
  'not-allowed': 'trouble_not_connected',
  'newer-database': 'trouble_newer_database',
  storage: 'trouble_storage',
};

/** Says that the background cannot be reached, or cannot show the inventory. */
export function Trouble({ sidebar }: { sidebar: Sidebar }) {
  const code = sidebar.trouble.value;
  if (code === undefined) return null;
  return (
    <p class="app-trouble" role="alert">
      {t(TROUBLES[code] ?? 'trouble_no_answer')}
    </p>
  );
}
