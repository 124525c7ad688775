import { effect } from '@preact/signals';
import { render } from 'preact';
import { browser } from '@/utils/browser';
import { keepEarlyKeys } from '@/components/ui/early-keys';
import { direction, language, speak, t } from '@/utils/i18n';
import type { Reply } from '@/utils/messaging/commands';
import { App } from './app';
import { fetchRest } from './later';
import { lastDress, type Dress } from './remembered';
import { createSidebar, type Sidebar } from './sidebar';
import type { Wire } from './wire';

type Started = {
  sidebar: Sidebar;
  /** When keys act. */
  ready: Promise<void>;
  stop: () => void;
};

/**
 * Starts the sidebar in `root`: says hello, follows the live views, and paints what was last known until they come.
 * `isFrame` is true in a web page, where the surface may do less. Gives the sidebar and how to end it.
 */
export function start(root: HTMLElement, wire: Wire, isFrame: boolean): Started {
  // The first word goes out before anything is painted: a page's frame may show nothing before it was accepted.
  const hello = wire.send('surface.hello', {});
  const sidebar = createSidebar(wire, isFrame);
  const stop = new AbortController();
  let spoken: string | undefined;
  const show = async (settings: Dress) => {
    dress(settings);
    if (settings.language === spoken) return;
    // The browser's own language needs no loading: then the first paint waits for nothing.
    const isUsual = spoken === undefined && settings.language === 'auto';
    spoken = settings.language;
    if (!isUsual) await speak(settings.language);
    tellDocument();
    render(<App key={spoken} sidebar={sidebar} />, root);
  };
  // The search key acts at once, so that the words typed after it reach the field.
  const takeKept = keepEarlyKeys({ atOnce: { '/': () => document.getElementById('line')?.focus() } });
  void connect(sidebar, hello);
  const undress = effect(() => void show(sidebar.settings.value ?? lastDress()));
  const ready = firstFrame()
    .then(fetchRest)
    .then(({ takeHands }) => takeHands(sidebar, takeKept(), stop.signal));
  return {
    sidebar,
    ready,
    stop: () => {
      stop.abort();
      undress();
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

/** Asks for everything at once; what is remembered is shown where no page can frame us, else once we are known. */
async function connect(sidebar: Sidebar, hello: Promise<Reply>): Promise<void> {
  sidebar.follow();
  if (sidebar.isFrame) sidebar.followPage(undefined);
  else {
    sidebar.recall();
    void browser.windows.getCurrent().then(({ id }) => sidebar.followPage(id));
  }
  const reply = await hello;
  if (reply.ok) sidebar.recall();
  else sidebar.trouble.value = reply.code;
}

/** What the document itself shows of the settings. */
function dress({ theme, side }: Dress): void {
  const { dataset } = document.documentElement;
  dataset['side'] = side;
  dataset['theme'] = theme;
}

function tellDocument(): void {
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
  document.title = t('extension_name');
}
