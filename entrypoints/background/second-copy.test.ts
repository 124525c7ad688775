import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId } from '@/utils/model/ids';
import { carryOutRecovery, closeToPages, keepSecondCopy } from './second-copy';

test('the hour is kept by an alarm, which a new start of the worker does not begin anew', async () => {
  const hourly = vi.fn(async () => {});
  keepSecondCopy({ hourly });
  await vi.waitFor(async () =>
    expect(await fakeBrowser.alarms.get('second-copy')).toMatchObject({ periodInMinutes: 60 }),
  );
  const create = vi.spyOn(fakeBrowser.alarms, 'create');
  keepSecondCopy({ hourly: async () => {} });
  // It was seen above.
  await fakeBrowser.alarms.onAlarm.trigger((await fakeBrowser.alarms.get('second-copy'))!);
  expect(create).not.toHaveBeenCalled();
  expect(hourly).toHaveBeenCalledOnce();
});

test('scripts in pages are kept from the storage that the journal lies in', () => {
  const setAccessLevel = vi.fn(async () => {});
  Object.assign(fakeBrowser.storage.local, { setAccessLevel });
  closeToPages();
  expect(setAccessLevel).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  Reflect.deleteProperty(fakeBrowser.storage.local, 'setAccessLevel');
});

test('what came of a recovery is acknowledged, or refused with its code', async () => {
  const inventory = {
    restore: async (from: string) => (from === 'journal' ? undefined : ('storage' as const)),
    startEmpty: async () => 'not-possible' as const,
    snapshot: async () => true,
    removeAside: async (name: string) => (name === 'old' ? undefined : ('not-possible' as const)),
  };
  const id = newId<never>(1);
  const restore = (from: string) =>
    carryOutRecovery(inventory, { id, name: 'recovery.restore', payload: { from } });
  expect(await restore('journal')).toEqual({ ok: true, value: { outcome: 'restored' } });
  expect(await restore('snap-1')).toEqual({ ok: false, code: 'storage' });
  expect(
    await carryOutRecovery(inventory, { id, name: 'recovery.startEmpty', payload: { typed: 'x' } }),
  ).toEqual({
    ok: false,
    code: 'not-possible',
  });
  const remove = (name: string) =>
    carryOutRecovery(inventory, { id, name: 'recovery.remove', payload: { name } });
  expect(await remove('old')).toEqual({ ok: true, value: { outcome: 'done' } });
  expect(await remove('other')).toEqual({ ok: false, code: 'not-possible' });
  expect(await carryOutRecovery(inventory, { id, name: 'snapshot.make', payload: {} })).toMatchObject({
    ok: true,
  });
});
