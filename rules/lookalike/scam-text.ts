// Which kinds of scam a page's words are: several ideas near each other, as honest pages seldom put them.
import { createCueFinder, type CueFinder, folded, type Hit } from './cue-finder.ts';
import {
  type Anatomy,
  ideaParts,
  ideaPartsAt,
  partsOf,
  strengthOf,
  strongestBreath,
} from './scam-anatomy.ts';
import { actionCues, warningCues } from './scam-cues.ts';
import { findIdeas, type Idea, shapedIdeas } from './scam-ideas.ts';
import { recipes, type ScamKind } from './scam-recipes.ts';
import { marked, withoutDenials } from './scam-sentences.ts';

export type ScamText = {
  readonly kind: ScamKind;
  /** "clear": the ideas stand together, and a button or a form goes on with it. */
  readonly strength: 'likely' | 'clear';
  /** The page warns of such scams, and yet wants something typed. */
  readonly isTaught: boolean;
};

export type ScamWords = {
  readonly title: string;
  readonly description: string;
  readonly text: string;
  readonly buttons: readonly string[];
};

const longestRead = 20_000;
/** Characters that are read together: a scam says all it has to say in one breath, a newspaper does not. */
const breath = 1200;
/** Shapes are looked for where an offer stands: at the beginning. */
const longestShaped = 3000;
const longestAnatomy = 5000;
/** A page that says more says a bit of everything. */
const longestClear = 1500;
/** Where so little is said, three points are much. */
const longestShort = 700;
const mostWarnings = 2;

/** Told by what they promise: they want a press, not yet a form. */
const promises: ReadonlySet<ScamKind> = new Set([
  'Generator',
  'Prize',
  'Virus',
  'Pay',
  'Invest',
  'Job',
  'Chain',
  'Allow',
  'Shop',
  'Papers',
  'Push',
]);

/** `wants`: the page asks for something secret. Null: no kind of scam. */
export function readScamText(page: ScamWords, wants: boolean): ScamText | null {
  const heard = listen(page);
  const known = recipes.find(({ all }) => standsTogether(all, heard.everywhere, heard.hits));
  const anatomy = anatomyIn(page, heard);
  const whole = strengthOf(anatomy, { wants, isShort: page.text.length < longestShort });
  if (known === undefined && whole === 'none') return null;
  const teaches = warningsIn(page) >= mostWarnings;
  if (teaches && !wants) return null;
  const kind = known?.kind ?? 'Push';
  // What can be looked at, lost or cancelled, and is said to be: then the parts have to tell it too.
  const isOpen = known !== undefined && known.isCommon !== true && anatomy.open === 0;
  const isWhole = whole === 'clear' && page.text.length <= longestClear;
  const isClear = (isOpen || isWhole) && !teaches && (wants || goesOn(page, kind, heard));
  return { kind, strength: isClear ? 'clear' : 'likely', isTaught: teaches };
}

type Heard = {
  /** The buttons, and the beginning of the text without what it says it does not ask. */
  readonly pressed: string;
  readonly said: string;
  readonly everywhere: ReadonlySet<Idea>;
  readonly hits: readonly Hit<Idea>[];
};

function listen({ title, description, text, buttons }: ScamWords): Heard {
  const head = folded(`${title} ${description}`);
  const pressed = folded(buttons.join(' . '));
  const said = withoutDenials(text.slice(0, longestRead));
  const body = withoutDenied(folded(said));
  const everywhere = new Set([
    ...ideasOf([...findIdeas(head), ...findIdeas(pressed)]),
    ...shapedIdeas(`${title} . ${description} . ${said.slice(0, longestShaped)}`),
  ]);
  const near = text.length > longestAnatomy ? withoutDenials(text.slice(0, longestAnatomy)) : said;
  // Who names gift cards in the title sells them.
  const isSold = findIdeas(folded(title)).some(({ idea }) => idea === 'gone');
  if (isSold) everywhere.delete('gone');
  const hits = findIdeas(body).filter(({ idea }) => !isSold || idea !== 'gone');
  return { pressed, said: near, everywhere, hits };
}

/** Parts of the body count where they stand within one breath; the title and the buttons are over all of it. */
function anatomyIn(
  { title, description, buttons }: ScamWords,
  { said, everywhere, hits }: Heard,
): Anatomy {
  const head = marked([title, description, ...buttons].join(' . '));
  return strongestBreath(
    [...ideaParts(everywhere), ...partsOf(head, true)],
    [...partsOf(marked(said)), ...ideaPartsAt(hits)],
    breath,
  );
}

const ideasOf = (hits: readonly Hit<Idea>[]): Idea[] => hits.map(({ idea }) => idea);

/** Whether a button goes on with what is said. */
function goesOn({ text, buttons }: ScamWords, kind: ScamKind, { pressed }: Heard): boolean {
  const isShort = text.length < breath && buttons.length > 0 && promises.has(kind);
  return isShort || findFrame(pressed).some(({ idea }) => idea === 'action');
}

/** Words of warning, each place once: some stand in two lists. */
const warningsIn = ({ title, description, text }: ScamWords): number =>
  new Set(
    findFrame(folded(`${title} ${description} ${text.slice(0, longestRead)}`))
      .filter(({ idea }) => idea === 'warning')
      .map(({ at }) => at),
  ).size;

/** "No application fee": what is said not to be asked is not asked. */
const denied =
  /(?:^| )(?:no|never any|without any|without|zero|sin|sans|aucun|aucune|без|بدون|کوئی|koi|不收|无需|无) (?:\S+ ){0,2}?(?:fees?|charges?|deposit|payment|commission|tasas?|cuotas?|comision|pago|frais|depot|комисси\S*|взнос\S*|предоплат\S*|رسوم|فیس|费用)(?: نہیں| nahi)?(?= |$)/g;
const withoutDenied = (plain: string): string => plain.replaceAll(denied, ' ');

/** Whether every idea is in the title, on a button, or within one breath of the others. */
function standsTogether(
  all: readonly Idea[],
  everywhere: ReadonlySet<Idea>,
  hits: readonly Hit<Idea>[],
): boolean {
  const missing = all.filter((idea) => !everywhere.has(idea));
  if (missing.length === 0) return true;
  const last = new Map<Idea, number>();
  for (const { idea, at } of hits) {
    if (!missing.includes(idea)) continue;
    last.set(idea, at);
    if (missing.every((one) => at - (last.get(one) ?? -Infinity) <= breath)) return true;
  }
  return false;
}

let frameCache: CueFinder<'action' | 'warning'> | null = null;
const findFrame: CueFinder<'action' | 'warning'> = (plain) =>
  (frameCache ??= createCueFinder({ action: actionCues, warning: warningCues }))(plain);
