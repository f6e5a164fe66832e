// The words of a card in a page, and the card's own script: put there before anybody needs it.
import type { CardAction, CardKind, CardReply, CardTexts } from '@/rules/messages/help-replies.ts';
import type { Need } from '@/rules/packs/pack.ts';
import type { AgeBand } from '@/rules/policy/schema.ts';
import { helpAndReport } from '@/rules/words/help-and-report.ts';
import type { Values } from '@/rules/words/text.ts';

import type { Sender } from '../sender.ts';
import type { World } from '../world.ts';
import { dress, helpLines, sayIn } from './page-words.ts';
import type { Loaded } from './situation.ts';

import look from '../../card-parts/look.css?inline';

export type CardWanted = {
  readonly kind: CardKind;
  /** The file of the catalogue with "{key}Heading", "{key}Body" and all other keys named here. */
  readonly part: string;
  readonly key: string;
  readonly values?: Values;
  /** Keys: at most three are shown, two to the youngest. */
  readonly signs?: readonly string[];
  readonly steps?: readonly string[];
  /** What help is for: a helpline for something else is no help to somebody who does not want to live. */
  readonly need?: Need;
  /** The first one is the main button. Words of its own part; "cardUnderstood" and "cardLeave" are everybody's. */
  readonly actions: readonly (readonly [key: string, action: CardAction])[];
};

/** A child of six reads two short lines, not six: of what was noticed the gravest, of what to do the first. */
const mostLines = (band: AgeBand): { readonly signs: number; readonly steps: number } =>
  band === '5-8' ? { signs: 2, steps: 1 } : { signs: 3, steps: 3 };
export const noCard: CardReply = { card: null, isUnchecked: false };

export async function cardWords(
  world: World,
  loaded: Loaded,
  { kind, part, key, values, signs = [], steps = [], actions, need }: CardWanted,
): Promise<CardTexts> {
  const [say, sayHere, sayOfCards] = await Promise.all([
    sayIn(world, loaded),
    sayIn(world, loaded, part),
    sayIn(world, loaded, 'cards'),
  ]);
  const most = mostLines(loaded.profile.ageBand);
  const sayOf = (name: string): string =>
    name.startsWith('card') ? sayOfCards(name, values) : sayHere(name, values);
  return {
    ...dress(loaded),
    kind,
    look,
    heading: sayOf(`${key}Heading`),
    body: sayOf(`${key}Body`),
    signs: signs.slice(0, most.signs).map(sayOf),
    steps: steps.slice(0, most.steps).map(sayOf),
    actions: actions.map(([label, action]) => ({ label: sayOf(label), action })),
    read: sayOfCards('cardRead'),
    close: sayOfCards('cardClose'),
    ...helpAndReport(say, await helpLines(world, loaded, need)),
  };
}

/** The answer with a card in it, once the script that shows it is in the frame that asked. */
export async function answerCard(
  world: World,
  loaded: Loaded,
  { tabId, frameId }: Sender,
  wanted: CardWanted,
): Promise<CardReply> {
  const card = await cardWords(world, loaded, wanted);
  if (tabId === null) return noCard;
  await world.tabs.putIn(tabId, frameId, '/card.js');
  return { card, isUnchecked: false };
}
