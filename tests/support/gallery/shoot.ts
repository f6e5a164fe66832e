// Takes pictures of surfaces to look at, and holds each to axe and to the width of its window. Usage: node tests/support/gallery/shoot.ts OUT "surface=blocked&case=family" …
// Words before the query: dark, narrow, wide, contrast, print. Steps after "#": names of buttons to press, r:radios, a:links, w:switches, s:summaries, t:what to type.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Locator, type Page } from '@playwright/test';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
const [out = 'demo-output/gallery', ...shots] = process.argv.slice(2);
mkdirSync(out, { recursive: true });

const server = await createServer({
  configFile: false,
  root: `${root}/tests/support/gallery`,
  publicDir: `${root}/public`,
  cacheDir: join(tmpdir(), 'gallery-cache'),
  resolve: { alias: { '@': root } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // A file that changes meanwhile must not reload a page that is looked at.
  server: { port: 0, fs: { allow: [root] }, hmr: false, watch: null },
  logLevel: 'error',
});
await server.listen();
const base = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const shot of shots) await shoot(shot).catch((error: unknown) => console.error(shot, error));
await browser.close();
await server.close();

async function shoot(shot: string): Promise<void> {
  const [, words = '', rest = ''] = /^(?:([a-z,]+) )?(.*)$/s.exec(shot) ?? [];
  const [query = '', ...presses] = rest.split('#');
  const is = (word: string) => words.split(',').includes(word);
  const width = is('narrow') ? 320 : is('popup') ? 380 : is('wide') ? 1280 : 900;
  const context = await browser.newContext({
    viewport: { width, height: is('narrow') ? 640 : 760 },
    colorScheme: is('dark') ? 'dark' : 'light',
    forcedColors: is('contrast') ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(shot, error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(shot, message.text());
  });
  await page.goto(`${base}?${query}`);
  await page.waitForSelector('main', { timeout: 8000 });
  await page.waitForTimeout(300);
  for (const name of presses) await press(page, name);
  if (is('print')) await page.emulateMedia({ media: 'print' });
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  if (overflow > 0) console.error(`${shot}: ${String(overflow)} px too wide`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const { id, nodes } of violations) {
    console.error(
      `${shot}: ${id}`,
      nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    );
  }
  const file = shot.replaceAll(/[^\w-]+/g, '_');
  await page.screenshot({ path: `${out}/${file}.png`, fullPage: true });
  await context.close();
}

function controlIn(page: Page, name: string): Locator {
  const [, kind = '', words = ''] = /^(?:([arsw]):)?(.*)$/s.exec(name) ?? [];
  // A line that opens details has no role that can be asked for.
  if (kind === 's') return page.locator('summary', { hasText: words });
  const roles = { r: 'radio', a: 'link', w: 'switch' } as const;
  return page.getByRole(roles[kind as keyof typeof roles] ?? 'button', { name: words });
}

async function press(page: Page, name: string): Promise<void> {
  if (name.startsWith('t:')) return page.keyboard.type(name.slice(2));
  await controlIn(page, name).first().click({ timeout: 5000 });
  await page.waitForTimeout(250);
}
