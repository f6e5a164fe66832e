// Where no help listens: on pages of help nobody reads along, the browser's own pages are outside, and at 18 it ends.
import type { Reason } from '@/rules/policy/verdict.ts';

export const unheard: ReadonlySet<Reason['kind']> = new Set(['help', 'browser-page', 'of-age']);
