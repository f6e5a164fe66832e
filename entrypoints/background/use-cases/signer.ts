// The guardian's own browser: a key of its own, the children whose browsers accept it, and the grants it signs. Where no
// PIN is set there is nobody to ask, and nothing here opens anything in this browser.
import * as z from 'zod/mini';

import { messageOfGrant, newGrant, writeGrantFile } from '@/rules/codes/grant.ts';
import { readChildCard } from '@/rules/codes/keys.ts';
import { toBase64url } from '@/rules/lists/feed/base64url.ts';
import type { GrantSigned, Signer, SignerAdded } from '@/rules/messages/codes-replies.ts';
import type { Body } from '@/rules/messages/contract.ts';
import { parseWith } from '@/rules/parse.ts';

import { makeSigningKeys, signText } from '../adapters/signing.ts';
import { Refusal } from '../answer.ts';
import type { World } from '../world.ts';
import { guardianRecord, refuseInPrivate, requireGuardian } from './unlock.ts';

const mostChildren = 24;

const signerSchema = z.strictObject({
  privateKey: z.custom<CryptoKey>((value) => value instanceof CryptoKey),
  publicKey: z.string(),
  children: z.array(
    z.strictObject({ keyId: z.string(), childId: z.string(), nickname: z.string() }),
  ),
});
type Kept = z.infer<typeof signerSchema>;
type Guarded = { readonly token?: string | undefined };

export async function readSigner(world: World, { token }: Guarded): Promise<Signer> {
  await requireOwner(world, token);
  return viewOf(await readKept(world));
}

/** Made once: another key would leave every child's browser with one that signs nothing any more. */
export async function makeSigner(world: World, { token }: Guarded): Promise<Signer> {
  await requireOwner(world, token);
  return world.lock('signer', async () => {
    const kept = await readKept(world);
    if (kept !== null) return viewOf(kept);
    const { privateKey, publicKey } = await makeSigningKeys();
    return keep(world, { privateKey, publicKey: toBase64url(publicKey), children: [] });
  });
}

/** A card read twice is one child; a later one of the same key id takes the place of the first. */
export async function addSignerChild(
  world: World,
  { card: pasted, token }: Body<'signer.add'>,
): Promise<SignerAdded> {
  await requireOwner(world, token);
  const card = readChildCard(pasted);
  if (card === null) return { kind: 'refused', why: 'not-a-card' };
  return world.lock('signer', async () => {
    const kept = await readKept(world);
    if (kept === null) return { kind: 'refused', why: 'no-key' };
    if (card.publicKey !== kept.publicKey) return { kind: 'refused', why: 'other-key' };
    const others = kept.children.filter(({ keyId }) => keyId !== card.keyId);
    if (others.length >= mostChildren) return { kind: 'refused', why: 'too-many' };
    const { keyId, childId, nickname } = card;
    const children = [...others, { keyId, childId, nickname }];
    return { kind: 'added', signer: await keep(world, { ...kept, children }) };
  });
}

export async function removeSignerChild(
  world: World,
  { keyId, token }: Body<'signer.remove'>,
): Promise<Signer> {
  await requireOwner(world, token);
  return world.lock('signer', async () => {
    const kept = await readKept(world);
    if (kept === null) return viewOf(null);
    const children = kept.children.filter((child) => child.keyId !== keyId);
    return keep(world, { ...kept, children });
  });
}

export async function signGrant(
  world: World,
  { keyId, gives, token }: Body<'grant.sign'>,
): Promise<GrantSigned> {
  await requireOwner(world, token);
  const kept = await readKept(world);
  const child = kept?.children.find((each) => each.keyId === keyId);
  if (kept === null || child === undefined) throw new Refusal('not-found');
  const about = { id: world.random.id(), key: keyId, childId: child.childId, gives };
  const grant = newGrant(about, world.now());
  const signature = await signText(kept.privateKey, messageOfGrant(grant));
  return {
    name: `saathi-grant-${new Date(grant.issuedAt).toISOString().slice(0, 10)}.json`,
    text: writeGrantFile(grant, toBase64url(signature)),
    expiresAt: grant.expiresAt,
  };
}

/** The PIN, where one is set. */
async function requireOwner(world: World, token: string | undefined): Promise<void> {
  refuseInPrivate(world);
  if ((await guardianRecord(world)) !== null) await requireGuardian(world, token);
}

async function readKept(world: World): Promise<Kept | null> {
  const kept = parseWith(signerSchema, await (await world.database()).secrets.read('signer'));
  return kept.ok ? kept.value : null;
}

async function keep(world: World, kept: Kept): Promise<Signer> {
  await (await world.database()).secrets.save('signer', kept);
  return viewOf(kept);
}

const viewOf = (kept: Kept | null): Signer => ({
  publicKey: kept?.publicKey ?? null,
  children: (kept?.children ?? []).map(({ keyId, nickname }) => ({ keyId, nickname })),
});
