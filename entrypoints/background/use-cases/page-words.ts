// The words a page shows, made here so that the content script carries no catalogue.
import { helpFor } from '@/rules/help/choose.ts';
import type { GraceTexts, NoticeTexts, WarningTexts } from '@/rules/messages/page-replies.ts';
import type { Need } from '@/rules/packs/pack.ts';
import type { Category } from '@/rules/policy/schema.ts';
import type { Reason } from '@/rules/policy/verdict.ts';
import { minutesLeft, type Stop } from '@/rules/time/notice.ts';
import { helpAndReport } from '@/rules/words/help-and-report.ts';
import { directionOf, type Values, wordsFor } from '@/rules/words/text.ts';

import { packsInUse } from '../packs/in-use.ts';
import type { World } from '../world.ts';
import type { Judged } from './judge.ts';
import type { Loaded } from './situation.ts';

export type Say = (key: string, values?: Values) => string;

/** `part`: a file of the catalogue; the words of warnings without it. */
export async function sayIn(
  world: World,
  { policy, profile }: Loaded,
  part?: string,
): Promise<Say> {
  const catalogue = await world.packaged.words(policy.language, part);
  const about = { language: policy.language, band: profile.ageBand };
  return (key, values) => wordsFor(catalogue, about, key, values);
}

export async function warningWords(world: World, judged: Judged): Promise<WarningTexts> {
  const { loaded, address, verdict } = judged;
  const say = await sayIn(world, loaded);
  const about = warningAbout(verdict.reason);
  const values = { host: address?.host ?? '', ...about.values };
  return {
    ...dress(loaded),
    heading: say(`${about.key}Heading`, values),
    body: say(`${about.key}Body`, values),
    signs: signsOf(verdict.reason, say),
    leave: say('warningLeave'),
    stay: say('warningStay'),
    ...helpAndReport(say, await helpLines(world, loaded)),
  };
}

export async function noticeWords(world: World, loaded: Loaded, stop: Stop): Promise<NoticeTexts> {
  const say = await sayIn(world, loaded);
  const count = minutesLeft(stop.at, loaded.situation.moment.instant);
  const key = stop.reason.kind === 'quiet-time' ? 'noticeQuietTime' : 'noticeQuota';
  return { ...dress(loaded), text: say(key, { count }), close: say('noticeClose') };
}

export async function graceWords(
  world: World,
  { loaded, verdict }: Judged,
  leftMs: number,
): Promise<Omit<GraceTexts, 'leftMs'>> {
  const say = await sayIn(world, loaded);
  const { kind } = verdict.reason;
  const heading =
    kind === 'lockdown' ? 'graceLockdown' : kind === 'quota' ? 'graceQuota' : 'graceQuietTime';
  const count = minutesLeft(leftMs, 0);
  return {
    ...dress(loaded),
    heading: say(heading),
    text: say('graceText', { count }),
    move: say('graceMove'),
  };
}

export const dress = ({ policy, profile }: Loaded) => ({
  language: policy.language,
  dir: directionOf(policy.language),
  band: profile.ageBand,
});

function warningAbout(reason: Reason): { key: string; values: Values } {
  if (reason.kind === 'age-label') return { key: 'warningAge', values: {} };
  if (reason.kind === 'category') return { key: 'warningCategory', values: {} };
  if (reason.kind === 'carries') return { key: 'warningCarries', values: { carried: reason.host } };
  if (reason.kind === 'risk') return { key: riskKeys[reason.topic] ?? 'warningRisk', values: {} };
  return reason.kind === 'lookalike'
    ? { key: 'warningLookalike', values: { imitated: reason.imitated } }
    : { key: 'warningUnknown', values: {} };
}

/** Where a general "it may not be for you" would be the wrong tone. */
const riskKeys: Readonly<Partial<Record<Category, string>>> = {
  'self-harm': 'warningRiskCare',
  scam: 'warningRiskTrick',
};

function signsOf(reason: Reason, say: Say): string[] {
  if (reason.kind === 'risk') return reason.signs.slice(0, 2).map((sign) => say(sign));
  return reason.kind === 'lookalike'
    ? reason.signs.slice(0, 2).map((sign) => say(sign, { imitated: reason.imitated }))
    : [];
}

/** The first lines of help that can be reached from a page: a number, or a page of their own. */
export async function helpLines(
  world: World,
  { policy, profile, situation }: Loaded,
  need?: Need,
): Promise<WarningTexts['helpLines']> {
  const help = helpFor(await packsInUse(world, policy.country), {
    band: profile.ageBand,
    language: policy.language,
    moment: situation.moment,
    ...(need !== undefined && { need }),
  });
  const lines = help.emergency === null ? help.lines : [...help.lines.slice(0, 2), help.emergency];
  return lines.slice(0, 3).flatMap(({ label, phone, website }) => {
    const link = phone ?? website;
    return link === null ? [] : [{ label, href: link.href, link: link.text }];
  });
}
