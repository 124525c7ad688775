import { browser } from '@/utils/browser';
import { declarativeContent } from '@/utils/browser/chromium';
import { KNOWN_ADDRESSES } from './known-addresses';

/**
 * Lights the icon on pages of tools that we know, in Chromium: rules that the browser checks by itself, without
 * any permission and without telling us which pages are visited. The browser keeps them over restarts.
 */
export async function lightKnownPages(): Promise<void> {
  const content = declarativeContent();
  if (!content) return;
  const imageData = { 16: await pixels('icon/known-16.png'), 32: await pixels('icon/known-32.png') };
  const { onPageChanged, PageStateMatcher, SetIcon } = content;
  const conditions = KNOWN_ADDRESSES.map(
    (page) => new PageStateMatcher({ pageUrl: { ...page, schemes: ['http', 'https'] } }),
  );
  await new Promise<void>((done) => onPageChanged.removeRules(undefined, done));
  await new Promise<void>((done) =>
    onPageChanged.addRules([{ conditions, actions: [new SetIcon({ imageData })] }], done),
  );
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
