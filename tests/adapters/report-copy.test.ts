import { expect, test } from 'vitest';

import { sha256Hex } from '@/entrypoints/background/reporting/seal.ts';
import { hashedForm } from '@/rules/reporting/report.ts';
import { type Report, reportSchema } from '@/rules/reporting/schema.ts';

import { someReport } from '../unit/reporting/builders.ts';
import { deliveryWorld } from './support/delivery-world.ts';

const report = someReport();
const { reportId } = report;

test('while a report is here its copy is the report itself, and its hash can be checked', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  const copy = await world.delivery().copy(reportId);
  const kept = JSON.parse(copy?.file ?? '') as Report;
  expect(reportSchema.safeParse(kept).success).toBe(true);
  expect(copy?.sha256).toBe(await sha256Hex(hashedForm(kept)));
  expect(kept.integrity.hash).toBe(copy?.sha256);
});

test('once it has arrived the copy has its number and its hash, and nothing of what it said', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  const before = await world.delivery().copy(reportId);
  world.now += 10_000;
  await world.delivery().deliverDue();
  const copy = await world.delivery().copy(reportId);
  expect(copy?.sha256).toBe(before?.sha256);
  expect(JSON.parse(copy?.file ?? '')).toMatchObject({ reportId, receipt: '1', letters: [] });
  expect(copy?.file).not.toContain('chat.example');
});

test('of one that was taken back, or never was, there is no report to keep', async () => {
  const world = await deliveryWorld();
  await world.delivery().file(report);
  await world.delivery().undo(reportId);
  const copy = await world.delivery().copy(reportId);
  expect(copy?.sha256).toBeNull();
  expect(copy?.file).not.toContain('chat.example');
  expect(await world.delivery().copy('another')).toBeNull();
});
