import { effect } from '@preact/signals';
import { render } from 'preact';
import '@/components/theme.css';
import { direction, language, speak, t } from '@/utils/i18n';
import type { Settings } from '@/utils/model/settings';
import { readLastKnown, writeLastKnown } from './last-known';
import { Popup } from './popup';
import { createPopupState } from './popup-state';
import './popup.css';

type Manner = Pick<Settings, 'language' | 'theme'>;

const known = readLastKnown();
// A popup that stands in a tab of its own is told by its address which tab it is about.
const tabId = Number(/^#tab=(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN);
const popup = createPopupState({ known, ...(Number.isInteger(tabId) && { tabId }) });
let shown: Manner | undefined;

/** Paints in the person's language and theme; again only where one of them changed. */
async function show(manner: Manner): Promise<void> {
  if (shown?.language === manner.language && shown.theme === manner.theme) return;
  const isNewLanguage = shown?.language !== manner.language;
  shown = manner;
  // The browser's own language needs no loading: then the first paint waits for nothing.
  if (isNewLanguage && manner.language !== 'auto') await speak(manner.language);
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

void show(known.settings ?? { language: 'auto', theme: 'auto' });
popup.open();

effect(() => {
  const settings = popup.settings.value;
  if (!settings) return;
  const { language, theme } = settings;
  writeLastKnown({ settings: { language, theme } });
  void show({ language, theme });
});
effect(() => {
  const quick = popup.quick.value;
  if (quick) writeLastKnown({ quick });
});
effect(() => writeLastKnown({ sidebarKey: popup.sidebarKey.value }));
