// The edition of the country pack in use, and newer ones from a file.
import type { PackFacts, PackImported } from '@/rules/messages/report-replies.ts';

import { Refusal } from '../answer.ts';
import type { World } from '../world.ts';

export async function readPacks(_world: World): Promise<PackFacts> {
  throw new Refusal('not-found');
}

export async function importPack(_world: World, _file: string): Promise<PackImported> {
  throw new Refusal('not-found');
}
