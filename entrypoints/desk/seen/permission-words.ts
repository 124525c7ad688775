import type { MessageKey } from '@/utils/i18n';

/** What a permission lets us do, what we use it for, and what stops without it, or why it has no switch. */
export type PermissionWords = { lets: MessageKey; use: MessageKey; off: MessageKey };

/** By the browser's own names, in the order of how much they let us see. */
export const REQUIRED: Record<string, PermissionWords> = {
  activeTab: { lets: 'permission_active_tab', use: 'seen_active_tab_use', off: 'seen_active_tab_off' },
  scripting: { lets: 'permission_scripting', use: 'seen_scripting_use', off: 'seen_scripting_off' },
  contextMenus: {
    ...{ lets: 'permission_context_menus', use: 'seen_context_menus_use' },
    off: 'seen_context_menus_off',
  },
  declarativeContent: {
    ...{ lets: 'permission_declarative_content', use: 'seen_declarative_content_use' },
    off: 'seen_declarative_content_off',
  },
  sidePanel: { lets: 'permission_side_panel', use: 'seen_side_panel_use', off: 'seen_side_panel_off' },
  storage: { lets: 'permission_storage', use: 'seen_storage_use', off: 'seen_storage_off' },
  unlimitedStorage: {
    ...{ lets: 'permission_unlimited_storage', use: 'seen_unlimited_storage_use' },
    off: 'seen_unlimited_storage_off',
  },
  alarms: { lets: 'permission_alarms', use: 'seen_alarms_use', off: 'seen_alarms_off' },
};

export const ASKED = {
  downloads: { lets: 'permission_downloads', use: 'seen_downloads_use', off: 'seen_downloads_off' },
  notifications: {
    ...{ lets: 'permission_notifications', use: 'seen_notifications_use' },
    off: 'seen_notifications_off',
  },
  idle: { lets: 'permission_idle', use: 'seen_idle_use', off: 'seen_idle_off' },
} as const satisfies Record<string, PermissionWords>;
