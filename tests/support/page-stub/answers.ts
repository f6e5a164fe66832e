// What the stub background answers unless a test says otherwise.
import { type Desk, type Heard, order } from './desk.ts';
import { aWarning } from './words.ts';

const isLabelled = ({ body }: Heard): boolean =>
  body.labels?.some((label) => label.startsWith('RTA-')) === true;

/** Warns about labelled pages, and does as a background does when a warning is left, passed or attacked. */
export function ordinaryAnswers(message: Heard): ReturnType<Desk['answer']> {
  const done = { answered: { ok: true, value: {} } };
  if (message.name === 'warning.tampered') return { ...done, goTo: 'blocked' };
  if (message.name === 'warning.leave') return { ...done, goTo: 'about:blank' };
  if (message.name !== 'page.hello') return done;
  return isLabelled(message)
    ? order({ kind: 'warning', warning: aWarning() })
    : order({ kind: 'nothing' });
}
