// Cards in the product's own words, as the background would write them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CardTexts } from '../../../rules/messages/help-replies.ts';
import type { AgeBand, Language } from '../../../rules/policy/schema.ts';
import { directionOf, wordsFor } from '../../../rules/words/text.ts';
import { withHelpAndReport } from './words.ts';

type Reader = { readonly language: Language; readonly band: AgeBand };

const root = join(import.meta.dirname, '../../..');
const partOf = (language: Language, part: string): object =>
  JSON.parse(readFileSync(join(root, 'public/texts', language, `${part}.json`), 'utf8')) as object;

export const cardLook = readFileSync(join(root, 'entrypoints/card-parts/look.css'), 'utf8');
const names = { host: 'robl0x.test', imitated: 'roblox.test' };

const about = {
  kindness: {
    key: 'typedKindness',
    signs: [],
    steps: [],
    actions: [
      ['typedReword', 'reword'],
      ['typedSendUnkind', 'send'],
      ['typedNotNow', 'not-now'],
    ],
  },
  privacy: {
    key: 'typedPrivacy',
    signs: ['typedSign_phone', 'typedSign_address'],
    steps: [],
    actions: [
      ['typedTakeOut', 'reword'],
      ['typedSend', 'send'],
    ],
  },
  password: {
    key: 'typedPassword',
    signs: [],
    steps: [],
    actions: [
      ['cardLeave', 'leave'],
      ['typedSendPassword', 'send'],
    ],
  },
  search: {
    key: 'typedHurting',
    signs: [],
    steps: ['typedHurtingTell'],
    actions: [['cardUnderstood', 'understood']],
  },
} as const;

export function aCard(
  kind: keyof typeof about,
  { language, band }: Reader = { language: 'en', band: '9-12' },
): CardTexts {
  const catalogue = Object.assign(
    {},
    ...['page', 'cards', 'typed'].map((part) => partOf(language, part)),
  ) as Readonly<Record<string, string>>;
  const say = (key: string): string => wordsFor(catalogue, { language, band }, key, names);
  const { key, signs, steps, actions } = about[kind];
  return {
    language,
    band,
    dir: directionOf(language),
    kind,
    look: cardLook,
    heading: say(`${key}Heading`),
    body: say(`${key}Body`),
    signs: signs.map(say),
    steps: steps.map(say),
    actions: actions.map(([label, action]) => ({ label: say(label), action })),
    read: say('cardRead'),
    close: say('cardClose'),
    ...withHelpAndReport(say),
  };
}
