// Exactly once, as a desk that answers sees it.
import { expect, test } from 'vitest';

import { post } from '@/entrypoints/background/network.ts';

import { filedAt } from '../unit/reporting/builders.ts';
import {
  aDesk,
  aProfile,
  arrived,
  hour,
  Killed,
  minute,
  newReport,
} from './support/intake-world.ts';

test('BYP-223 a worker killed at any step of a delivery: one report, one receipt', async () => {
  for (let steps = 0; steps < 12; steps += 1) {
    const desk = await aDesk();
    const profile = await aProfile(desk.asDesk);
    const { reportId, ...rest } = newReport();
    await profile.delivery().file({ reportId, ...rest });
    profile.world.stepsLeft = steps;
    await profile.pass(10_000).catch((reason: unknown) => {
      expect(reason).toBeInstanceOf(Killed);
    });
    await profile.restart();
    await profile.pass(2 * minute);
    const tickets = await desk.tickets(reportId);
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.contents).toHaveLength(1);
    expect(await profile.delivery().read(reportId)).toMatchObject({
      state: 'delivered',
      receipt: tickets[0]?.subject.match(/[A-Z0-9-]{14}/)?.[0],
    });
  }
});

test('BYP-223 a worker killed at any step of an addition: one addition', async () => {
  for (let steps = 0; steps < 12; steps += 1) {
    const { desk, profile, reportId } = await arrived();
    await profile.delivery().add(reportId, { words: 'More' });
    profile.world.stepsLeft = steps;
    await profile.pass(1).catch((reason: unknown) => {
      expect(reason).toBeInstanceOf(Killed);
    });
    await profile.restart();
    await profile.pass(2 * minute);
    expect((await desk.tickets(reportId))[0]?.contents).toHaveLength(2);
    expect(await profile.rows()).toHaveLength(1);
  }
});

test('BYP-223 a worker killed at any step of words to the desk: heard once or not written', async () => {
  for (let steps = 0; steps < 8; steps += 1) {
    const { desk, profile, reportId, receipt } = await arrived();
    profile.world.stepsLeft = steps;
    const written = await profile
      .delivery()
      .reply(reportId, 'At school')
      .catch(() => null);
    await profile.pass(1).catch((reason: unknown) => {
      expect(reason).toBeInstanceOf(Killed);
    });
    await profile.restart();
    await profile.pass(2 * minute);
    expect(await desk.officer.heard(receipt)).toEqual(written === null ? [] : ['At school']);
    const messages = (await profile.delivery().read(reportId))?.messages ?? [];
    expect(messages.map(({ state }) => state)).toEqual(written === null ? [] : [undefined]);
  }
});

test('a worker killed at any step of taking back: the child hears at the next look what the desk did', async () => {
  for (let steps = 0; steps < 8; steps += 1) {
    const { desk, profile, reportId } = await arrived();
    await profile.delivery().add(reportId, { words: 'More' });
    profile.world.stepsLeft = steps;
    await profile
      .delivery()
      .withdraw(reportId)
      .catch((reason: unknown) => {
        expect(reason).toBeInstanceOf(Killed);
      });
    await profile.restart();
    await profile.pass(2 * minute);
    const state = await profile.delivery().refresh(reportId);
    const there = await desk.tickets(reportId);
    expect(state?.state).toBe(there.length === 0 ? 'withdrawn' : 'delivered');
    expect(await profile.rows()).toHaveLength(1);
  }
});

test('BYP-223 answers lost again and again give the receipt of the first time', async () => {
  const desk = await aDesk();
  const profile = await aProfile(desk.asDesk);
  const answers: string[] = [];
  profile.world.network = async (url, request) => {
    const answer = await post(url, request);
    if (answer.kind === 'answered') answers.push(answer.body);
    return { kind: 'broken' };
  };
  const report = newReport();
  await profile.delivery().file(report);
  for (let tries = 0; tries < 4; tries += 1) await profile.pass(2 * hour);
  expect(answers).toHaveLength(4);
  expect(new Set(answers).size).toBe(1);
  profile.world.network = post;
  await profile.pass(2 * hour);
  expect(await desk.tickets()).toHaveLength(1);
  expect(await profile.delivery().read(report.reportId)).toMatchObject({ state: 'delivered' });
});

test('details added after a lost answer become a second version, not a second report', async () => {
  const desk = await aDesk();
  const profile = await aProfile(desk.asDesk);
  profile.world.network = async (url, request) => {
    await post(url, request);
    return { kind: 'broken' };
  };
  const report = newReport();
  await profile.delivery().file(report);
  await profile.pass(10_000);
  await profile.delivery().add(report.reportId, { topic: 'hate', words: 'More' });
  profile.world.network = post;
  await profile.pass(hour);
  const [ticket, ...more] = await desk.tickets();
  expect(more).toEqual([]);
  expect(ticket).toMatchObject({ category: 'hate' });
  expect(ticket?.contents).toHaveLength(2);
});

test('two profiles that report the same page have a report, a receipt and a secret each', async () => {
  const desk = await aDesk();
  const [one, two] = [await aProfile(desk.asDesk), await aProfile(desk.asDesk)];
  const reports = [newReport(), newReport()] as const;
  await Promise.all([one.delivery().file(reports[0]), two.delivery().file(reports[1])]);
  await Promise.all([one.pass(10_000), two.pass(10_000)]);
  const receipts = [
    (await one.delivery().read(reports[0].reportId))?.receipt,
    (await two.delivery().read(reports[1].reportId))?.receipt,
  ];
  expect(new Set(receipts).size).toBe(2);
  expect(await desk.tickets()).toHaveLength(2);
  await one.delivery().withdraw(reports[0].reportId);
  expect(await desk.tickets()).toMatchObject([{ reportId: reports[1].reportId }]);
});

test('a clock that jumps forth and back loses nothing and sends nothing twice', async () => {
  const { desk, profile, reportId } = await arrived();
  const other = newReport('https://chat.example/u/two');
  await profile.pass(400 * 24 * hour);
  await profile.restart();
  profile.world.now = filedAt - 30 * 24 * hour;
  await profile.delivery().file(other);
  await profile.pass(10_000);
  await profile.pass(1000 * 24 * hour);
  expect(await desk.tickets(other.reportId)).toHaveLength(1);
  expect(await desk.tickets(reportId)).toHaveLength(1);
});
