// What a search may be about that deserves a kind word. Tables of it are per language.

export const searchTopics = [
  'self-harm',
  'abuse',
  'blackmail',
  'running-away',
  'eating',
  'drugs',
] as const;
export type SearchTopic = (typeof searchTopics)[number];

/**
 * Phrases over folded text (see rules/phrases/fold.ts): "~" stands for up to three words, "*" for any ending.
 * `own`: somebody speaks of themself; only a song or a film takes it back. `plain`: study takes it back as well.
 */
export type TopicPhrases = Readonly<
  Record<SearchTopic, { readonly own: readonly string[]; readonly plain: readonly string[] }>
> & { readonly study: readonly string[]; readonly media: readonly string[] };
