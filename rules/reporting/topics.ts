/** What a report can be about, and what somebody in a pack can help with. Keys: never shown as they are. */
export const reportTopics = [
  'csam',
  'grooming',
  'sextortion',
  'cyberbullying',
  'hate',
  'self-harm',
  'violence',
  'phishing',
  'identity-theft',
  'other',
] as const;
