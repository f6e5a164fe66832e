// Which helps a child has inside web pages, where the family has not chosen them one by one.
import type { AgeBand, ChildProfile, Helps } from './schema.ts';

const words = { kindness: true, privacy: true, pressure: true, search: true, pages: true } as const;

const byBand: Readonly<Record<AgeBand, Helps>> = {
  '5-8': { ...words, pictures: 'hide', reveal: 'pin' },
  '9-12': { ...words, pictures: 'hide', reveal: 'pin' },
  '13-15': { ...words, pictures: 'cover', reveal: 'tap' },
  '16-17': { ...words, pictures: 'off', reveal: 'tap' },
};

export const helpsOf = ({ helps, ageBand }: Pick<ChildProfile, 'helps' | 'ageBand'>): Helps =>
  helps ?? byBand[ageBand];
