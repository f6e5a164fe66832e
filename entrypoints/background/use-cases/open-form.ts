// The official form in a tab, and the card with the answers beside it. Filled in on request; never sent from here.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

import { describedSchema } from '@/rules/forms/box.ts';
import { fillPlan } from '@/rules/forms/fill-plan.ts';
import { isOnForm } from '@/rules/forms/own-host.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { Done } from '@/rules/messages/replies.ts';
import type { FormFilled, ReportState } from '@/rules/messages/report-replies.ts';
import type { Offered } from '@/rules/packs/choose.ts';
import { doorWithId } from '@/rules/packs/doors.ts';
import { parseWith } from '@/rules/parse.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { formTabs } from '../adapters/form-tabs.ts';
import { defineItem } from '../adapters/store.ts';
import { Refusal } from '../answer.ts';
import { packsInUse } from '../packs/in-use.ts';
import type { WorldWithReports } from '../reports.ts';
import type { Sender } from '../sender.ts';
import { found } from './file-report.ts';

/** Which tab shows the form of which report, while the browser is open. */
const openFormSchema = z.strictObject({
  tabId: z.int(),
  cardWindowId: z.nullable(z.int()),
  mechanismId: z.string().check(z.maxLength(120)),
});
const openFormsSchema = z.record(z.string(), openFormSchema);
type OpenForm = z.infer<typeof openFormSchema>;
const openForms = ({ lock }: WorldWithReports) =>
  defineItem({ area: browser.storage.session, lock }, 'openForms', openFormsSchema, { absent: {} });

const placesSchema = z.array(z.int());

/** A form with an address that we know from a signed pack or our own table, never from a message. */
type OpenableForm = Offered & { readonly webForm: string };

export async function openForm(
  world: WorldWithReports,
  { reportId, mechanismId }: Body<'form.open'>,
  from: Sender,
): Promise<Done> {
  const report = found(await world.reports().read(reportId));
  const policy = await policyOf(world);
  // The smallest get no form: somebody grown-up, a phone, or the way out.
  if (bandOf(policy) === '5-8') throw new Refusal('not-allowed');
  const form = await formFor(world, policy, mechanismId ?? routeOf(report));
  if (form === null) throw new Refusal('not-found');
  await showForm(world, reportId, form, from);
  return {};
}

/** After one click that no machine can deliver: the same click opens the form. Whether or not it opens, the report is kept. */
export async function openFormAfterFiling(
  world: WorldWithReports,
  report: ReportState,
  from: Sender,
): Promise<boolean> {
  const isForPerson = report.state === 'by-hand' && report.route.kind === 'form';
  if (!isForPerson || (report.byHandWhy !== null && report.byHandWhy !== 'no-desk')) return false;
  try {
    await openForm(world, { reportId: report.reportId }, from);
    return true;
  } catch {
    return false; // no window to open it in, or no form for this child: the page offers the doors
  }
}

export async function fillForm(world: WorldWithReports, reportId: string): Promise<FormFilled> {
  const report = found(await world.reports().read(reportId));
  const open = (await openForms(world).read())[reportId];
  if (open === undefined) return { filled: [] };
  const policy = await policyOf(world);
  const form = await formFor(world, policy, open.mechanismId);
  if (form?.form?.fill !== true || bandOf(policy) === '5-8') throw new Refusal('not-allowed');
  const shown = await formTabs.addressOf(open.tabId);
  if (shown === null || !isOnForm(shown, form.webForm)) return { filled: [] };
  const described = parseWith(describedSchema, await formTabs.describe(open.tabId));
  // Once more, from the page itself: it may have moved on in between.
  if (!described.ok || !isOnForm(described.value.url, form.webForm)) return { filled: [] };
  const facts = report.topic === 'csam' ? onlyAddress(report) : report.facts;
  const plan = fillPlan(described.value.boxes, facts, form.form.asks);
  if (plan.length === 0) return { filled: [] };
  const { origin } = new URL(described.value.url);
  const written = parseWith(placesSchema, await formTabs.fill(open.tabId, origin, plan));
  const places = written.ok ? written.value : [];
  return { filled: plan.filter(({ at }) => places.includes(at)).map(({ key }) => key) };
}

/** Quick exit from the card. A tab in which the child has gone elsewhere stays. */
export async function closeForm(world: WorldWithReports, reportId: string): Promise<Done> {
  const open = (await openForms(world).read())[reportId];
  if (open === undefined) throw new Refusal('not-found');
  const form = await formFor(world, await policyOf(world), open.mechanismId);
  const shown = await formTabs.addressOf(open.tabId);
  if (form !== null && shown !== null && isOnForm(shown, form.webForm)) {
    await formTabs.close(open.tabId);
  }
  await forgetForm(world, reportId);
  if (open.cardWindowId === null) throw new Refusal('not-found');
  await formTabs.closeCard(open.cardWindowId);
  return {};
}

export const forgetForm = async (world: WorldWithReports, reportId: string): Promise<void> => {
  await openForms(world).update((all) => {
    const { [reportId]: gone, ...others } = all;
    return gone === undefined ? all : others;
  });
};

async function showForm(
  world: WorldWithReports,
  reportId: string,
  form: OpenableForm,
  { windowId }: Pick<Sender, 'windowId'>,
): Promise<void> {
  const before = (await openForms(world).read())[reportId] ?? null;
  const same = before?.mechanismId === form.id ? before : null;
  const tabId =
    (await tabStillOn(same, form)) ??
    (await formTabs.open(form.webForm, await formTabs.isPrivate(windowId)));
  if (tabId === null) throw new Refusal('broken');
  await formTabs.show(tabId);
  const remember = (cardWindowId: number | null) =>
    openForms(world).update((all) => ({
      ...all,
      [reportId]: { tabId, cardWindowId, mechanismId: form.id },
    }));
  const card = same?.cardWindowId ?? null;
  // Before the card, which may ask to fill it at once.
  await remember(card);
  if (card !== null && (await formTabs.raise(card))) return;
  if (before !== null && before.cardWindowId !== null)
    await formTabs.closeCard(before.cardWindowId);
  await remember(await formTabs.openCard(`#${reportId}&card=${form.id}`, tabId));
}

async function tabStillOn(
  open: OpenForm | null,
  { webForm }: OpenableForm,
): Promise<number | null> {
  const shown = open === null ? null : await formTabs.addressOf(open.tabId);
  return open !== null && shown !== null && isOnForm(shown, webForm) ? open.tabId : null;
}

async function formFor(
  world: WorldWithReports,
  { country }: Policy,
  mechanismId: string | null,
): Promise<OpenableForm | null> {
  if (mechanismId === null) return null;
  const door = doorWithId(await packsInUse(world, country), mechanismId, world.now());
  if (door === null || door.confidence === 'low') return null;
  const url = URL.parse(door.webForm ?? '');
  return door.webForm !== undefined && (url?.protocol === 'https:' || url?.protocol === 'http:')
    ? { ...door, webForm: door.webForm }
    : null;
}

async function policyOf(world: WorldWithReports): Promise<Policy> {
  const { policy } = await world.policies.current();
  if (policy === null) throw new Refusal('not-found');
  return policy;
}

const bandOf = ({ children, activeChild }: Policy) =>
  children.find(({ id }) => id === activeChild)?.ageBand ?? '5-8';
const routeOf = ({ route }: ReportState): string | null =>
  route.kind === 'form' ? route.mechanismId : null;
const onlyAddress = ({ facts }: ReportState): ReportState['facts'] =>
  facts.filter(({ key }) => key === 'address');
