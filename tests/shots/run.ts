/**
 * `npm run shots`: pictures of every surface into `.shots/`, each subject with its contact sheets, and the few
 * of the README into docs/pictures. For a person to look at; it judges nothing.
 *
 *   npm run shots -- --only seven,popup --build <folder> --readme
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@/utils/model/clock';
import { inventedWork, type Work } from '../bench/invented-work';
import { createAlbum } from './album';
import { locked } from './lock-scenes';
import { desk, popupManners, popups } from './other-scenes';
import { readmePictures } from './readme-pictures';
import { seen } from './seen-scenes';
import { cards, contents, covers, manners, panel } from './sidebar-scenes';
import { openStage, type Stage } from './stage';
import { told } from './told-scenes';
import { oddWorks, sevenWorks } from './works';

const ROOT = resolve(import.meta.dirname, '../..');
const MANY = 5_000;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    build: { type: 'string', default: join(ROOT, '.output/chrome-mv3') },
    readme: { type: 'boolean', default: false },
  },
});
if (!existsSync(values.build)) throw new Error(`${values.build} is not there: run "npm run build" first`);

const wanted = values.only === '' ? undefined : values.only.split(',');
const folder = join(ROOT, '.shots');
mkdirSync(folder, { recursive: true });
const album = createAlbum(folder);

type Act = { name: string; works?: () => Iterable<Work>; play(stage: Stage): Promise<void> };

const seven = () => sevenWorks(systemClock);
const ACTS: Act[] = [
  {
    name: 'nothing',
    play: async (stage) => {
      await contents(stage, album, 'nothing', 'ordinary');
      await popups(stage, album, 'popup-nothing', [
        { name: 'draft', place: 'unknown' },
        { name: 'ordinary', place: 'ordinary' },
      ]);
    },
  },
  { name: 'seven', works: seven, play: (stage) => contents(stage, album, 'seven', 'known') },
  {
    name: 'odd',
    works: () => oddWorks(systemClock),
    play: (stage) => contents(stage, album, 'odd', 'known'),
  },
  {
    name: 'many',
    works: () => inventedWork(MANY, systemClock),
    play: (stage) => contents(stage, album, 'many', 'ordinary'),
  },
  { name: 'cards', works: seven, play: (stage) => cards(stage, album) },
  { name: 'covers', works: seven, play: (stage) => covers(stage, album) },
  { name: 'covers-de', works: seven, play: (stage) => covers(stage, album, 'covers-de', { language: 'de' }) },
  { name: 'manners', works: seven, play: (stage) => manners(stage, album) },
  { name: 'told', play: (stage) => told(stage, album) },
  { name: 'panel', works: seven, play: (stage) => panel(stage, album) },
  { name: 'popup', works: seven, play: (stage) => popups(stage, album) },
  { name: 'popup-manners', works: seven, play: (stage) => popupManners(stage, album) },
  { name: 'desk', works: seven, play: (stage) => desk(stage, album) },
  { name: 'lock', works: seven, play: (stage) => locked(stage, album) },
  { name: 'seen', play: (stage) => seen(stage, album) },
  {
    name: 'readme',
    works: seven,
    play: (stage) =>
      readmePictures(stage, values.readme ? join(ROOT, 'docs/pictures') : join(folder, 'readme')),
  },
];

const misconduct = new Set<string>();
let last: Stage | undefined;
for (const { name, works, play } of ACTS) {
  if (wanted && !wanted.includes(name)) continue;
  const stage = await openStage(resolve(values.build), systemClock, works?.());
  try {
    await play(stage);
    console.log(`${name}: pictured`);
  } catch (error) {
    console.error(`${name}: ${String(error)}`);
  }
  for (const line of (await last?.close()) ?? []) misconduct.add(line);
  last = stage;
}
if (last) {
  for (const file of await album.sheets(last.extension.context)) console.log(file);
  for (const line of await last.close()) misconduct.add(line);
}
for (const line of misconduct) console.log(`seen on the way: ${line}`);
