import type { Services } from '@/components/services.ts';
import type { PolicyChange } from '@/rules/messages/replies.ts';
import { changeWords } from '@/rules/policy/change-words.ts';

import { clockName, dateWithYear } from './formats.ts';

/** A change of the rules as a sentence, its times and dates as clocks and calendars show them. */
export const changeText = (
  { text, language }: Pick<Services, 'text' | 'language'>,
  change: PolicyChange,
): string =>
  changeWords(text, change, (time) =>
    time.includes(':') ? clockName(language, time) : dateWithYear(language, time),
  );
