import { describe, expect, test } from 'vitest';
import { matchAddress } from './address-pattern';

const at = (pattern: string, address: string) =>
  matchAddress(pattern, new URL(address, 'https://desk.larkfield.example'));

describe('several holes in one part', () => {
  test('are told apart by the words between them', () => {
    expect(at('/mail/{}/T{id:id}.M{message:id}', '/mail/Inbox/T12ab.M34cd')).toEqual({
      id: '12ab',
      message: '34cd',
    });
    expect(at('/?id={drive:id}!{n:n}', '/?id=AB12%21345')).toEqual({ drive: 'AB12', n: '345' });
  });

  test('do not fit where one of them does not', () => {
    expect(at('/mail/{}/T{id:id}.M{message:id}', '/mail/Inbox/T12ab')).toBeUndefined();
    expect(at('/mail/{}/T{id:id}.M{message:id}', '/mail/Inbox/T12ab.34cd')).toBeUndefined();
    expect(at('/mail/{}/T{id:id}.M{message:id}', '/mail/Inbox/T.M34cd')).toBeUndefined();
  });
});

test('a text is the same however the address escapes it', () => {
  const forms = ['/id/AAMk%2Fx%3D', '/id/AAMk%2fx=', '/id/AAMk%2Fx%3d'];
  expect(forms.map((form) => at('/id/{id:text}', form))).toEqual(forms.map(() => ({ id: 'AAMk%2Fx%3D' })));
  expect(at('/owa?ItemID={id:text}', '/owa?ItemID=AAMk%2Fx%3D')).toEqual({ id: 'AAMk%2Fx%3D' });
});
