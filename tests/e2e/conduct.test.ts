import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ChromiumWithExtension } from '../support/chromium';
import { servePages } from '../support/routes';

/** An extension that does everything that ours may not: the guard of every journey must see it. */
const MISBEHAVED: Record<string, string> = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'misbehaved',
    version: '1',
    permissions: ['activeTab'],
    background: { service_worker: 'worker.js' },
    action: { default_popup: 'popup.html' },
    content_security_policy: { extension_pages: "default-src 'none'; script-src 'self'; connect-src *" },
  }),
  'worker.js': "console.error('from the worker'); fetch('http://127.0.0.1:9/worker').catch(() => {});",
  'popup.html': '<!doctype html><p style="color: red">Popup</p><script src="popup.js"></script>',
  'popup.js':
    "fetch('http://127.0.0.1:9/popup').catch(() => {}); setTimeout(() => { throw new Error('from the popup'); });",
};

test('what an extension may not do is seen, wherever it does it', async () => {
  const build = mkdtempSync(join(tmpdir(), 'throughline-misbehaved-'));
  for (const [file, text] of Object.entries(MISBEHAVED)) writeFileSync(join(build, file), text);
  const extension = await ChromiumWithExtension.launch({ build });
  await servePages(extension.context, { 'https://example.org/': '<title>A page</title>' });
  const page = await extension.context.newPage();
  await page.goto('https://example.org/');
  const popup = await extension.openPopup(page);
  await popup.waitForText('Popup');
  await popup.close();
  const seen = (await extension.close()).join('\n');
  rmSync(build, { recursive: true, force: true });
  expect(seen).toContain('network request: http://127.0.0.1:9/popup');
  expect(seen).toContain('from the worker');
  expect(seen).toContain('Error: from the popup');
  expect(seen).toContain('violates the following Content Security Policy');
});
