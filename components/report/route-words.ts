// What a report's way is called, and which of its facts a screen needs by itself.
import type { ReportRoute, ReportState } from '@/rules/messages/report-replies.ts';

export const deskName = (route: ReportRoute): string =>
  route.kind === 'desk' ? route.name : route.operator;

export const factOf = ({ facts }: ReportState, key: string): string | null =>
  facts.find((fact) => fact.key === key)?.value ?? null;

/** A person has to send it. */
export const isByHand = ({ state, route }: ReportState): boolean =>
  route.kind === 'form' && (state === 'by-hand' || state === 'refused');

/** It can still be stopped here: nothing has left the device. */
export const isHere = ({ state }: ReportState): boolean =>
  state === 'undoable' || state === 'waiting' || state === 'by-hand' || state === 'refused';

/** Nothing can be done with it any more. */
export const isOver = ({ state }: ReportState): boolean =>
  state === 'undone' || state === 'withdrawn';
