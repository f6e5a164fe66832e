import type { Services } from '@/components/services.ts';
import type { PolicyChange } from '@/rules/messages/replies.ts';
import { changeWords } from '@/rules/policy/change-words.ts';

import { clockName } from './formats.ts';

/** A change of the rules as a sentence, its times as clocks show them. */
export const changeText = (
  { text, language }: Pick<Services, 'text' | 'language'>,
  change: PolicyChange,
): string => changeWords(text, change, (time) => clockName(language, time));
