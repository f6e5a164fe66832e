// Which "time is nearly up" notice is due. Each comes once for a stop, however often pages are opened.
import * as z from 'zod/mini';

import type { Instant } from '../policy/verdict.ts';
import type { TimeReason } from './next-stop.ts';

export const noticeMinutes = [15, 5, 1] as const;
/** Two sites with a limit each are two stops: going to and fro between them tells nothing twice. */
const mostOthers = 8;
export type NoticeMinutes = (typeof noticeMinutes)[number];

const stopSchema = {
  stop: z.string().check(z.maxLength(400)),
  shown: z.array(z.union([z.literal(15), z.literal(5), z.literal(1)])).check(z.maxLength(3)),
};
/** What was shown already, for which stop; and for the stops before, to which a child may turn back. */
export const noticesSchema = z.strictObject({
  ...stopSchema,
  others: z.optional(z.array(z.strictObject(stopSchema))),
});
export type Notices = z.infer<typeof noticesSchema>;

export type Stop = { readonly at: Instant; readonly reason: TimeReason };

/** The notice due now; its words name the real minutes left (minutesLeft). A page opened 3 minutes before gets the 5-minute one. */
export function dueNotice(
  stopAt: Instant,
  at: Instant,
  alreadyShown: readonly NoticeMinutes[],
): NoticeMinutes | null {
  const left = (stopAt - at) / 60_000;
  if (!(left > 0)) return null;
  const due = noticeMinutes.findLast((minutes) => left <= minutes);
  if (due === undefined || alreadyShown.some((shown) => shown <= due)) return null;
  return due;
}

/** Whole minutes left, counted up: 14.2 is "15 minutes". */
export const minutesLeft = (stopAt: Instant, at: Instant): number =>
  Math.max(0, Math.ceil((stopAt - at) / 60_000));

/** When the next notice comes due, to set an alarm by. */
export function nextNoticeAt(
  stopAt: Instant,
  at: Instant,
  alreadyShown: readonly NoticeMinutes[],
): Instant | null {
  const coming = noticeMinutes
    .filter((minutes) => !alreadyShown.some((shown) => shown <= minutes))
    .map((minutes) => stopAt - minutes * 60_000);
  return coming.find((noticeAt) => noticeAt > at) ?? null;
}

/** The notice due for a stop and the record to store if it is shown. A stop that moved away (more time was given) is told again. */
export function noticeFor(
  notices: Notices | null,
  stop: Stop,
  about: { readonly at: Instant; readonly date: string },
): { readonly due: NoticeMinutes | null; readonly notices: Notices } {
  const key = stopKey(stop.reason, about.date);
  const left = (stop.at - about.at) / 60_000;
  const known = notices === null ? [] : [notices, ...(notices.others ?? [])];
  const before = known.find((each) => each.stop === key)?.shown ?? [];
  const shown = before.filter((minutes) => left <= minutes + 1);
  const due = dueNotice(stop.at, about.at, shown);
  const others = known
    .filter((each) => each.stop !== key)
    .slice(0, mostOthers)
    .map((each) => ({ stop: each.stop, shown: each.shown }));
  const told = { stop: key, shown: due === null ? shown : [...shown, due] };
  return { due, notices: others.length === 0 ? told : { ...told, others } };
}

function stopKey(reason: TimeReason, date: string): string {
  if (reason.kind === 'lockdown') return `lockdown ${reason.overrideId}`;
  return reason.kind === 'quota'
    ? `quota ${reason.quotaId} ${date}`
    : `quiet ${reason.quietTimeId}`;
}
