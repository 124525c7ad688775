/**
 * What a mark tells when the pointer rests on it: a small frame over the page, with a nonce and the item's key in
 * its address. It says hello once it has something to show; until then the page's script keeps it unseen.
 */
import { render } from 'preact';
import '@/components/theme.css';
import { direction, language, speak, t } from '@/utils/i18n';
import { send, watch } from '@/utils/messaging/client';
import type { SourceKey } from '@/utils/model/ids';
import type { ItemRow } from '@/utils/model/row';
import type { Settings } from '@/utils/model/settings';
import { Glimpse } from './glimpse';
import './glimpse.css';

// The page's script wrote it from a mark, whose key the background gave.
const key = (new URLSearchParams(location.hash.slice(1)).get('key') ?? '') as SourceKey;

let manner: Settings | undefined;
/** `undefined` until the view came; then its row, or that there is none. */
let told: { row: ItemRow | undefined } | undefined;
let isShown = false;

watch('settings', {}, (settings) => {
  manner = settings;
  void show();
});
watch(
  'glimpse',
  { key },
  (row) => {
    told = { row };
    void show();
  },
  // Locked: what it told is taken back. The page's script takes the frame away with the marks.
  () => {
    told = undefined;
    render(null, document.getElementById('app')!);
  },
);

async function show(): Promise<void> {
  if (!manner || !told) return;
  await speak(manner.language);
  const root = document.documentElement;
  root.lang = language();
  root.dir = direction();
  root.dataset['theme'] = manner.theme;
  document.title = t('extension_name');
  // The page's own markup has it.
  render(
    <Glimpse row={told.row} open={() => void send('mark.open', { key })} />,
    document.getElementById('app')!,
  );
  if (isShown) return;
  isShown = true;
  await send('surface.hello', {});
}
