// What the text model says of a text, for whoever asks: kinds of text, each with how sure it is.

export const textClasses = [
  'adult',
  'gambling',
  'drugs',
  'insult',
  'hate',
  'self-harm',
  'grooming',
  'scam',
] as const;
export type TextClass = (typeof textClasses)[number];

/** "likely": reason for one signal. "clear": as sure as this model ever is; still one signal. */
export type TextFinding = {
  readonly of: TextClass;
  readonly level: 'likely' | 'clear';
  /** Calibrated, 0 to 1. */
  readonly probability: number;
};

/** How far a message lies above nearly all ordinary ones, in log-odds: below 0 for them. Null: not known, or no words. */
export type TextGrade = (text: string, of: TextClass) => number | null;

export type TextJudge = {
  /** Strongest first; empty for ordinary text. Total, whatever the text. Thresholds differ: messages are short, pages long. */
  (text: string, kind: 'message' | 'page'): readonly TextFinding[];
  /** For whoever adds up several messages. A finding says more of one. */
  readonly grade?: TextGrade;
};
