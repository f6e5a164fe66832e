// A page's words for the guardian who presses: fetched without cookies, never kept, never shown as anything but text.
import type { Body } from '@/rules/messages/contract.ts';
import type { Preview } from '@/rules/messages/replies.ts';
import { readPageWords } from '@/rules/preview/page-words.ts';
import { previewAddresses } from '@/rules/preview/preview-address.ts';

import { Refusal } from '../answer.ts';
import { fetchPage, type PageAnswer } from '../network.ts';
import type { World } from '../world.ts';
import { requireGuardian } from './unlock.ts';

export async function readPreview(
  world: World,
  { requestId, token }: Body<'preview.read'>,
): Promise<Preview> {
  await requireGuardian(world, token);
  const request = await (await world.database()).requests.read(requestId);
  if (request === null) throw new Refusal('not-found');
  const [address, other] = previewAddresses(request.url);
  if (address === undefined) return { kind: 'none', why: 'private' };
  const first = await fetchPage(address);
  // Most that send on only add or drop "www."; where else to is never followed.
  const isMoved = first.kind === 'moved' && other !== undefined;
  return previewOf(isMoved ? await fetchPage(other) : first);
}

function previewOf(answer: PageAnswer): Preview {
  if (answer.kind !== 'page') return { kind: 'none', why: answer.kind };
  const words = readPageWords(answer.html);
  return { kind: 'words', ...words, isCut: words.isCut || answer.isCut };
}
