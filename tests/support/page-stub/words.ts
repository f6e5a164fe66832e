// Orders in the product's own words, as the background would write them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type {
  GraceTexts,
  HelpAndReportTexts,
  NoticeTexts,
  WarningTexts,
} from '../../../rules/messages/page-replies.ts';
import type { AgeBand, Language } from '../../../rules/policy/schema.ts';
import { helpAndReport } from '../../../rules/words/help-and-report.ts';
import { type Catalogue, directionOf, wordsFor } from '../../../rules/words/text.ts';

type Reader = { readonly language: Language; readonly band: AgeBand };
export type About = 'warningAge' | 'warningLookalike' | 'warningCategory' | 'warningUnknown';

const catalogueOf = (language: Language): Catalogue =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../public/texts', language, 'page.json'), 'utf8'),
  ) as Catalogue;
const dress = ({ language, band }: Reader) => ({ language, band, dir: directionOf(language) });
const names = { host: 'demobank-login.test', imitated: 'demobank.test' };

const english: Reader = { language: 'en', band: '9-12' };

/** As in every warning and card. */
export const withHelpAndReport = (say: (key: string) => string): HelpAndReportTexts =>
  helpAndReport(say, [
    { label: 'Child helpline, day and night', href: 'tel:+921121', link: '1121' },
    { label: 'Digital rights helpline', href: 'https://help.test/', link: 'help.test' },
  ]);

export function aWarning(reader: Reader = english, about: About = 'warningAge'): WarningTexts {
  const catalogue = catalogueOf(reader.language);
  const say = (key: string): string => wordsFor(catalogue, reader, key, names);
  return {
    ...dress(reader),
    heading: say(`${about}Heading`),
    body: say(`${about}Body`),
    signs: about === 'warningLookalike' ? [say('lookalikeLetters'), say('lookalikeWord')] : [],
    leave: say('warningLeave'),
    stay: say('warningStay'),
    ...withHelpAndReport(say),
  };
}

export function aNotice(reader: Reader = english, count = 5): NoticeTexts {
  const catalogue = catalogueOf(reader.language);
  const say = (key: string): string => wordsFor(catalogue, reader, key, { count });
  return { ...dress(reader), text: say('noticeQuota'), close: say('noticeClose') };
}

export function aGrace(reader: Reader = english, leftMs = 120_000): GraceTexts {
  const catalogue = catalogueOf(reader.language);
  const count = Math.ceil(leftMs / 60_000);
  const say = (key: string): string => wordsFor(catalogue, reader, key, { count });
  const texts = { heading: say('graceQuota'), text: say('graceText'), move: say('graceMove') };
  return { ...dress(reader), ...texts, leftMs };
}
