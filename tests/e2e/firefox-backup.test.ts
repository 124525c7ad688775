import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { FirefoxWithExtension } from '../support/firefox';

const BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');

/** Presses a button by its words. */
const press = (words: string) =>
  `[...document.querySelectorAll('button')].find((button) => button.textContent.trim() === ${JSON.stringify(words)}).click()`;
const says = (words: string) => `document.body.innerText.includes(${JSON.stringify(words)})`;

test('in Firefox a copy is made, handed to the browser and found whole again', async () => {
  const firefox = await FirefoxWithExtension.launch(BUILD);
  try {
    const desk = await firefox.open(firefox.page('desk.html#backup'));
    await firefox.until(desk, says('There is none yet'));
    await firefox.evaluate(
      desk,
      `(async () => {
        for (let number = 0; number < 5; number += 1) {
          const at = Date.now().toString(16).padStart(12, '0');
          const id = at.slice(0, 8) + '-' + at.slice(8) + '-7' + crypto.randomUUID().slice(15);
          const payload = { title: 'Piece of work ' + number };
          await browser.runtime.sendMessage({ kind: 'command', id, name: 'item.add', payload });
        }
      })()`,
    );
    await firefox.until(desk, says('5 items, 5 changes'));
    // The file that is handed over is kept, to be chosen again.
    await firefox.evaluate(
      desk,
      `(() => { const make = URL.createObjectURL; URL.createObjectURL = (blob) => { globalThis.given = blob; return make.call(URL, blob); }; })()`,
    );
    await firefox.evaluate(desk, press('Save a copy'));
    await firefox.until(desk, says('Your browser has throughline-'));
    await firefox.evaluate(
      desk,
      `(() => {
        const given = new DataTransfer();
        given.items.add(new File([globalThis.given], 'copy.gz'));
        const input = document.querySelector('input[type=file]');
        input.files = given.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      })()`,
    );
    await firefox.until(desk, says('The file is whole.'));
    await firefox.until(desk, says('Everything in it is here already.'));
    expect(firefox.errors).toEqual([]);
  } finally {
    await firefox.close();
  }
});
