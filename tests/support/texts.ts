// The real catalogue, read from the package's folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { LoadTexts } from '@/components/page/texts.ts';
import type { Pack } from '@/rules/packs/pack.ts';
import type { Catalogue } from '@/rules/words/text.ts';

/** At once: how long a busy machine reads must not decide what a test sees. */
const publicFile = (...path: string[]): unknown =>
  JSON.parse(readFileSync(join(process.cwd(), 'public', ...path), 'utf8'));

export const loadTextsFromFiles: LoadTexts = async (language, part) =>
  publicFile('texts', language, `${part}.json`) as Catalogue;

export const packFromFiles = async (country: string): Promise<Pack> =>
  (publicFile('packs', `${country}.json`) as { pack: Pack }).pack;
