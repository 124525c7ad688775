import { expect, test } from '../support/extension';
import { damage } from '../faults/damaged-files';
import { killAtPoints } from '../faults/killed-worker';
import { deleteAndEdit, editTogether } from '../faults/two-surfaces';

/*
 * The cheap ones of `npm run test:faults`, once each. That one has the whole table.
 */

const rig = (build: string) => ({ build, minutes: 0 });
const nothingLost = expect.objectContaining({ lost: 0 });

test('a worker that is killed in the middle of a command has done it once, or does it when it is sent again', async ({
  build,
}) => {
  expect(await killAtPoints(rig(build), ['capture', 'undo'], ['in-transaction', 'committed'])).toEqual(
    nothingLost,
  );
});

test('a damaged database comes back whole with one press', async ({ build }) => {
  expect(await damage(rig(build), 'a MANIFEST cut in half', 20)).toEqual(nothingLost);
});

test('two surfaces that change or delete the same item at once lose neither’s word', async ({ build }) => {
  expect(await editTogether(rig(build))).toEqual(nothingLost);
  expect(await deleteAndEdit(rig(build))).toEqual(nothingLost);
});
