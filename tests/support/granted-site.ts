import type { Page } from '@playwright/test';
import type { ChromiumWithExtension } from './chromium';

type Managing = {
  chrome: { developerPrivate: { addHostPermission(id: string, origin: string): Promise<void> } };
};
type Asking = {
  chrome: { permissions: { remove(what: { origins: string[] }): Promise<boolean> } };
};

/**
 * Gives the extension standing access to a site ("https://github.com/*"), as a person does in the prompt. Without a
 * screen nobody can answer a prompt: the browser's own page of extensions notes the answer first, and the request
 * of our page then needs none (seen in Chromium 156).
 */
export async function grantSite(
  extension: Pick<ChromiumWithExtension, 'context' | 'id'>,
  origin: string,
): Promise<void> {
  const own = await extension.context.newPage();
  await own.goto('chrome://extensions/');
  await own.evaluate(
    ([id, site]) => (globalThis as unknown as Managing).chrome.developerPrivate.addHostPermission(id, site),
    [extension.id, origin] as const,
  );
  await own.goto(`chrome-extension://${extension.id}/desk.html#settings`);
  const session = await extension.context.newCDPSession(own);
  const { result } = await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request({ origins: [${JSON.stringify(origin)}] })`,
    ...{ awaitPromise: true, returnByValue: true, userGesture: true },
  });
  if (result.value !== true) throw new Error(`${origin} was not granted`);
  await own.close();
}

/** Takes a site back, as the switch in the settings does. */
export async function takeSiteBack(extension: ChromiumWithExtension, origin: string): Promise<void> {
  const worker = await extension.worker();
  await worker.evaluate(
    (site) => (globalThis as unknown as Asking).chrome.permissions.remove({ origins: [site] }),
    origin,
  );
}

/** The part of the protocol's DOM.Node that is read here. */
type Node = {
  nodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
};
export type Sign = { what: string; x: number; y: number; left: number; top: number };

/** The marks in a page: what each says and where it stands. Only the browser's own tools see into the closed root. */
export async function signsIn(page: Page): Promise<Sign[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const signs: Sign[] = [];
  for (const node of walk(root)) {
    const [, name] = /^sign (\w+)/.exec(attributeOf(node, 'class')) ?? [];
    if (!name) continue;
    const box = await session.send('DOM.getBoxModel', { nodeId: node.nodeId }).catch(() => undefined);
    const [left = 0, top = 0, , , right = 0, bottom = 0] = box?.model.border ?? [];
    const isDrifting = [...walk(node)].some((part) => attributeOf(part, 'class') === 'drift');
    if (box)
      signs.push({
        what: isDrifting ? `${name} drift` : name,
        x: (left + right) / 2,
        y: (top + bottom) / 2,
        left,
        top,
      });
  }
  await session.detach();
  return signs.toSorted((a, b) => a.y - b.y || a.x - b.x);
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(child);
}

const attributeOf = ({ attributes = [] }: Node, name: string): string => {
  const place = attributes.indexOf(name);
  return place % 2 === 0 ? (attributes[place + 1] ?? '') : '';
};
