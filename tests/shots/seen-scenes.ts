import type { Page } from '@playwright/test';
import type { Album } from './album';
import { THEMES } from './sidebar-scenes';
import type { Stage } from './stage';

type World = {
  browser: { permissions: { getAll(): Promise<{ permissions?: string[]; origins?: string[] }> } };
};

const LONG = `${'a-very-long-part.'.repeat(14)}tools.example`.slice(-253);
const FEW = ['https://jira.works.example/*', 'http://jira.works.example/*', `https://${LONG}/*`];
const MANY = Array.from({ length: 40 }, (_, number) => `https://tool-${number + 1}.works.example/*`);

/** What the browser says is granted, in the place of prompts that nobody can press here. */
const GRANTED: Record<string, { origins: string[]; permissions: string[] }> = {
  nothing: { origins: [], permissions: [] },
  few: { origins: FEW, permissions: ['downloads', 'idle'] },
  many: { origins: ['https://*/*', ...MANY], permissions: ['notifications', 'somethingNew'] },
};

async function tell(page: Page, granted: object): Promise<void> {
  await page.addInitScript((more) => {
    const { permissions } = (globalThis as unknown as World).browser;
    const getAll = permissions.getAll.bind(permissions);
    const told = more as { origins: string[]; permissions: string[] };
    permissions.getAll = async () => ({
      origins: told.origins,
      permissions: [...((await getAll()).permissions ?? []), ...told.permissions],
    });
  }, granted);
}

/** The page of everything granted: empty, some, many; narrow and wide, light and dark, in other languages. */
export async function seen(stage: Stage, album: Album): Promise<void> {
  const picture = async (name: string, granted: object, width: number) => {
    const page = await stage.extension.context.newPage();
    await tell(page, granted);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${stage.address}desk.html#seen`);
    await stage.still();
    if (name.startsWith('few')) await page.locator('.button-danger').click();
    await stage.still();
    album.keep('seen', name, await page.screenshot({ fullPage: true }));
    await page.close();
  };
  for (const theme of THEMES) {
    await stage.change({ theme });
    for (const [name, granted] of Object.entries(GRANTED))
      for (const width of [1200, 320]) await picture(`${name}-${theme}-${width}`, granted, width);
  }
  for (const language of ['de', 'pseudo'] as const) {
    await stage.change({ language, theme: 'light' });
    for (const width of [900, 400]) await picture(`few-${language}-${width}`, GRANTED['few'] ?? {}, width);
  }
  await stage.change({ language: 'auto', theme: 'auto' });
}
