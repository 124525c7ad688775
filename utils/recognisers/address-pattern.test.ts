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

test('parameters may be parted by ";", and are then read by either sign', () => {
  const pattern = '/index.pl?Action=Zoom;TicketID={id:n}';
  const forms = ['Action=Zoom;TicketID=5', 'Action=Zoom&TicketID=5', 'TicketID=5;Action=Zoom;Sort=Age'];
  expect(forms.map((form) => at(pattern, `/index.pl?${form}`))).toEqual(forms.map(() => ({ id: '5' })));
  expect(at('/index.pl?TicketID={id:n}', '/index.pl?TicketID=5;Action=Zoom')).toBeUndefined();
});

test('a code is no word', () => {
  const codes = ['aB3dE5gH7jK9mN1pQ3sT5v', 'aqzLxcvBnmQw', '5f0c1d2e3a4b5c6d7e8f9a0b'];
  expect(codes.map((code) => at('/file/{id:code}', `/file/${code}`)?.['id'])).toEqual(codes);
  const words = ['education', 'organisation', 'Organisation', 'top-10-boards', 'v2'];
  expect(words.filter((word) => at('/file/{id:code}', `/file/${word}`))).toEqual([]);
  expect(at('/{id:code$}', '/move-plan-3vVsdFh2kXyJ8g')?.['id']).toBe('3vVsdFh2kXyJ8g');
  expect(at('/{id:code$}', '/move2plan-organisation')).toBeUndefined();
});
