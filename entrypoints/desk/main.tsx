import '@/utils/browser/polyfill';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { tellToolNames } from '@/components/item/source-mark';
import { ODD_NAMES } from '@/components/item/tool-names';
import '@/components/theme.css';
import { send } from '@/utils/messaging/client';
import { direction, language, speak, t } from '@/utils/i18n';
import type { Settings } from '@/utils/model/settings';
import './desk.css';
import { Desk } from './desk';
import { createDeskState } from './desk-state';
import { placeOf } from './place';
import { createShortcuts } from './shortcuts';
import { createWelcomeState } from './welcome/welcome-state';

tellToolNames(ODD_NAMES);
const desk = createDeskState();
const shortcuts = createShortcuts();
const welcome = createWelcomeState(desk);
const place = signal(placeOf(location.hash));
let spoken: Settings['language'] | undefined;

/** Paints in the person's language and theme; the whole page anew when the language changed. */
async function show(settings: Settings): Promise<void> {
  const { language: wanted, theme } = settings;
  document.documentElement.dataset['theme'] = theme;
  if (spoken === wanted) return;
  spoken = wanted;
  await speak(wanted);
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  nameTab();
  const app = document.getElementById('app');
  if (app)
    render(<Desk key={wanted} place={place} desk={desk} shortcuts={shortcuts} welcome={welcome} />, app);
}

/** The tab's title is what capture reads of an extension's page: on the first run it is the sample's. */
function nameTab(): void {
  const titles = {
    welcome: t('welcome_sample_title'),
    tools: t('desk_tools_title'),
    settings: t('desk_settings_title'),
    backup: t('desk_backup_title'),
    trash: t('desk_trash_title'),
    seen: t('desk_seen_title'),
    recovery: t('desk_recovery_title'),
  };
  document.title = titles[place.peek()];
}

void send('surface.hello', {});
void shortcuts.read();
void welcome.begin();
addEventListener('hashchange', () => {
  place.value = placeOf(location.hash);
  nameTab();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void shortcuts.read();
});
effect(() => {
  const settings = desk.settings.value;
  if (settings) void show(settings);
});
