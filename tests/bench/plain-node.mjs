/**
 * Lets plain Node run the project's TypeScript: adds the endings that its imports leave out and finds `@/`.
 * Node itself strips the types. `node --import ./tests/bench/plain-node.mjs file.ts`
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve as join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');
const ENDINGS = ['', '.ts', '/index.ts'];

function fileFor(specifier, parent) {
  const isOurs = specifier.startsWith('@/');
  if (!isOurs && !(/^\.{1,2}\//.test(specifier) && parent?.startsWith('file:'))) return undefined;
  const path = isOurs ? join(ROOT, specifier.slice(2)) : fileURLToPath(new URL(specifier, parent));
  return ENDINGS.map((ending) => path + ending).find((file) => /\.\w+$/.test(file) && existsSync(file));
}

registerHooks({
  resolve(specifier, context, next) {
    const file = fileFor(specifier, context.parentURL);
    return next(file ? pathToFileURL(file).href : specifier, context);
  },
});
