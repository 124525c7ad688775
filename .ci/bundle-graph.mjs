/** Which scripts of a built extension load which. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const STATIC = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+\s*from\s*)?["'](\.{1,2}\/[^"']+)["']/g;
const DYNAMIC = /\bimport\(\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g;

function importsOf(file, patterns) {
  const text = readFileSync(file, 'utf8');
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map((match) => resolve(dirname(file), match[1])))
    .filter((path) => existsSync(path));
}

function reach(starts, patterns) {
  const seen = new Set();
  const open = [...starts];
  while (open.length > 0) {
    const file = open.pop();
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...importsOf(file, patterns));
  }
  return [...seen];
}

/** Every script that one script may ever load, itself included. */
export const scriptsOf = (output, script) => reach([join(output, script)], [STATIC, DYNAMIC]);

const tagsOf = (output, page, ending) =>
  [...readFileSync(join(output, page), 'utf8').matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+)"/g)]
    .map((match) => match[1])
    .filter((path) => path.endsWith(ending));

/** The scripts that a page names itself, by their paths within the extension. */
export const scriptTagsOf = (output, page) => tagsOf(output, page, '.js');

/** The same for its styles. */
export const stylesOf = (output, page) => tagsOf(output, page, '.css');

/** The scripts a page loads before it can paint: those of its tags and what they import at once. */
export const firstPaintOf = (output, page) =>
  reach(
    scriptTagsOf(output, page).map((tag) => join(output, tag)),
    [STATIC],
  );
