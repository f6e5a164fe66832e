// Every change of policy, for the guardian and the child alike. Help and reports never come here.
import type { Journal, JournalEntry, PolicyChange } from '@/rules/messages/replies.ts';

import type { World } from '../world.ts';

export async function writeJournal(
  world: World,
  who: JournalEntry['who'],
  changes: readonly PolicyChange[],
): Promise<void> {
  if (changes.length === 0 || world.incognito) return;
  const at = world.now();
  await (await world.database()).journal.add(changes.map((change) => ({ at, who, change })));
}

const shown = 500;

export const readJournal = async (world: World): Promise<Journal> => ({
  entries: await (await world.database()).journal.latest(shown),
});
