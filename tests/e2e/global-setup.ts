import { findChromium } from '../../scripts/browsers.ts';
import { buildIfStale } from '../../scripts/fresh-build.ts';

/** The tests rest on the built extension and on one browser, found once. */
export default async function setUp(): Promise<void> {
  // Whoever names a build wants that one.
  const isNamed = process.env['SAATHI_BUILD'] !== undefined;
  const built = isNamed ? { code: 0, output: '' } : await buildIfStale('chrome');
  if (built.code !== 0) throw new Error(`The extension does not build:\n${built.output}`);
  const browser = await findChromium();
  if (browser === null) throw new Error('No Chromium to try the extension in.');
  process.env['SAATHI_CHROMIUM'] = browser.path;
}
