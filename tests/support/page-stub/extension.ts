// A throw-away extension out of the built page scripts and the stub background.
import { copyFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const scripts = ['page.js', 'frame.js', 'cover.js', 'still.js', 'typed.js', 'card.js'];
const kept = [
  'manifest_version',
  'version',
  'content_scripts',
  'key',
  'browser_specific_settings',
  'default_locale',
];

/** `build` is an unpacked build of the product; its manifest says which script goes where. */
export function makeStubExtension(build: string, deskPort: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'saathi-stub-'));
  const built = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const isFirefox = built['browser_specific_settings'] !== undefined;
  const manifest = {
    ...Object.fromEntries(Object.entries(built).filter(([key]) => kept.includes(key))),
    name: 'Page stub',
    permissions: ['scripting', 'tabs'],
    host_permissions: ['<all_urls>'],
    background: isFirefox ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const script of scripts) copyFileSync(join(build, script), join(folder, script));
  cpSync(join(build, '_locales'), join(folder, '_locales'), { recursive: true });
  copyFileSync(join(here, 'blocked.html'), join(folder, 'blocked.html'));
  const background = readFileSync(join(here, 'background.js'), 'utf8');
  writeFileSync(
    join(folder, 'background.js'),
    background.replace("'DESK'", `'http://127.0.0.1:${deskPort}'`),
  );
  return folder;
}
