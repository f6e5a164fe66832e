// Sheets of cards. Of a code only a keyed mark is kept; the key can not be read.
import { type Sheet, sheetsSchema } from '@/rules/codes/voucher.ts';
import { parseWith } from '@/rules/parse.ts';

import { markOf } from '../reporting/seal.ts';
import type { World } from '../world.ts';

/** What is damaged is worth nothing. */
export async function readSheets(world: World): Promise<readonly Sheet[]> {
  const stored = parseWith(sheetsSchema, await (await world.database()).meta.read('sheets'));
  return stored.ok ? stored.value : [];
}

export const saveSheets = async (world: World, sheets: readonly Sheet[]): Promise<void> =>
  (await world.database()).meta.save('sheets', sheets);

/** The mark of a card: its words keep it apart from the marks of reports, which the same key makes. */
export const markOfCard = async (world: World, code: string): Promise<string> =>
  markOf(await (await world.database()).secrets.keys(), `card ${code}`);

/** Cards of a child who was taken out of the policy: another one may get the same id one day. */
export const forgetSheetsOf = (world: World, childIds: readonly string[]): Promise<void> =>
  world.lock('codes', async () => {
    const sheets = await readSheets(world);
    const kept = sheets.filter(({ childId }) => !childIds.includes(childId));
    if (kept.length < sheets.length) await saveSheets(world, kept);
  });
