import { join } from 'node:path';

import { defineConfig } from 'wxt';

import { pictureModelFiles } from './scripts/picture-model.ts';

/** Public half of the key that fixes the Chromium id on every machine (the private half was never kept). */
const chromiumKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAolQoC2bbxTM2U0Qe921XpBTHxQOiSEug+uDOB2vyTRSjXmqE74hhid2coJRbPb/2Pb8ok2pGM8dRkOBiWCfNxLEvHO/Zu60g1WnCObd63PVaTSZYA5zayP21y3HlHbk6JSR+dok3en7n4oS3P2eo0p131W1lYaubMITAUzBijaf8xw5dEAKgJO+hR2BKRxsZ0SxAIWrRAk6TCxCayNhZWiD5oIHNqNz+ZhTiXASv6f7YNTHKtnpL1xgO05qTUQI0nUnEKgOhDR1HtBjYAEV2t/Te16WhVl7gJk4K/5G+qT+P0MBkbke6HVYwG8wgXfd0bRa4oTmiGnKpEFelyvu4qQIDAQAB';

/**
 * Requests may leave only for https desks and, for trials on one machine, loopback (docs/desk.md). Plain http is there for
 * pictures: one that a page shows is asked for once more, over the road by which the page had it.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: http: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A script in a page is paid for in every page: WXT's frame around it, which only logs, is left off. */
const bareScripts = {
  name: 'bare-scripts',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.includes('virtual:wxt-unlisted-script-entrypoint')
      ? `${code.slice(0, code.indexOf('\n'))}
const result = definition.main();
export { result as default };`
      : null,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // The oldest browsers of the manifest: nothing is rewritten for older ones.
  vite: () => ({ build: { target: ['chrome144', 'firefox142'] }, plugins: [bareScripts] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'alarms',
      'contextMenus',
      'declarativeNetRequest',
      'idle',
      'scripting',
      'storage',
      // Sets of millions of hosts, which the browser would else clear away when room gets short.
      'unlimitedStorage',
      'webNavigation',
      // Chromium's background starts threads only through a document of its own.
      ...(browser === 'firefox' ? ['webRequest', 'webRequestBlocking'] : ['offscreen']),
    ],
    host_permissions: ['<all_urls>'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    commands: {
      report: {
        suggested_key: { default: 'Alt+Shift+R' },
        description: '__MSG_commandReport__',
      },
      help: { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandHelp__' },
    },
    ...(browser === 'firefox'
      ? {
          // Firefox has no "split": it would install it as "not_allowed" and never run in private windows.
          incognito: 'spanning',
          browser_specific_settings: {
            gecko: {
              id: 'saathi@saathi.example',
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['none'],
                optional: ['browsingActivity', 'websiteContent'],
              },
            },
          },
        }
      : {
          key: chromiumKey,
          // With "spanning" the block page could not open in a private window.
          incognito: 'split',
          minimum_chrome_version: '144',
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
  hooks: {
    'build:publicAssets': (wxt, files) => {
      files.push(...pictureModelFiles(join(wxt.config.wxtDir, 'picture-model')));
    },
    'build:manifestGenerated': (_, manifest) => {
      // Written by hand, not by WXT's content-script wrapper: any page can forge the event that ends
      // that wrapper's context, and it costs bytes on every page.
      manifest.content_scripts = [
        {
          matches: ['<all_urls>'],
          js: ['page.js'],
          run_at: 'document_start',
          match_about_blank: true,
          match_origin_as_fallback: true,
        },
        {
          // Frames get a script of their own, small and late, for a page can have dozens of them; frames
          // that a page fills itself get none, for they are covered with their page.
          matches: ['<all_urls>'],
          js: ['frame.js'],
          run_at: 'document_end',
          all_frames: true,
        },
      ];
    },
  },
});
