// The file of the model: what is not exactly one is refused in words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readModel, writeModel } from '../../../rules/text/model.ts';
import { smallModel } from './small-model.ts';

const bytes = writeModel(smallModel.settings, smallModel.tables);

describe('the file of the model', () => {
  test('comes back as it was written', () => {
    const read = readModel(bytes);
    if (!read.ok) throw new Error(read.failure);
    expect(read.value.wide).toEqual(smallModel.tables.wide);
    expect(read.value.vectors).toEqual(smallModel.tables.vectors);
    expect(read.value.topics).toEqual(smallModel.tables.topics);
    expect(read.value.layers).toEqual(smallModel.tables.layers);
    expect(read.value.header.unkind).toEqual(smallModel.settings.unkind);
  });

  test('is read from the middle of a longer buffer too', () => {
    const longer = new Uint8Array(bytes.length + 7);
    longer.set(bytes, 5);
    expect(readModel(longer.subarray(5, 5 + bytes.length)).ok).toBe(true);
  });

  test.each([
    ['nothing', new Uint8Array(), 'too short to be a text model'],
    ['another file', new TextEncoder().encode('<!doctype html><p>'), 'not a text model'],
    ['half of it', bytes.subarray(0, bytes.length >> 1), 'size'],
    ['its beginning', bytes.subarray(0, 40), 'the header of the text model is cut off'],
    ['more than it', Uint8Array.from([...bytes, 0]), 'size'],
  ])('%s is refused', (_, wrong, why) => {
    expect(readModel(wrong)).toEqual({ ok: false, failure: expect.stringContaining(why) });
  });

  test('another version is refused', () => {
    const newer = bytes.slice();
    newer[4] = 99;
    expect(readModel(newer)).toEqual({ ok: false, failure: 'a text model of another version' });
  });

  test('one changed byte anywhere is refused or harms nothing', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const read = readModel(damaged);
        // A number in the header may change; a table never.
        if (read.ok) expect(read.value.wide).toEqual(smallModel.tables.wide);
      }),
    );
  });
});
