import { declarativeContent } from '@/utils/browser/chromium';
import { KNOWN_ADDRESSES } from './known-addresses';
import known16 from '@/public/icon/known-16.png?inline';
import known32 from '@/public/icon/known-32.png?inline';

/**
 * Lights the icon on pages of tools that we know, in Chromium: rules that the browser checks by itself, without
 * any permission and without telling us which pages are visited. The browser keeps them over restarts.
 */
export async function lightKnownPages(): Promise<void> {
  const content = declarativeContent();
  if (!content) return;
  const imageData = { 16: await pixels(known16), 32: await pixels(known32) };
  const { onPageChanged, PageStateMatcher, SetIcon } = content;
  const conditions = KNOWN_ADDRESSES.map(
    (page) => new PageStateMatcher({ pageUrl: { ...page, schemes: ['http', 'https'] } }),
  );
  await new Promise<void>((done) => onPageChanged.removeRules(undefined, done));
  await new Promise<void>((done) =>
    onPageChanged.addRules([{ conditions, actions: [new SetIcon({ imageData })] }], done),
  );
}

/** SetIcon takes pixels only; the picture is built into this file, so that nothing has to be fetched. */
async function pixels(dataUrl: string): Promise<ImageData> {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas in this worker');
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height);
}
