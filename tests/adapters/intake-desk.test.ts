// What the embedded desk keeps, and for how long it stands up.
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { leadingZeroBits, workText } from '../../rules/reporting/intake/requests.ts';
import { aReport, trialAddress, trialWords } from '../../scripts/conformance/letters.ts';
import { createProbe, newToken, withHash } from '../../scripts/conformance/probe.ts';
import { createFloodGuard } from '../../scripts/desk/intake-flood.ts';
import { startIntakeDesk } from '../../scripts/desk/intake.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saathi-intake-'));
  folders.push(folder);
  return folder;
}
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('a desk that was switched off knows its reports, its keys and its owners again', async () => {
  const folder = aFolder();
  const before = await startIntakeDesk({ folder });
  const filed = await createProbe(before.asDesk).file();
  await before.officer.say(filed.receipt, 'We are looking into it');
  await before.close();

  const after = await startIntakeDesk({ folder });
  expect(after.asDesk).toMatchObject({ sealKey: before.asDesk.sealKey });
  const probe = createProbe(after.asDesk);
  const again = await probe.submit(filed.letter, filed.token);
  expect(again).toMatchObject({ status: 200, text: filed.answer.text });
  expect((await probe.status(filed)).json).toMatchObject({
    progress: 'received',
    messages: [{ text: 'We are looking into it' }],
  });
  expect(await after.officer.read(filed.receipt)).toEqual([filed.letter]);
  await after.close();
});

test('on its disk lies no word of a report, no token, no address of a sender, and nobody else may read', async () => {
  const folder = aFolder();
  const desk = await startIntakeDesk({ folder });
  const probe = createProbe(desk.asDesk);
  const filed = await probe.file();
  await probe.say(filed, 'Nobody should read this', randomUUID());
  const files = filesIn(folder);
  expect(files).toHaveLength(2);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const secret of [trialAddress, trialWords, 'Nobody should', filed.token, '127.0.0.1']) {
      expect(text).not.toContain(secret);
    }
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  }
  await probe.withdraw(filed);
  const left = filesIn(folder).map((file) => readFileSync(file, 'utf8'));
  expect(left.join()).not.toContain('eyJ');
  await desk.close();
});

test('under a flood work is asked for first, then a time is named, and room comes back', async () => {
  const clock = { now: 1_000_000 };
  const flood = createFloodGuard(
    { most: 4, perSecond: 1, bits: 0, pressureBits: 6 },
    () => clock.now,
  );
  expect(flood.bits()).toBe(0);
  expect([flood.take(), flood.take(), flood.take()]).toEqual([null, null, null]);
  expect(flood.bits()).toBe(6);
  expect([flood.take(), flood.take()]).toEqual([null, 1]);
  clock.now += 2000;
  expect([flood.take(), flood.take(), flood.take()]).toEqual([null, null, 1]);
  // A clock that goes back gives nothing and takes nothing.
  clock.now -= 3_600_000;
  expect(flood.take()).toBe(1);
});

test('work is good once, for ten minutes, for the report it was done for', async () => {
  const desk = await startIntakeDesk({ flood: { bits: 6 } });
  const clock = { now: Date.now() };
  const flood = createFloodGuard(
    { most: 9, perSecond: 1, bits: 6, pressureBits: 6 },
    () => clock.now,
  );
  const reportId = randomUUID();
  // The desk's own challenge is of another secret: it is none here.
  const foreign = await createProbe(desk.asDesk).workFor(reportId);
  expect(flood.isWorkDone(foreign, reportId)).toBe(false);
  const { challenge, bits } = flood.challenge();
  const isEnoughFor = (nonce: string, id: string): boolean =>
    leadingZeroBits(
      createHash('sha256')
        .update(workText(challenge, id, nonce))
        .digest(),
    ) >= bits;
  const otherId = randomUUID();
  // One in 64 of the nonces for this report would do for the other one, too: that is no fault.
  const nonces = Array.from({ length: 5000 }, (_, nonce) => String(nonce));
  const nonce =
    nonces.find((each) => isEnoughFor(each, reportId) && !isEnoughFor(each, otherId)) ?? '';
  expect(flood.isWorkDone({ challenge, nonce }, otherId)).toBe(false);
  clock.now += 11 * 60_000;
  expect(flood.isWorkDone({ challenge, nonce }, reportId)).toBe(false);
  clock.now -= 11 * 60_000;
  expect(flood.isWorkDone({ challenge, nonce }, reportId)).toBe(true);
  expect(flood.isWorkDone({ challenge, nonce }, reportId)).toBe(false);
  await desk.close();
});

test('what was refused leaves nothing behind', async () => {
  const folder = aFolder();
  const desk = await startIntakeDesk({ folder });
  const probe = createProbe(desk.asDesk);
  const letter = { ...withHash(aReport(randomUUID())), picture: 'x' };
  const enclosed = await probe.enclose({ letter, token: newToken() });
  const { reportId } = letter;
  await probe.submitBody({ protocol: 'saathi-intake/1', reportId, version: 1, ...enclosed });
  expect(filesIn(folder).filter((file) => file.includes('reports'))).toEqual([]);
  await desk.close();
});
