// The pictures of a page: what was asked is judged by the child's band, answered, and forgotten.
import type { Body } from '@/rules/messages/contract.ts';
import type { CardReply } from '@/rules/messages/help-replies.ts';
import type { PicturesBegun, PicturesChecked } from '@/rules/messages/pictures-replies.ts';
import type { Done } from '@/rules/messages/replies.ts';
import { candidateOf } from '@/rules/pictures/address.ts';
import type { Wanted } from '@/rules/pictures/queue.ts';
import { sheetOf } from '@/rules/pictures/sheet.ts';
import { type Looked, revealOffer, verdictOf } from '@/rules/pictures/verdict.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import type { Helps } from '@/rules/policy/schema.ts';

import { coverPictures, showPictures } from '../adapters/picture-tabs.ts';
import { quietly } from '../listeners/quietly.ts';
import type { Pictures } from '../pictures.ts';
import type { Sender } from '../sender.ts';
import type { World } from '../world.ts';
import { answerCard, noCard } from './card-words.ts';
import { pictureModeAt } from './picture-mode.ts';
import { noteUnsafePictures } from './read-page.ts';
import { showPopup } from './report-and-show.ts';
import { type Loaded, loadSituation } from './situation.ts';
import { requireGuardian } from './unlock.ts';
import { countUnsafe } from './unsafe-pictures.ts';

export type WorldWithPictures = World & { readonly pictures: Pictures };

/** The page's own style sheet can be undone by the page; the one that is put in here can not. */
export async function beginPictures(
  world: World,
  from: Sender,
  { mark }: Body<'pictures.begin'>,
): Promise<PicturesBegun> {
  const { tabId, frameId } = from;
  const mode = await modeFor(world, await loadSituation(world), from);
  if (mode !== 'off' && tabId !== null) await coverPictures(tabId, frameId, sheetOf(mark, mode));
  return { mode };
}

/** A helpline's chat is often somebody else's frame in its page. */
async function modeFor(
  world: World,
  loaded: Loaded | null,
  { tabId, frameId, url }: Sender,
): Promise<Helps['pictures']> {
  const mode = loaded === null ? 'off' : pictureModeAt(loaded, url);
  if (loaded === null || mode === 'off' || frameId === 0 || tabId === null) return mode;
  const tab = await world.tabs.get(tabId);
  return tab === null ? mode : pictureModeAt(loaded, tab.shown);
}

export async function checkPictures(
  world: WorldWithPictures,
  from: Sender,
  { addresses }: Body<'pictures.check'>,
): Promise<PicturesChecked> {
  const { url, tabId, frameId } = from;
  const loaded = await loadSituation(world);
  const mode = await modeFor(world, loaded, from);
  if (loaded === null || mode === 'off') return { mode: 'off', verdicts: [] };
  const candidates = addresses.map((address) => candidateOf(address, url));
  const wanted = candidates.flatMap((candidate): Wanted[] =>
    candidate.kind === 'look'
      ? [{ address: candidate.href, mayBePrivate: candidate.mayBePrivate }]
      : [],
  );
  const looked =
    wanted.length === 0 ? [] : await world.pictures.lookAt(`${tabId}:${frameId}`, wanted);
  const found = new Map(wanted.map(({ address }, place) => [address, looked[place] ?? null]));
  const unsafe = countUnsafe(from, found);
  // No picture waits for what is then said of the page.
  if (unsafe !== null) quietly(() => noteUnsafePictures(world, from, unsafe))();
  return {
    mode,
    verdicts: candidates.map((candidate) => {
      const what: Looked | null =
        candidate.kind === 'look'
          ? (found.get(candidate.href) ?? null)
          : { kind: candidate.kind === 'vector' ? 'vector' : 'none' };
      return what === null ? null : verdictOf(what, loaded.profile.ageBand, mode);
    }),
  };
}

export async function aboutPicture(
  world: World,
  from: Sender,
  { isUnchecked }: Body<'pictures.about'>,
): Promise<CardReply> {
  const loaded = await loadSituation(world);
  if (loaded === null) return noCard;
  const offer = revealOffer(helpsOf(loaded.profile).reveal);
  const more = { reveal: 'picturesReveal', ask: 'picturesAsk' } as const;
  return answerCard(world, loaded, from, {
    kind: 'picture',
    part: 'pictures',
    key: isUnchecked ? 'picturesUnchecked' : 'picturesUnsafe',
    actions: [
      ['cardUnderstood', 'understood'],
      ...(offer === null ? [] : [[more[offer], offer] as const]),
    ],
  });
}

/** Only where the guardian's PIN decides: elsewhere a page could open our popup at will. */
export async function askForPictures(world: World, { tabId }: Sender): Promise<Done> {
  const loaded = await loadSituation(world);
  if (loaded === null || tabId === null) return {};
  if (revealOffer(helpsOf(loaded.profile).reveal) !== 'ask') return {};
  await showPopup(world, { kind: 'pictures', tabId });
  return {};
}

export async function revealPictures(
  world: World,
  { tabId, token }: Body<'pictures.reveal'>,
): Promise<Done> {
  await requireGuardian(world, token);
  await showPictures(tabId);
  return {};
}
