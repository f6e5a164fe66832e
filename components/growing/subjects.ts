// What a step or a proposal can be about.
import { clockName } from '@/components/page/formats.ts';
import type { Services } from '@/components/services.ts';
import { everyQuietTime, everyQuota } from '@/rules/growing/take-step.ts';
import type { Category, ChildProfile } from '@/rules/policy/schema.ts';

import { scopeName } from './step-words.ts';

export type Speaking = Pick<Services, 'text' | 'language'>;
/** A limit or a quiet time by its id, or a topic. */
export type Subject = { readonly value: string; readonly label: string };

export const limitSubjects = ({ text }: Speaking, child: ChildProfile): readonly Subject[] =>
  everyQuota(child).map(({ id, scope }) => ({ value: id, label: scopeName(text, child, scope) }));

export const quietTimeSubjects = (
  { text, language }: Speaking,
  child: ChildProfile,
): readonly Subject[] =>
  everyQuietTime(child).map(({ id, from, to }) => ({
    value: id,
    label: text('growingQuietName', {
      from: clockName(language, from),
      to: clockName(language, to),
    }),
  }));

export const topicSubjects = (
  { text }: Speaking,
  topics: readonly Category[],
): readonly Subject[] =>
  topics.map((category) => ({ value: category, label: text(`changeValueCategory_${category}`) }));
