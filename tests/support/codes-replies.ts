// What a background would answer about codes, cards and files.
import type {
  CodesState,
  GuardianCodes,
  SheetView,
  Signer,
} from '@/rules/messages/codes-replies.ts';
import type { Preview } from '@/rules/messages/replies.ts';

import { noon } from './page-replies.ts';

const dayMs = 86_400_000;

export const someCodes = (changes: Partial<CodesState> = {}): CodesState => ({
  takesCodes: true,
  cardsLeft: 4,
  takesGrants: true,
  waitUntil: null,
  now: noon,
  ...changes,
});

export const aSheet = (changes: Partial<SheetView> = {}): SheetView => ({
  id: 'sheet-1',
  childId: 'sara',
  minutes: 15,
  madeAt: noon - 3 * dayMs,
  expiresAt: noon + 362 * dayMs,
  made: 8,
  used: 3,
  ...changes,
});

export const aGuardiansCodes = (changes: Partial<GuardianCodes> = {}): GuardianCodes => ({
  phones: [
    { id: 'p1', name: 'Amma’s phone', pairedAt: noon - 20 * dayMs, lastUsedAt: noon - dayMs },
  ],
  sheets: [aSheet()],
  ...changes,
});

export const aSigner = (changes: Partial<Signer> = {}): Signer => ({
  publicKey: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  children: [{ keyId: 'k1', nickname: 'Sara' }],
  ...changes,
});

export const aPreview: Preview = {
  kind: 'words',
  title: 'Level 7 · Star Basket',
  description: 'Throw the ball, count the stars.',
  text: 'Star Basket is a game of throwing and counting for one or two players. Choose a basket, then throw.',
  isCut: true,
};
