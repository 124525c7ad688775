import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STATES } from '@/utils/model/item';
import { ICONS } from './icon';

const styles = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

test.each(ICONS)('the icon "%s" has its drawing', (name) => {
  expect(styles('icon.css')).toContain(`.icon-${name} > path {\n  d: path(`);
});

test.each([...STATES, 'waiting', 'blocked'])('the mark "%s" has its own colour and shape', (mark) => {
  const css = styles('state-mark.css');
  expect(css).toContain(`.mark-${mark} {\n  color: var(--state-${mark});`);
  expect(css).toContain(`.mark-${mark} > path`);
});
