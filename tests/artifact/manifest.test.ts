// The golden manifest. A change here can ask every family for consent anew: make it on purpose, and say so in the commit.
import { describe, expect, test } from 'vitest';

import { isBuilt, manifestOf, targets } from './built.ts';

const permissions = [
  'alarms',
  'contextMenus',
  'declarativeNetRequest',
  'idle',
  'scripting',
  'storage',
  'unlimitedStorage',
  'webNavigation',
];

const inPages = {
  matches: ['<all_urls>'],
  js: ['page.js'],
  run_at: 'document_start',
  match_about_blank: true,
  match_origin_as_fallback: true,
};
/** Not in frames that a page fills itself: they are covered with their page, and there can be dozens. */
const inFrames = {
  matches: ['<all_urls>'],
  js: ['frame.js'],
  run_at: 'document_end',
  all_frames: true,
};

describe.each(targets)('the %s manifest', (target) => {
  const manifest = manifestOf(target);

  test('is of version 3 and names itself in the browser language', () => {
    expect(manifest['manifest_version']).toBe(3);
    expect(manifest['name']).toBe('__MSG_extensionName__');
    expect(manifest['default_locale']).toBe('en');
  });

  test('asks for every site, since that is what it is for, and for nothing on the side', () => {
    expect(manifest['host_permissions']).toEqual(['<all_urls>']);
    expect(manifest['optional_host_permissions'] ?? []).toEqual([]);
  });

  test('shows no file of ours to web pages', () => {
    expect(manifest['web_accessible_resources']).toBeUndefined();
    expect(manifest['externally_connectable']).toBeUndefined();
  });

  test('puts one script into each page before the page itself, and a smaller one into frames', () => {
    expect(manifest['content_scripts']).toEqual([inPages, inFrames]);
    expect(isBuilt(target, 'page.js') && isBuilt(target, 'frame.js')).toBe(true);
  });

  test('lets its pages run only what came with the package', () => {
    const rules = manifest.content_security_policy.extension_pages.split('; ');
    expect(rules).toContain("default-src 'self'");
    expect(rules).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(rules).toContain("object-src 'none'");
    expect(rules).toContain("frame-ancestors 'none'");
    const scripts = rules.find((rule) => rule.startsWith('script-src')) ?? '';
    expect(scripts).not.toMatch(/'unsafe-(?:eval|inline)'|https?:|\*|data:|blob:/);
  });

  test('offers keys for reporting and for help', () => {
    expect(Object.keys(manifest['commands'] as object)).toEqual(
      expect.arrayContaining(['report', 'help']),
    );
  });
});

test('Chromium gets the permissions of the golden list and no other', () => {
  const { permissions: asked, optional_permissions: optional } = manifestOf('chrome');
  // A document of our own, from which the builder of lists is started; Firefox's background is one.
  expect(asked.toSorted()).toEqual([...permissions, 'offscreen'].toSorted());
  expect(optional ?? []).toEqual([]);
});

test('Firefox gets blocking webRequest as well: its rules alone miss a trailing dot and view-source', () => {
  const { permissions: asked, optional_permissions: optional } = manifestOf('firefox');
  expect(asked.toSorted()).toEqual([...permissions, 'webRequest', 'webRequestBlocking'].toSorted());
  expect(optional ?? []).toEqual([]);
});

test('private windows are split in Chromium, so that the block page can open there', () => {
  expect(manifestOf('chrome').incognito).toBe('split');
});

test('private windows are spanned in Firefox, which would refuse "split" and never run there', () => {
  expect(manifestOf('firefox').incognito).toBe('spanning');
});

test('Chromium keeps one id on every machine and takes a managed policy', () => {
  const manifest = manifestOf('chrome');
  expect(manifest['key']).toMatch(/^MIIB/);
  expect(manifest['storage']).toEqual({ managed_schema: 'managed-schema.json' });
  expect(isBuilt('chrome', 'managed-schema.json')).toBe(true);
});

test('Firefox is told that nothing leaves by default, and what a report may carry', () => {
  const settings = manifestOf('firefox')['browser_specific_settings'] as {
    gecko: { id: string; data_collection_permissions: { required: string[]; optional: string[] } };
  };
  expect(settings.gecko.id).toBe('saathi@saathi.example');
  expect(settings.gecko.data_collection_permissions.required).toEqual(['none']);
  expect(settings.gecko.data_collection_permissions.optional.toSorted()).toEqual([
    'browsingActivity',
    'websiteContent',
  ]);
});

test('a build for tests is never what ships: no private key of Firefox or Chromium is in the other one', () => {
  expect(manifestOf('firefox')['key']).toBeUndefined();
  expect(manifestOf('chrome')['browser_specific_settings']).toBeUndefined();
});
