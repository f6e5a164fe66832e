// The browsers that are compared: without an extension (twice), with an empty one, and with ours set up for a child.
import { fileURLToPath } from 'node:url';

import type { BrowserContext } from '@playwright/test';

import { findChromium } from '../../../scripts/browsers.ts';
import { chromeBuild, launchChromium } from '../../../scripts/chromium.ts';
import { buildIfStale } from '../../../scripts/fresh-build.ts';
import type { PretendWeb } from '../../../scripts/pretend-web/server.ts';
import { Saathi } from '../../e2e/fixtures/saathi.ts';
import { aPolicy } from '../../e2e/support/policy.ts';

const emptyExtension = fileURLToPath(new URL('empty-extension', import.meta.url));

export type Subject = {
  readonly name: string;
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
};

/** An ordinary family: one category and one host closed, a limit on the day, labels and look-alikes judged. */
const family = aPolicy()
  .forBand('9-12')
  .blocking('game.test', 'blocked.test')
  .category('games', 'block')
  .ageLabels('warn')
  .lookalikes('warn')
  .safeSearch()
  .withQuota('all', 600);

export async function chromiumForBench(): Promise<{ path: string; version: string }> {
  // Whoever names a build wants that one.
  const isNamed = process.env['SAATHI_BUILD'] !== undefined;
  const built = isNamed ? { code: 0, output: '' } : await buildIfStale('chrome');
  if (built.code !== 0) throw new Error(built.output);
  const browser = await findChromium();
  if (browser === null) throw new Error('No Chromium to measure in.');
  return browser;
}

export async function bare(
  name: string,
  executablePath: string,
  web: PretendWeb,
): Promise<Subject> {
  const options = { executablePath, extension: null, resolverRule: web.resolverRule };
  const { context, close } = await launchChromium(options);
  return { name, context, close };
}

export async function withEmptyExtension(
  executablePath: string,
  web: PretendWeb,
): Promise<Subject> {
  const options = { executablePath, extension: emptyExtension, resolverRule: web.resolverRule };
  const { context, close } = await launchChromium(options);
  return { name: 'empty extension', context, close };
}

export async function withSaathi(
  executablePath: string,
  web: PretendWeb,
): Promise<Subject & { saathi: Saathi }> {
  const options = { executablePath, extension: chromeBuild, resolverRule: web.resolverRule };
  const saathi = await Saathi.launch(options);
  await saathi.setUp(family);
  return { name: 'Saathi', context: saathi.context, saathi, close: () => saathi.close() };
}
