// What one message says: each kind whose phrases it holds, where it is said between two people at all.
import type { Script } from './compile.ts';
import { isGrave, isMild, pressureKinds, type SaidKind, scamKinds, weights } from './kinds.ts';

type Span = { readonly start: number; readonly end: number };
type Found = { readonly kind: SaidKind; readonly span: Span };

const kinds: readonly SaidKind[] = [...pressureKinds, ...scamKinds];

export function kindsIn(text: string, scripts: readonly Script[]): SaidKind[] {
  const spoken = scripts.filter((script) => isSpoken(text, script));
  const found = kinds.flatMap((kind): Found[] => {
    const span = spoken
      .map(({ says }) => spanOf(says[kind].exec(text)))
      .find((one) => one !== null);
    return span ? [{ kind, span }] : [];
  });
  const isAnyGrave = found.some(({ kind }) => isGrave(kind));
  return found
    .filter(({ kind }) => !(isAnyGrave && kind === 'picture'))
    .filter((one) => !isMild(one.kind) || !found.some((other) => isWithin(one, other)))
    .map(({ kind }) => kind);
}

/** News and stories speak of others at length; who presses somebody says "I" or "you" sooner. */
const isSpoken = (text: string, { persons, mostWithout }: Script): boolean =>
  persons === null || text.length <= mostWithout || persons.test(text);

/** "I'll show your pictures" and "your private picture" hold something mild too: one thing said is one kind. */
const isWithin = (mild: Found, other: Found): boolean =>
  weights[other.kind] > weights[mild.kind] &&
  mild.span.start >= other.span.start &&
  mild.span.end <= other.span.end;

const spanOf = (match: RegExpExecArray | null): Span | null =>
  match === null ? null : { start: match.index, end: match.index + match[0].length };
