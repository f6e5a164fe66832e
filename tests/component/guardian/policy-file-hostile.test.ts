// What a guardian may choose by mistake, or be given to choose, as a policy file.
import { deflateRawSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { readPolicyFile } from '@/components/guardian/settings/PolicyFile.tsx';
import { aFamily } from '@/tests/support/page-replies.ts';

const good = JSON.stringify(aFamily('9-12'));
const read = async (content: string | Uint8Array<ArrayBuffer>) => {
  const result = await readPolicyFile(new File([content], 'saathi-policy.json'));
  return result.ok ? 'taken' : result.failure.map(({ message }) => message).join('\n');
};

/** One entry of an archive, with whatever name, size and checksum it claims. */
function anArchive(entry: {
  readonly name: string;
  readonly content: Uint8Array;
  readonly checksum?: number;
  readonly claimedSize?: number;
}): Uint8Array<ArrayBuffer> {
  const name = Buffer.from(entry.name, 'utf8');
  const packed = deflateRawSync(entry.content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(entry.checksum ?? 0, 14);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(entry.claimedSize ?? entry.content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Uint8Array.from(Buffer.concat([head, name, packed]));
}

describe('BYP-241 an archive', () => {
  const inside = new TextEncoder().encode(good);
  const bomb = anArchive({ name: 'saathi-policy.json', content: new Uint8Array(50_000_000) });
  test.each([
    ['with a sound policy in it', anArchive({ name: 'saathi-policy.json', content: inside })],
    ['that grows a thousand times', bomb],
    ['inside an archive', anArchive({ name: 'a.zip', content: bomb })],
    ['whose entry climbs out of its folder', anArchive({ name: '../../x', content: inside })],
    ['with a wrong checksum', anArchive({ name: 'x.json', content: inside, checksum: 1 })],
    [
      'that claims four gigabytes (zip64)',
      anArchive({ name: 'x.json', content: inside, claimedSize: 0xffff_ffff }),
    ],
  ])('%s is refused as it is: nothing is ever unpacked', async (_, archive) => {
    expect(archive.length).toBeLessThan(4_000_000);
    expect(await read(archive)).toContain('Not JSON');
  });

  test('of any size is not even read when it is over the limit', async () => {
    let isRead = false;
    const huge = {
      size: 10_000_000_000,
      text: () => {
        isRead = true;
        return Promise.resolve(good);
      },
    };
    expect(await readPolicyFile(huge)).toMatchObject({ ok: false });
    expect(isRead).toBe(false);
  });
});

describe('BYP-244 a file of something else', () => {
  test('of a newer Saathi is refused in words that say what to do', async () => {
    const newer = { ...aFamily('9-12'), schema: 'saathi-policy/2', somethingNew: [1] };
    expect(await read(JSON.stringify(newer))).toBe(
      'This file is of a newer Saathi (saathi-policy/2). Update Saathi here first, then choose it again.',
    );
  });

  test.each([
    ['without a version', JSON.stringify({ ...aFamily('9-12'), schema: undefined })],
    [
      'of a version before the first',
      JSON.stringify({ ...aFamily('9-12'), schema: 'saathi-policy/0' }),
    ],
    [
      'with a version that is no text',
      JSON.stringify({ ...aFamily('9-12'), schema: { newer: 2 } }),
    ],
    ['a LeechBlock export', 'setName1=Games\nsites1=game.test *.video.test\ntimes1=0900-1700\n'],
    ['a filter list', '! Title: My filters\n||game.test^\n@@||school.test^\n'],
    ['another product’s settings in JSON', '{"version":"1.58.0","userFilters":"||game.test^"}'],
    ['a PDF with another name', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list of policies', `[${good}]`],
  ])('%s is refused with a reason', async (_, content) => {
    const said = await read(content);
    expect(said).not.toBe('taken');
    expect(said.length).toBeGreaterThan(10);
  });

  test('the same file, untouched, is taken', async () => {
    expect(await read(good)).toBe('taken');
    expect(await read(`\uFEFF${good}`)).toBe('taken');
  });
});
