import { render } from 'preact';
import { browser } from '@/utils/browser';
import { keepEarlyKeys } from '@/components/ui/early-keys';
import { direction, language, speak, t } from '@/utils/i18n';
import { App } from './app';
import { hands } from './later';
import { keepDress, lastDress, type Dress } from './remembered';
import { createSidebar, type Sidebar } from './sidebar';
import type { Wire } from './wire';

type Started = {
  sidebar: Sidebar;
  /** When keys act. */
  ready: Promise<void>;
  stop: () => void;
};

/**
 * Starts the sidebar in `root`: paints what was last known, says hello, then follows the live views.
 * `isFrame` is true in a web page, where the surface may do less. Gives the sidebar and how to end it.
 */
export function start(root: HTMLElement, wire: Wire, isFrame: boolean): Started {
  const sidebar = createSidebar(wire, isFrame);
  const stop = new AbortController();
  let spoken = 'auto';
  const paint = () => render(<App key={spoken} sidebar={sidebar} />, root);
  const apply = async (settings: Dress) => {
    dress(settings);
    const isOther = settings.language !== spoken;
    spoken = settings.language;
    if (isOther) await speak(settings.language);
    tellDocument();
    if (isOther) paint();
  };
  // The search key acts at once, so that the words typed after it reach the field.
  const pressKept = keepEarlyKeys({ atOnce: { '/': () => document.getElementById('line')?.focus() } });
  tellDocument();
  paint();
  void apply(lastDress());
  const ready = firstFrame()
    .then(hands)
    .then(({ listenForKeys }) => listenForKeys(sidebar, stop.signal))
    .then(pressKept);
  void connect(sidebar, (settings) => {
    keepDress(settings);
    void apply(settings);
  });
  return {
    sidebar,
    ready,
    stop: () => {
      stop.abort();
      render(null, root);
    },
  };
}

/** After the first frame: what is fetched then does not stand in its way. A hidden surface paints none. */
const firstFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });

async function connect(sidebar: Sidebar, onSettings: (settings: Dress) => void): Promise<void> {
  const [reply, window] = await Promise.all([
    sidebar.wire.send('surface.hello', {}),
    sidebar.isFrame ? undefined : browser.windows.getCurrent(),
  ]);
  if (!reply.ok) sidebar.trouble.value = reply.code;
  sidebar.follow(window?.id, onSettings);
}

/** What the document itself shows of the settings. */
function dress({ theme, side }: Dress): void {
  const { dataset } = document.documentElement;
  dataset['side'] = side;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
}

function tellDocument(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = t('extension_name');
}
