// The real catalogue, read from the package's folder.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { LoadTexts } from '@/components/page/texts.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import type { Catalogue } from '@/rules/words/text.ts';

const publicFile = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(process.cwd(), 'public', ...path), 'utf8')) as unknown;

export const loadTextsFromFiles: LoadTexts = async (language, part) =>
  (await publicFile('texts', language, `${part}.json`)) as Catalogue;

export const packFromFiles = async (country: string): Promise<Pack> =>
  ((await publicFile('packs', `${country}.json`)) as { pack: Pack }).pack;
