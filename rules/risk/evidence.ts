// What speaks for a topic, each from one source. Two pieces from one source are one: a word in the title and the same word
// in the text come from one pen.
import type { Category } from '../policy/schema.ts';

export const riskTopics = [
  'adult',
  'gambling',
  'drugs',
  'self-harm',
  'violence',
  'scam',
] as const satisfies readonly Category[];
export type RiskTopic = (typeof riskTopics)[number];

/**
 * Sources that do not depend on each other: what the page's makers named it (address), what they say of it (label), what it
 * asks before it opens (gate), what it says (text), what it shows (pictures), what it wants typed (form), and whose name it
 * borrows (imitation). The query of a search stands in the address, and is of that source.
 */
export type Source = 'address' | 'label' | 'gate' | 'text' | 'pictures' | 'form' | 'imitation';

/** 1: supports another source, no more. 2: likely. 3: enough for a warning by itself. */
export type Weight = 1 | 2 | 3;

export type Evidence = {
  readonly topic: RiskTopic;
  readonly source: Source;
  readonly weight: Weight;
  /** Key of the catalogue: what was seen, in words a child can check. */
  readonly sign: string;
};

/** One unsafe picture may be a mistake of the model, so many are not; more say nothing more. */
export const enoughUnsafe = 3;

/** `unsafe`: how many pictures of this page were found unsafe. */
export const pictureEvidence = (unsafe: number): Evidence[] =>
  unsafe < 1
    ? []
    : [
        {
          topic: 'adult',
          source: 'pictures',
          weight: unsafe >= enoughUnsafe ? 3 : 2,
          sign: 'riskPictures',
        },
      ];
