// Which facts a report has for the copy buttons. The words are in the catalogue under "reportFact.…".
export const factKeys = [
  'address',
  'platform',
  'time',
  'account',
  'profile',
  'title',
  'words',
  'country',
  'reportId',
] as const;
export type FactKey = (typeof factKeys)[number];
