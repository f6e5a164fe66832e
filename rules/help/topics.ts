// What the help pages speak of, and which of them belongs to what a report is about.
import type { ReportTopic } from '../messages/contract.ts';

/** What children meet most often comes first: nobody has to read past the heaviest words. */
export const helpTopics = [
  'scary',
  'bullying',
  'sad',
  'stranger',
  'scam',
  'account',
  'picture-threat',
] as const;
export type HelpTopic = (typeof helpTopics)[number];

const guides: Readonly<Record<ReportTopic, HelpTopic | null>> = {
  csam: 'scary',
  grooming: 'stranger',
  sextortion: 'picture-threat',
  cyberbullying: 'bullying',
  hate: 'bullying',
  'self-harm': 'sad',
  violence: 'scary',
  phishing: 'scam',
  'identity-theft': 'account',
  other: null,
};

/** The help page for what a report is about; null where none fits and the people who listen come first. */
export const helpTopicOf = (topic: ReportTopic | null): HelpTopic | null =>
  topic === null ? null : guides[topic];
