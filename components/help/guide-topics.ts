// What each help page looks like, and how many lines it has for whom.
import type { IconName } from '@/components/icons/shapes.ts';
import type { HelpTopic } from '@/rules/help/topics.ts';
import type { AgeBand } from '@/rules/policy/schema.ts';

export const topicIcons: Readonly<Record<HelpTopic, IconName>> = {
  scary: 'eye-off',
  bullying: 'mean',
  sad: 'rain-heart',
  stranger: 'secret',
  scam: 'hook',
  account: 'key',
  'picture-threat': 'picture-threat',
};

/** For those who can not read yet: a picture for every step. */
export const stepPictures: Readonly<Record<HelpTopic, readonly IconName[]>> = {
  scary: ['close', 'family', 'chat'],
  bullying: ['close', 'family', 'chat'],
  sad: ['family', 'chat', 'friend'],
  stranger: ['close', 'family', 'secret'],
  scam: ['close', 'lock', 'family'],
  account: ['family', 'key', 'friend'],
  'picture-threat': ['close', 'family', 'chat'],
};

export const stepsFor = (band: AgeBand): readonly number[] =>
  band === '5-8' ? [1, 2, 3] : [1, 2, 3, 4];
export const nowLines = [1, 2, 3] as const;
export const notLines = [1, 2] as const;

export type Audience = 'parent' | 'teacher';
