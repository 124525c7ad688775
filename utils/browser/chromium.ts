/**
 * What Chromium offers and the polyfill does not know: undefined where the browser lacks it, so that callers ask
 * "can we?" instead of "which browser is it?". Only the members in use are named.
 */
type Event<Listener> = { addListener(listener: Listener): void };

export type SidePanel = {
  /** Since 141. */
  close?(options: { windowId: number }): Promise<void>;
  onOpened?: Event<(info: { windowId: number }) => void>;
  onClosed?: Event<(info: { windowId: number }) => void>;
};

type UrlFilter = {
  hostSuffix?: string;
  hostEquals?: string;
  urlMatches?: string;
  schemes?: string[];
};

export type DeclarativeContent = {
  PageStateMatcher: new (options: { pageUrl: UrlFilter }) => object;
  SetIcon: new (options: { imageData: Record<string, ImageData> }) => object;
  onPageChanged: {
    removeRules(ids: undefined, done: () => void): void;
    addRules(rules: { conditions: object[]; actions: object[] }[], done: () => void): void;
  };
};

type Chromium = { sidePanel?: SidePanel; declarativeContent?: DeclarativeContent };

// Chromium keeps these on `chrome`; other browsers have the object without them, or none.
const { chrome } = globalThis as { chrome?: Chromium };

export const sidePanel = (): SidePanel | undefined => chrome?.sidePanel;
export const declarativeContent = (): DeclarativeContent | undefined => chrome?.declarativeContent;
