import { pictureModes, revealRules } from '@/rules/policy/helps-schema.ts';
// The part of the table of policy changes that is about helps inside web pages.
import { helpsOf } from '@/rules/policy/helps.ts';
import type { Helps, Policy } from '@/rules/policy/schema.ts';

import { base, type Case, loosens, tightens, withChild, zara } from './policy-changes.ts';

const withHelps = (parts: Partial<Helps>): Policy =>
  withChild({ helps: { ...helpsOf(zara()), ...parts } });
const withWords = (salt: string, ...hashes: string[]): Policy =>
  withChild({ privateWords: { salt: salt.repeat(22), hashes } });
const [street, school] = ['s'.repeat(16), 't'.repeat(16)];

const switches = ['kindness', 'privacy', 'pressure', 'search', 'pages'] as const;

/** Every way a help can be switched, and the words that may be private. */
export const helpsCases: readonly Case[] = [
  ...switches.flatMap((name) => [
    loosens('child.helps', `${name} off`, 'changeHelpOff', [base, withHelps({ [name]: false })]),
    tightens('child.helps', `${name} on`, 'changeHelpOn', [withHelps({ [name]: false }), base]),
  ]),
  ...pictureModes.slice(1).flatMap((strict, at) => {
    const pair = [
      withHelps({ pictures: strict }),
      withHelps({ pictures: pictureModes[at] ?? 'off' }),
    ] as const;
    return [
      loosens('child.helps', `pictures less than ${strict}`, 'changePictures', pair),
      tightens('child.helps', `pictures ${strict}`, 'changePictures', [pair[1], pair[0]]),
    ];
  }),
  ...revealRules.slice(1).flatMap((loose, at) => {
    const pair = [
      withHelps({ reveal: revealRules[at] ?? 'never' }),
      withHelps({ reveal: loose }),
    ] as const;
    return [
      loosens('child.helps', `reveal by ${loose}`, 'changeReveal', pair),
      tightens('child.helps', `reveal not by ${loose}`, 'changeReveal', [pair[1], pair[0]]),
    ];
  }),
  tightens('child.privateWords', 'a word more', 'changePrivateWordsAdded', [
    withWords('a', street),
    withWords('a', street, school),
  ]),
  loosens('child.privateWords', 'a word less', 'changePrivateWordsRemoved', [
    withWords('a', street, school),
    withWords('a', school),
  ]),
  loosens('child.privateWords', 'no words any more', 'changePrivateWordsRemoved', [
    withWords('a', street),
    base,
  ]),
  loosens('child.privateWords', 'the same hashes under another salt', 'changePrivateWordsRemoved', [
    withWords('a', street),
    withWords('b', street),
  ]),
];
