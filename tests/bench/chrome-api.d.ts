/** The few calls of the browser that the measurements make inside the extension's own contexts. */
type ChromeTab = { id?: number };
type ChromePort = {
  postMessage(message: unknown): void;
  onMessage: { addListener(listen: (message: never) => void): void };
  disconnect(): void;
};
declare const chrome: {
  action: { getPopup(about: object): Promise<string>; setPopup(popup: { popup: string }): Promise<void> };
  commands: { onCommand: { dispatch(name: string, tab: ChromeTab | undefined): void } };
  runtime: {
    id: string;
    sendMessage(message: unknown): Promise<unknown>;
    connect(options: { name: string }): ChromePort;
  };
  tabs: { query(which: object): Promise<ChromeTab[]> };
};
