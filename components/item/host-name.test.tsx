import { render } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { HostName } from './host-name';

const textFor = (host: string) => render(<HostName host={host} />).container.textContent;
const WARNING = 'This address has letters that may look like others';

describe('the name of a host (TX-03)', () => {
  test.each(['tool.example', 'tool.example:8080', 'xn.example', 'a-xn--b.example', '[::1]', 'localhost'])(
    '%s stands there as it is',
    (host) => {
      expect(textFor(host)).toBe(host);
    },
  );

  test.each([
    ['a Cyrillic letter', 'https://\u0430pple.example/', 'xn--pple-43d.example'],
    ['a Greek letter in a later part', 'https://login.\u03bfffice.example/', 'login.xn--ffice-qce.example'],
    ['an umlaut', 'https://b\u00fccher.example/', 'xn--bcher-kva.example'],
  ])('with %s it is shown as the network asks for it, with a warning', (_, address, host) => {
    expect(new URL(address).host).toBe(host);
    expect(textFor(host)).toBe(`${host}${WARNING}`);
  });

  test('is warned of also where it was never turned into what the network asks for', () => {
    expect(textFor('\u0430pple.example')).toContain(WARNING);
  });

  test('has no mark that turns the reading direction', () => {
    expect(textFor('good.example\u202Emoc.live')).toContain('good.example\uFFFDmoc.live');
  });
});
