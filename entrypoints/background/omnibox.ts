import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import { refusalOf } from '@/storage/inventory/failure';
import type { SettingsStore } from '@/storage/settings';
import { t } from '@/utils/i18n';
import { systemClock } from '@/utils/model/clock';
import { displayText } from '@/utils/model/display-text';
import { type CommandId, type ItemId, newId } from '@/utils/model/ids';
import { LIMITS } from '@/utils/model/limits';
import type { ItemRow } from '@/utils/model/row';

const SUGGESTIONS = 6;
/** The person sees this in the address bar while moving through the suggestions: the title, then the id that opens it. */
const MARK = ' ⟶ ';

type With = {
  inventory: Inventory;
  settings: SettingsStore;
  open(id: ItemId): Promise<unknown>;
  added(): Promise<void>;
};

/** "tl" in the address bar: searches while one types; Enter on a found item opens it, on other text adds it. */
export function listenToOmnibox({ inventory, settings, open, added }: With): void {
  const { omnibox } = browser;
  omnibox.onInputStarted.addListener(() => {
    omnibox.setDefaultSuggestion({ description: escaped(t('omnibox_hint')) });
  });
  omnibox.onInputChanged.addListener((text, suggest) => {
    omnibox.setDefaultSuggestion({
      description: escaped(text.trim() ? t('omnibox_add', text) : t('omnibox_hint')),
    });
    find(text).then(
      (rows) => suggest(rows.map(suggestion)),
      (error: unknown) => {
        suggest([]);
        if (refusalOf(error) === 'locked')
          omnibox.setDefaultSuggestion({ description: escaped(t('omnibox_locked', text)) });
      },
    );
  });
  omnibox.onInputEntered.addListener((text) => {
    const found = itemIn(text);
    void (found ? open(found) : add(text));
  });

  async function find(text: string): Promise<ItemRow[]> {
    if (!text.trim()) return [];
    const page = await inventory.view('search', { text: text.slice(0, LIMITS.title) }, await settings.get());
    return page.rows.slice(0, SUGGESTIONS);
  }

  async function add(text: string): Promise<void> {
    const title = text.trim().slice(0, LIMITS.title);
    if (!title) return;
    const reply = await inventory.execute(
      newId<CommandId>(systemClock.now()),
      'item.add',
      { title },
      { via: 'ui' },
    );
    if (reply.ok) await added();
  }
}

const suggestion = (row: ItemRow) => ({
  content: `${displayText(row.title)}${MARK}${row.id}`,
  description: escaped(
    [displayText(row.title), row.source?.label, t(`state_${row.state}`)].filter(Boolean).join(' · '),
  ),
});

/** The item that a chosen suggestion stands for. */
function itemIn(text: string): ItemId | undefined {
  const at = text.lastIndexOf(MARK);
  // What follows the mark was written by `suggestion`; an id of nothing opens nothing.
  return at === -1 ? undefined : (text.slice(at + MARK.length) as ItemId);
}

/**
 * Chromium reads descriptions as XML (an unescaped "<" loses the suggestion), Firefox as plain text.
 * Only Firefox has `sidebarAction`.
 */
const escaped = (text: string): string =>
  'sidebarAction' in browser && browser.sidebarAction
    ? text
    : text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&apos;');
