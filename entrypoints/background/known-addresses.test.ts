import { expect, it } from 'vitest';
import { knownPages } from '@/utils/recognisers';
import { KNOWN_ADDRESSES } from './known-addresses';

it('the addresses that light the icon are those of the recognisers: copy what is expected here', () => {
  expect(KNOWN_ADDRESSES).toEqual(knownPages());
});
