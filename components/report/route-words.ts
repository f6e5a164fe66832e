// What a report's way is called, and which of its facts a screen needs by itself.
import type { Services } from '@/components/services.ts';
import type { ReportRoute, ReportState } from '@/rules/messages/report-replies.ts';
import type { Door, Doors } from '@/rules/packs/doors.ts';

export const deskName = (route: ReportRoute): string =>
  route.kind === 'desk' ? route.name : route.operator;

/** The door that a report by hand goes through, as the pack knows it. */
export const routeDoor = ({ route }: ReportState, doors: Doors | null): Door | null =>
  (route.kind === 'form' &&
    doors?.doors.find(({ mechanism }) => mechanism.id === route.mechanismId)) ||
  null;

/** Its own name in the reader's language, where the pack has one. */
export function readerName(
  report: ReportState,
  doors: Doors | null,
  { language }: Pick<Services, 'language'>,
): string {
  const local = routeDoor(report, doors)?.mechanism.localName;
  return language === 'en' || local === undefined ? deskName(report.route) : local;
}

export const factOf = ({ facts }: ReportState, key: string): string | null =>
  facts.find((fact) => fact.key === key)?.value ?? null;

/** A person has to send it. */
export const isByHand = ({ state, route }: ReportState): boolean =>
  route.kind === 'form' && (state === 'by-hand' || state === 'refused');

/** It can still be stopped here: nothing has left the device. */
export const isHere = (report: ReportState): boolean =>
  report.state === 'undoable' ||
  (report.state === 'waiting' && report.mayHaveArrived !== true) ||
  isByHand(report);

/** Nothing can be done with it any more. */
export const isOver = ({ state }: ReportState): boolean =>
  state === 'undone' || state === 'withdrawn';
