// The report's facts in the order official forms ask for them, for the copy buttons.
import { type FactKey, factKeys } from './fact-keys.ts';
import { topicOf } from './schema.ts';
import type { Letter } from './schema.ts';

export type Fact = { readonly key: FactKey; readonly value: string };

/** Only facts that are there. The words of `key` are in the catalogue under "reportFact.…". */
export function reportFacts(letter: Letter): Fact[] {
  const values: Partial<Record<FactKey, string | null>> =
    letter.schema === 'child-report/1'
      ? {
          address: letter.where.url,
          platform: letter.where.platform,
          time: seenAtText(letter.when.seenAt, letter.timeZone),
          account: letter.who.accountName,
          profile: letter.who.profileUrl === letter.where.url ? null : letter.who.profileUrl,
          title: topicOf(letter) === 'csam' ? null : letter.where.pageTitle,
          country: letter.country,
        }
      : {};
  const all = { ...values, words: letter.what, reportId: letter.reportId };
  return factKeys.flatMap((key) => {
    const value = all[key];
    return value === null || value === undefined || value === '' ? [] : [{ key, value }];
  });
}

/** "2026-11-20 18:05 +05:00 (Asia/Karachi)": what forms and officers write. */
export const seenAtText = (isoWithOffset: string, timeZone: string): string => {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?(?:\.\d+)?(.*)$/.exec(isoWithOffset);
  return found === null ? isoWithOffset : `${found[1]} ${found[2]} ${found[3]} (${timeZone})`;
};
