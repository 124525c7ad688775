import { effect } from '@preact/signals';
import { render } from 'preact';
import '@/components/theme.css';
import { keepEarlyKeys } from '@/components/ui/early-keys';
import { direction, language, speak, t } from '@/utils/i18n';
import type { Settings } from '@/utils/model/settings';
import { readLastKnown } from './last-known';
import { withRest } from './later';
import { Popup } from './popup';
import { createPopupState } from './popup-state';
import './popup.css';

type Manner = Pick<Settings, 'language' | 'theme'>;

// A popup that stands in a tab of its own is told by its address which tab it is about.
const tabId = /^#tab=(\d+)$/.exec(location.hash)?.[1];
const popup = createPopupState(tabId === undefined ? undefined : Number(tabId));
let shown: Manner | undefined;

// The background is asked first: it answers while the memory is read, which may have to be fetched from the disk.
effect(() => {
  const settings = popup.settings.value;
  void popup.page.value;
  void popup.quick.value;
  if (settings) void show(settings);
});
const known = readLastKnown();
popup.recall(known);
// Esc closes a popup by itself.
const takeKept = keepEarlyKeys({ except: 'Escape' });
void show(known.settings ?? { language: 'auto', theme: 'auto' });
withRest(({ begin }) => {
  begin(popup, takeKept());
});

/** Paints in the person's language and theme; again only where one of them changed. */
async function show(manner: Manner): Promise<void> {
  if (shown?.language === manner.language && shown.theme === manner.theme) return;
  const before = shown?.language ?? 'auto';
  shown = manner;
  // The browser's own language needs no loading: then the first paint waits for nothing.
  if (manner.language !== 'auto' || before !== 'auto') await speak(manner.language);
  // Settings that came while a language was fetched have been shown, or will be.
  if (shown !== manner) return;
  const root = document.documentElement;
  root.lang = language();
  root.dir = direction();
  root.dataset['theme'] = manner.theme;
  document.title = t('extension_name');
  const app = document.getElementById('app');
  // The frame in the HTML held the popup's size until now; Preact would leave it standing.
  app?.querySelector('.frame')?.remove();
  if (app) render(<Popup key={manner.language} popup={popup} />, app);
}
