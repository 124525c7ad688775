import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DraftSchema } from '@/utils/model/draft';
import { recognise } from '@/utils/recognisers';
import { draftOfTab } from './tab-draft';

describe('the draft of a tab that no script can read', () => {
  it('has the tab’s title and asks to check it', () => {
    expect(draftOfTab('https://files.example/report.pdf?utm_source=x', 'Report Q3')).toMatchObject({
      title: 'Report Q3',
      url: 'https://files.example/report.pdf',
      page: 'other',
      check: 'one-witness',
      source: { product: 'web', host: 'files.example' },
    });
  });

  it('has the readable address where the tab shows only the address', () => {
    const draft = draftOfTab('https://files.example/data.json', 'files.example/data.json');
    expect(draft).toMatchObject({ title: 'files.example/data.json', check: 'no-title' });
    expect(draftOfTab('https://files.example/data.json', undefined)?.title).toBe('files.example/data.json');
  });

  it('is the same item as the page would be if it could be read', () => {
    const url = 'https://files.example/report.pdf?a=1#page=3';
    // Nothing of a document is known; recognise then reads the address alone.
    const read = recognise({} as Document, url);
    expect(draftOfTab(url, 'Report')?.source.key).toBe(read.source.key);
  });

  it.each([
    'about:blank',
    'file:///home/ana/plan.txt',
    'data:text/html,hi',
    'blob:https://a.example/1',
    '',
    'nonsense',
  ])('is none for %s', (url) => expect(draftOfTab(url, 'Title')).toBeUndefined());

  it('parses', () => {
    expect(v.safeParse(DraftSchema, draftOfTab('https://a.example/', 'x'.repeat(10_000))).success).toBe(true);
  });
});
