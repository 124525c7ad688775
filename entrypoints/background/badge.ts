import { browser } from '@/utils/browser';
import type { Inventory } from '@/storage/inventory';
import { refusalOf } from '@/storage/inventory/failure';
import type { SourceKey } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import type { Outcome, Reply } from '@/utils/messaging/commands';
import { type MessageKey, t } from '@/utils/i18n';
import type { Pages } from './pages';

/** How long the answer to a capture by key or menu stands on the icon, in ms. */
const FLASH_MS = 1_800;
/** Badges follow the inventory at most this often, in ms. */
const PACE_MS = 250;

/** Which of the icon's pictures. */
type Picture = 'known-' | 'started-';
type Badge = { text: string; color: string; title: MessageKey };

const QUIET = '#5b6270';
const ACTIVE = '#1f6feb';
const GOOD = '#1a7f4b';
const STOPPED = '#b3261e';

/** State told by shape and colour, as in the lists. */
function badgeOf(row: ItemRow): Badge {
  if (row.isBlocked) return { text: '!', color: STOPPED, title: 'state_blocked' };
  if (row.waiting) return { text: '…', color: QUIET, title: 'state_waiting' };
  const of = {
    triage: { text: '•', color: QUIET, title: 'state_triage' },
    backlog: { text: '○', color: QUIET, title: 'state_backlog' },
    ready: { text: '◇', color: QUIET, title: 'state_ready' },
    started: { text: '◐', color: ACTIVE, title: 'state_started' },
    done: { text: '✓', color: GOOD, title: 'state_done' },
    canceled: { text: '–', color: QUIET, title: 'state_canceled' },
  } as const satisfies Record<ItemRow['state'], Badge>;
  return of[row.state];
}

const FLASHES: Record<Outcome['outcome'], Badge> = (() => {
  const captured: Badge = { text: '✓', color: GOOD, title: 'badge_captured' };
  const same: Badge = { text: '=', color: ACTIVE, title: 'badge_already_there' };
  return {
    new: captured,
    changed: captured,
    restored: captured,
    done: captured,
    undone: captured,
    redone: captured,
    kept: captured,
    same,
    nothing: same,
  };
})();
const REFUSED: Badge = { text: '!', color: STOPPED, title: 'badge_not_captured' };

/** The signs of single tabs. */
function createSigns() {
  /** Tabs with a picture of their own; a tab that navigates loses it by itself. */
  const pictured = new Set<number>();

  async function show(tabId: number, badge: Badge | undefined, picture: Picture | undefined): Promise<void> {
    try {
      await Promise.all([
        browser.action.setBadgeText({ tabId, text: badge?.text ?? null }),
        badge && browser.action.setBadgeBackgroundColor({ tabId, color: badge.color }),
        // Not null, which Chromium 156 throws at: the calls made before it would then be nobody's to hear fail.
        browser.action.setTitle({
          tabId,
          title: badge ? t('badge_title', t(badge.title)) : t('extension_name'),
        }),
        showPicture(tabId, picture),
      ]);
    } catch {
      // The tab was closed meanwhile.
    }
  }

  async function showPicture(tabId: number, picture: Picture | undefined): Promise<void> {
    if (picture === undefined && !pictured.delete(tabId)) return;
    if (picture !== undefined) pictured.add(tabId);
    const variant = picture ?? '';
    await browser.action.setIcon({
      tabId,
      path: { 16: `/icon/${variant}16.png`, 32: `/icon/${variant}32.png` },
    });
  }

  return { show, pictured };
}

/**
 * The toolbar icon: this page's item by a sign, else how many are started.
 *
 * The picture is set for single tabs only: one set for all of them lies over the pictures of declarativeContent,
 * and no known page would light up any more (seen in Chromium 156).
 */
export function createBadge(inventory: Inventory, pages: Pages) {
  /** Tabs whose icon answers a capture just now; lost with the background, which then shows the state. */
  const flashing = new Set<number>();
  const { show, pictured } = createSigns();
  let isPaced = false;

  async function refreshTab(tabId: number, key: SourceKey): Promise<void> {
    if (flashing.has(tabId)) return;
    const known = await inventory.bySource(key);
    const row = known?.row.list === 'trash' ? undefined : known?.row;
    await show(tabId, row && badgeOf(row), row && (row.state === 'started' ? 'started-' : 'known-'));
  }

  async function refresh(): Promise<void> {
    const { started } = await inventory.counts();
    await Promise.all([
      browser.action.setBadgeText({ text: started > 0 ? String(started) : '' }),
      browser.action.setBadgeBackgroundColor({ color: ACTIVE }),
    ]);
    for (const [tabId, key] of await pages.keys()) await refreshTab(tabId, key);
  }

  /** While it is locked no tab shows an item, and nothing is counted. */
  async function conceal(): Promise<void> {
    await browser.action.setBadgeText({ text: '' });
    const tabs = new Set([...pictured, ...(await pages.keys()).keys()]);
    for (const tabId of tabs) {
      // The worker that gave it its picture may have ended.
      pictured.add(tabId);
      if (!flashing.has(tabId)) await show(tabId, undefined, undefined);
    }
  }

  return {
    conceal,

    /** Everything anew, soon: many changes in a row are one. */
    refresh(): void {
      if (isPaced) return;
      isPaced = true;
      setTimeout(() => {
        isPaced = false;
        refresh().catch(async (error: unknown) => {
          // The database is not to be had just now: the icon keeps what it shows until the next change.
          if (refusalOf(error) === 'locked') await conceal();
        });
      }, PACE_MS);
    },

    /** Answers a capture that no surface shows. */
    async flash(tabId: number, reply: Reply): Promise<void> {
      flashing.add(tabId);
      await show(tabId, reply.ok ? FLASHES[reply.value.outcome] : REFUSED, reply.ok ? 'known-' : undefined);
      setTimeout(() => {
        flashing.delete(tabId);
        if (reply.ok) this.refresh();
        else void show(tabId, undefined, undefined);
      }, FLASH_MS);
    },
  };
}

export type BadgeSign = ReturnType<typeof createBadge>;
