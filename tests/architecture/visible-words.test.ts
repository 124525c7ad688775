import { describe, expect, test } from 'vitest';
import { pathsIn, productCode, textOf } from './source-files';
import { looseWords, looseWordsInPage } from './visible-words';

const tsx = (text: string) => ({ path: 'components/planted.tsx', text });

describe('visible words', () => {
  test.each([
    '<p>Save now</p>',
    "<p>{'Save'}</p>",
    '<p>{ready ? `Save` : null}</p>',
    "<p>{count > 0 && 'Some'}</p>",
    "<p>{name ?? 'Nobody'}</p>",
    '<input placeholder="Search" />',
    "<input placeholder={'Search'} />",
    '<button aria-label={`Close ${title}`} />',
    '<img alt="Picture" />',
  ])('words outside the catalogue are found: %s', (text) => {
    expect(looseWords(tsx(text))).toHaveLength(1);
  });

  test.each([
    "<p>{t('save')}</p>",
    '<p class="row">·</p>',
    '<input type="text" name="q" />',
    '<kbd>Esc</kbd>',
    '<p>{title}</p>',
    "<p>{kind === 'list' && <List />}</p>",
  ])('what is no word is left alone: %s', (text) => {
    expect(looseWords(tsx(text))).toEqual([]);
  });

  test('every word in the markup comes from the message catalogue', () => {
    const loose = productCode()
      .filter((file) => file.path.endsWith('.tsx'))
      .flatMap(looseWords);
    expect(loose, "put the words into public/_locales/*/messages.json and show them by t('key')").toEqual([]);
  });

  test('the pages hold no words of their own', () => {
    expect(looseWordsInPage('<body><p>Hello there</p></body>')).toEqual(['Hello there']);
    const loose = pathsIn(['entrypoints'])
      .filter((path) => path.endsWith('.html'))
      .flatMap((path) => looseWordsInPage(textOf(path)).map((text) => `${path}: ${text}`));
    expect(loose, 'show the words from the catalogue at run time').toEqual([]);
  });
});
