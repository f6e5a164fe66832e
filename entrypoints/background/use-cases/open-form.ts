// The official form in a tab, and the card with the answers beside it. Filled in on request; never sent from here.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

import { tellable } from '@/rules/forms/answers.ts';
import { describedSchema } from '@/rules/forms/box.ts';
import { fillPlan } from '@/rules/forms/fill-plan.ts';
import { isOnForm } from '@/rules/forms/own-host.ts';
import { isEmptyPage } from '@/rules/hosts/empty-page.ts';
import type { Body } from '@/rules/messages/contract.ts';
import type { Done } from '@/rules/messages/replies.ts';
import type { FormFilled, PopupOpened, ReportState } from '@/rules/messages/report-replies.ts';
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

const tabSchema = z.strictObject({
  tabId: z.int(),
  mechanismId: z.string().check(z.maxLength(120)),
});
/** Which tabs show forms for a report while the browser is open, the latest first, and the window of the card. */
const openFormsSchema = z.record(
  z.string(),
  z.strictObject({
    tabs: z.array(tabSchema).check(z.maxLength(20)),
    cardWindowId: z.nullable(z.int()),
  }),
);
type FormTab = z.infer<typeof tabSchema>;
const openForms = ({ lock }: WorldWithReports) =>
  defineItem({ area: browser.storage.session, lock }, 'openForms', openFormsSchema, { absent: {} });
const opened = async (world: WorldWithReports, reportId: string) =>
  (await openForms(world).read())[reportId] ?? { tabs: [], cardWindowId: null };

const placesSchema = z.array(z.int());

/** A form with an address that we know from a signed pack or our own table, never from a message. */
type OpenableForm = Offered & { readonly webForm: string };

export async function openForm(
  world: WorldWithReports,
  { reportId, mechanismId }: Body<'form.open'>,
  { windowId }: Pick<Sender, 'windowId'>,
): Promise<Done> {
  const report = found(await world.reports().read(reportId));
  const policy = await policyOf(world);
  // The smallest get no form: somebody grown-up, a phone, or the way out.
  if (bandOf(policy) === '5-8') throw new Refusal('not-allowed');
  const form = await formFor(world, policy, mechanismId ?? routeOf(report));
  if (form === null) throw new Refusal('not-found');
  // Two presses at once open one form.
  await world.lock('open-form', () => showForm(world, reportId, form, windowId));
  return {};
}

/**
 * After a report from the menu, the keyboard or a warning that no machine can deliver: the same press opens the form. Whether
 * or not it opens, the report is kept. On our own pages components/report/use-hand-over.ts does it.
 */
export async function openFormAfterFiling(
  world: WorldWithReports,
  report: ReportState,
  windowId: number | null,
): Promise<boolean> {
  const isForPerson = report.state === 'by-hand' && report.route.kind === 'form';
  if (!isForPerson || (report.byHandWhy !== null && report.byHandWhy !== 'no-desk')) return false;
  try {
    await openForm(world, { reportId: report.reportId }, { windowId });
    return true;
  } catch {
    return false; // no window to open it in, or no form for this child: the page offers the doors
  }
}

/** From a warning inside a page. A page that took over its own process must not fill the screen with windows. */
export async function openFormFromPage(
  world: WorldWithReports,
  report: ReportState,
  { windowId }: Pick<Sender, 'windowId'>,
): Promise<ReportState> {
  const open = Object.keys(await openForms(world).read());
  if (open.includes(report.reportId) || open.length < mostFromPages) {
    await openFormAfterFiling(world, report, windowId);
  }
  return report;
}
const mostFromPages = 5;

export async function fillForm(world: WorldWithReports, reportId: string): Promise<FormFilled> {
  const report = found(await world.reports().read(reportId));
  const [tab] = (await opened(world, reportId)).tabs;
  if (tab === undefined) return { filled: [] };
  const policy = await policyOf(world);
  const form = await formFor(world, policy, tab.mechanismId);
  if (form?.form?.fill !== true || bandOf(policy) === '5-8') throw new Refusal('not-allowed');
  const shown = await formTabs.addressOf(tab.tabId);
  if (shown === null || !isOnForm(shown, form.webForm)) return { filled: [] };
  const described = parseWith(describedSchema, await formTabs.describe(tab.tabId));
  // Once more, from the page itself: it may have moved on in between.
  if (!described.ok || !isOnForm(described.value.url, form.webForm)) return { filled: [] };
  const plan = fillPlan(described.value.boxes, tellable(report), form.form.asks);
  if (plan.length === 0) return { filled: [] };
  const { origin } = new URL(described.value.url);
  const written = parseWith(placesSchema, await formTabs.fill(tab.tabId, origin, plan));
  const places = written.ok ? written.value : [];
  return { filled: plan.filter(({ at }) => places.includes(at)).map(({ key }) => key) };
}

/** What the card in this window is for; null: it is none. */
export async function cardIn(
  world: WorldWithReports,
  { windowId }: Pick<Sender, 'windowId'>,
): Promise<PopupOpened['shows']> {
  if (windowId === null) return null;
  // A card may ask before its window is written down: whoever opens it does so first.
  const cards = await world.lock('open-form', () => openForms(world).read());
  for (const [reportId, { tabs, cardWindowId }] of Object.entries(cards)) {
    const [form] = tabs;
    if (cardWindowId === windowId && form !== undefined) {
      return { kind: 'card', reportId, mechanismId: form.mechanismId };
    }
  }
  return null;
}

/** Quick exit from the card. A tab in which the child has gone elsewhere stays. */
export async function closeForm(world: WorldWithReports, reportId: string): Promise<Done> {
  const { tabs, cardWindowId } = await opened(world, reportId);
  const policy = await policyOf(world);
  for (const tab of tabs) {
    const form = await formFor(world, policy, tab.mechanismId);
    if (form !== null && (await isStillOn(tab, form))) await formTabs.close(tab.tabId);
  }
  await forgetForm(world, reportId);
  if (cardWindowId === null) throw new Refusal('not-found');
  await formTabs.closeCard(cardWindowId);
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
  windowId: number | null,
): Promise<void> {
  const { tabs, cardWindowId } = await opened(world, reportId);
  const there = tabs.find(({ mechanismId }) => mechanismId === form.id);
  const tabId =
    there !== undefined && (await isStillOn(there, form))
      ? there.tabId
      : await formTabs.open(form.webForm, await formTabs.isPrivate(windowId));
  if (tabId === null) throw new Refusal('broken');
  await formTabs.show(tabId);
  const others = tabs.filter((tab) => tab.mechanismId !== form.id);
  const remember = (card: number | null) =>
    openForms(world).update((all) => ({
      ...all,
      [reportId]: {
        tabs: [{ tabId, mechanismId: form.id }, ...others].slice(0, 20),
        cardWindowId: card,
      },
    }));
  // Before the card, which may ask to fill it at once.
  await remember(cardWindowId);
  if (cardWindowId !== null && tabs[0]?.mechanismId === form.id) {
    if (await formTabs.raise(cardWindowId)) return;
  } else if (cardWindowId !== null) await formTabs.closeCard(cardWindowId);
  await remember(await formTabs.openCard(tabId));
}

/** Also while it is on its way there. */
async function isStillOn({ tabId }: FormTab, { webForm }: OpenableForm): Promise<boolean> {
  const shown = await formTabs.addressOf(tabId);
  return shown !== null && (isEmptyPage(shown) || isOnForm(shown, webForm));
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
/** Nothing known of the child counts as the smallest. */
export const isOfSmallest = async (world: WorldWithReports): Promise<boolean> =>
  bandOf(await policyOf(world)) === '5-8';
const routeOf = ({ route }: ReportState): string | null =>
  route.kind === 'form' ? route.mechanismId : null;
