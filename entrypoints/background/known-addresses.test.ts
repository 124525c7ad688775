import { expect, it } from 'vitest';
import { knownPages } from '@/utils/recognisers';

it('the addresses that light the icon are those of the recognisers: run `npx vitest run -u` to write them anew', async () => {
  await expect(`${JSON.stringify(knownPages())}\n`).toMatchFileSnapshot(
    '../../public/icon/known-addresses.json',
  );
});
