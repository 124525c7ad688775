import { browser } from '@/utils/browser';
import { declarativeContent } from '@/utils/browser/chromium';
import type { KnownPage } from '@/utils/recognisers/recogniser';

/**
 * Lights the icon on pages of tools that we know, in Chromium: rules that the browser checks by itself, without
 * any permission and without telling us which pages are visited. The browser keeps them over restarts.
 */
export async function lightKnownPages(isWanted: boolean): Promise<void> {
  const content = declarativeContent();
  if (!content) return;
  const { onPageChanged, PageStateMatcher, SetIcon } = content;
  await new Promise<void>((done) => onPageChanged.removeRules(undefined, done));
  if (!isWanted) return;
  const imageData = { 16: await pixels('icon/known-16.png'), 32: await pixels('icon/known-32.png') };
  const conditions = (await knownAddresses()).map(
    (page) => new PageStateMatcher({ pageUrl: { ...page, schemes: ['http', 'https'] } }),
  );
  await new Promise<void>((done) =>
    onPageChanged.addRules([{ conditions, actions: [new SetIcon({ imageData })] }], done),
  );
}

/**
 * What `knownPages()` of the recognisers gives, from a file of our own package: importing them would put every
 * tool's reading of pages into the background, which never reads a page.
 */
async function knownAddresses(): Promise<KnownPage[]> {
  const file = await fetch(browser.runtime.getURL('/icon/known-addresses.json'));
  // A file of our own package; a test holds it to be what the recognisers say.
  return (await file.json()) as KnownPage[];
}

/** SetIcon takes pixels only: those of a picture of our own package. */
async function pixels(file: string): Promise<ImageData> {
  const picture = await createImageBitmap(await (await fetch(browser.runtime.getURL(file))).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas in this worker');
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height);
}
