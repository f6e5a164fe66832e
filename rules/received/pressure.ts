// Whether somebody in a chat presses or tricks a child, judged over the last messages. One mild question never counts.
import { foldMessage } from '../phrases/fold.ts';
import type { TextFinding, TextJudge } from '../text/judge.ts';
import { type Script, scriptsIn } from './compile.ts';
import { kindsIn } from './kinds-in.ts';
import { isGrave, isMild, pressureKinds, type SaidKind, scamKinds, weights } from './kinds.ts';
import { type Leaning, leaningOf } from './leaning.ts';

export type ChatMessage = { readonly from: 'them' | 'me' | 'unknown'; readonly text: string };
/** What the child is shown as noticed. "model": the text model alone, twice. */
export type Sign = SaidKind | 'model';
export type Noticed = {
  readonly kind: 'pressure' | 'scam';
  /** 2: grave. A graver thing may be said again to a child who has understood the lighter one. */
  readonly level: 1 | 2;
  /** The heaviest first, at most three. */
  readonly signs: readonly Sign[];
};

const windowOfMessages = 40;
const mostSigns = 3;
/** Two kinds, of which one is hardly said in friendship; or three mild ones, all from one side. */
const enough = 3;
/** Messages of one talk, and what is enough over several. */
const talk = 15;
const enoughAfar = 6;
/** Who wrote a message is not always known. */
const unknownCounts = 0.5;
const modelCounts = 1;
/** Messages between what belongs together, at most. */
const stretch = 6;

type Folded = {
  readonly from: ChatMessage['from'];
  readonly text: string;
  readonly scripts: readonly Script[];
};
type Heard = {
  readonly kind: SaidKind;
  readonly from: ChatMessage['from'];
  readonly index: number;
};
/** Where, and with what weight at most, each kind was said from the other side. */
type Said = Map<SaidKind, { readonly weight: number; readonly places: readonly number[] }>;
type Modelled = {
  readonly likely: boolean;
  readonly clearTimes: number;
  readonly leaning: Leaning;
};

/** Null: nothing to say. Without a judge the patterns speak alone. */
export function judgeReceived(
  messages: readonly ChatMessage[],
  judge: TextJudge | null,
): Noticed | null {
  const last = messages.slice(-windowOfMessages);
  const folded = foldAll(last);
  const isHome = isFamily(folded);
  const heard = countedIn(folded, isHome);
  const findings = last
    .filter(({ from }) => from !== 'me')
    .map(({ text }) => judge?.(text, 'message') ?? []);
  const leaning = isHome ? 'none' : leaningIn(last, folded, judge);
  const pressure = inAnyTalk(
    'pressure',
    heard,
    isHome ? nobody : { ...modelled(findings, 'grooming'), leaning },
  );
  const scam = inAnyTalk('scam', heard, isHome ? nobody : modelled(findings, 'scam'));
  if (pressure === null || scam === null) return pressure ?? scam;
  const said = saidIn(heard);
  return pressure.level === 2 || sumOf(said, pressureKinds) >= sumOf(said, scamKinds)
    ? pressure
    : scam;
}

/** Enough close together, or far more over all: what stands a long talk apart meets by chance. */
function inAnyTalk(
  kind: Noticed['kind'],
  heard: readonly Heard[],
  model: Modelled,
): Noticed | null {
  const talks = heard.map(({ index: start }) =>
    heard.filter(({ index }) => index >= start && index < start + talk),
  );
  const found = [
    noticed(kind, saidIn(heard), model, enoughAfar),
    ...talks.map((each) => noticed(kind, saidIn(each), model, enough)),
  ].filter((each) => each !== null);
  return found.find(({ level }) => level === 2) ?? found[0] ?? null;
}

const nobody: Modelled = { likely: false, clearTimes: 0, leaning: 'none' };

function leaningIn(
  messages: readonly ChatMessage[],
  folded: readonly Folded[],
  judge: TextJudge | null,
): Leaning {
  const theirs = messages.flatMap(({ from, text }, index) => {
    const around = aroundOf(folded, index);
    // A picture of a cat, and how sweet it is: the model hears only what is asked for.
    const isExcused = folded[index]?.scripts.some(({ innocent }) => innocent.picture?.test(around));
    return from === 'me' || isExcused === true
      ? []
      : [{ text, counts: from === 'unknown' ? unknownCounts : 1 }];
  });
  return judge?.grade === undefined ? 'none' : leaningOf(theirs, judge.grade, 'grooming');
}

/** A message with its neighbours. */
const aroundOf = (messages: readonly Folded[], index: number): string =>
  messages
    .slice(Math.max(0, index - 1), index + 2)
    .map(({ text }) => text)
    .join('');

function foldAll(messages: readonly ChatMessage[]): Folded[] {
  const folded = messages.map(({ from, text }) => ({ from, text: foldMessage(text) }));
  const scripts = scriptsIn(folded.map(({ text }) => text).join(''));
  return folded.map(({ from, text }) => ({
    from,
    text,
    scripts: scripts.filter(({ letters }) => letters.test(text)),
  }));
}

/** Mothers ask "are you alone?" too. */
const isFamily = (messages: readonly Folded[]): boolean =>
  messages.some((message) =>
    message.scripts.some(({ toParent, fromParent }) =>
      message.from === 'me'
        ? toParent.test(message.text)
        : message.from === 'them' && fromParent.test(message.text),
    ),
  );

/** What was heard from the other side and counts. */
function countedIn(messages: readonly Folded[], isHome: boolean): Heard[] {
  const own = new Set(
    messages
      .filter(({ from }) => from === 'me')
      .flatMap(({ text, scripts }) => kindsIn(text, scripts)),
  );
  return partsOfOneTale(heardIn(messages)).filter(
    ({ kind }) =>
      // Where both ask each other, nobody is pressed.
      !(isMild(kind) && own.has(kind) && pressing.has(kind)) && !(isHome && atHome.has(kind)),
  );
}

function saidIn(heard: readonly Heard[]): Said {
  const said: Said = new Map();
  for (const { kind, from, index } of heard) {
    const before = said.get(kind) ?? { weight: 0, places: [] };
    const weight = weights[kind] * (from === 'unknown' ? unknownCounts : 1);
    said.set(kind, {
      weight: Math.max(before.weight, weight),
      places: [...before.places, index],
    });
  }
  return said;
}

const heardIn = (messages: readonly Folded[]): Heard[] =>
  messages.flatMap(({ from, text, scripts }, index) => {
    if (from === 'me') return [];
    const around = aroundOf(messages, index);
    return kindsIn(text, scripts)
      .filter((kind) => isGrave(kind) || !isInnocent(kind, scripts, around))
      .map((kind) => ({ kind, from, index }));
  });

/** A trick is told at a stretch: an address or a hurry belongs to it where it stands beside the rest, not a page away. */
const partsOfOneTale = (heard: readonly Heard[]): Heard[] =>
  heard.filter(
    ({ kind, index }) =>
      !besides.has(kind) ||
      heard.some((other) => tricks.has(other.kind) && Math.abs(other.index - index) <= stretch),
  );

const besides: ReadonlySet<SaidKind> = new Set<SaidKind>(['go', 'urgent']);
const tricks: ReadonlySet<SaidKind> = new Set<SaidKind>([
  ...scamKinds.filter((kind) => !besides.has(kind)),
  'money',
]);
const pressing: ReadonlySet<SaidKind> = new Set(pressureKinds);
/** What families say to each other every day. Threats, guilt and intimate pictures count from anybody. */
const atHome: ReadonlySet<SaidKind> = new Set<SaidKind>([
  ...[...pressureKinds, ...scamKinds].filter(isMild),
  'secret',
  'code',
]);

const isInnocent = (kind: SaidKind, own: readonly Script[], around: string): boolean =>
  own.some(({ innocent }) => innocent[kind]?.test(around) === true);

function modelled(
  findings: readonly (readonly TextFinding[])[],
  of: 'grooming' | 'scam',
): Modelled {
  const levels = findings.flatMap((found) => found.filter((each) => each.of === of));
  return {
    likely: levels.length > 0,
    clearTimes: levels.filter(({ level }) => level === 'clear').length,
    leaning: 'none',
  };
}

const kindsOf = { pressure: pressureKinds, scam: scamKinds } as const;

function noticed(
  kind: Noticed['kind'],
  said: Said,
  model: Modelled,
  least: number,
): Noticed | null {
  const found: SaidKind[] = kindsOf[kind].filter((each) => said.has(each));
  // Money is asked for by both; a scam takes it only together with words of its own.
  if (kind === 'scam' && found.some((each) => tricks.has(each)) && said.has('money'))
    found.push('money');
  const sum = sumOf(said, found) + (kind === 'pressure' ? tellingIn(said) : 0);
  const grave = found.filter(isGrave);
  const isRepeated = grave.some((each) => (said.get(each)?.places.length ?? 0) > 1);
  const isAlone = found.length < 2 && !isRepeated;
  // One mild word is nothing to add to, however sure the model is of one message.
  const isHeard = model.likely || model.leaning !== 'none';
  const withModel = isHeard && (found.length > 1 || sum >= 2) ? sum + modelCounts : sum;
  const isEnough = withModel >= least && (!isAlone || withModel > sum);
  if (!isEnough && model.clearTimes < 2 && model.leaning !== 'much') return null;
  const signs = found.toSorted((one, other) => weights[other] - weights[one]).slice(0, mostSigns);
  return {
    kind,
    level: isEnough && grave.length > 0 ? 2 : 1,
    signs: signs.length === 0 ? ['model'] : signs,
  };
}

/** Everybody says one of these; soon after the other it is how a stranger begins. */
const telling: readonly (readonly [SaidKind, SaidKind])[] = [
  ['alone', 'picture'],
  ['gift', 'picture'],
  ['age', 'picture'],
];

/** What such a pair adds: as much as the lesser of its two. */
function tellingIn(said: Said): number {
  const adds = telling.map(([one, other]) => {
    const [first, second] = [said.get(one), said.get(other)];
    if (first === undefined || second === undefined) return 0;
    const isNear = first.places.some((place) =>
      second.places.some((each) => Math.abs(each - place) <= stretch),
    );
    return isNear ? Math.min(first.weight, second.weight) : 0;
  });
  return Math.max(0, ...adds);
}

const sumOf = (said: Said, kinds: readonly SaidKind[]): number =>
  kinds.reduce((sum, kind) => sum + (said.get(kind)?.weight ?? 0), 0);
