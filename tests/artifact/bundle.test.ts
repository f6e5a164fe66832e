// What the shipped code does not contain. Libraries are inside the bundles, so their known uses are named and counted.
import { describe, expect, test } from 'vitest';

import { builtFiles, manifestOf, ownSources, readBuilt, targets } from './built.ts';

/**
 * Every way of a browser to keep what a page shows: as a picture, a film or a copy. A picture of abuse would be abuse, so
 * no script of ours or of a library has any, for whatever purpose.
 */
const pictures = [
  'captureTab',
  'tabCapture',
  'desktopCapture',
  'chooseDesktopMedia',
  'getMediaStreamId',
  'getDisplayMedia',
  'getUserMedia',
  'captureStream',
  'MediaRecorder',
  'ImageCapture',
  'toDataURL',
  'toBlob',
  'convertToBlob',
  'OffscreenCanvas',
  'createImageBitmap',
  'drawImage',
  'drawWindow',
  'getImageData',
  'html2canvas',
  'pageCapture',
  'saveAsMHTML',
  'MHTML',
  'saveAsPDF',
  'printToPDF',
  'XMLSerializer',
  'outerHTML',
] as const;

/**
 * The two scripts that look at pictures, and the very words each may use. The thread makes a file small enough for the model
 * and drops it; the script in a page reads, as small, a picture that its server gives only once, and one image of a film.
 * Neither can look at the page or the tab, and neither keeps, sends or shows what it saw (docs/help-in-pages.md).
 */
const mayLook: Readonly<Record<string, readonly string[]>> = {
  'picture-host.js': ['OffscreenCanvas', 'createImageBitmap', 'drawImage', 'getImageData'],
  'entrypoints/picture-host-parts/points.ts': [
    'OffscreenCanvas',
    'createImageBitmap',
    'drawImage',
    'getImageData',
  ],
  'pictures-more.js': ['drawImage', 'toDataURL'],
  'entrypoints/pictures-parts/draw.ts': ['drawImage', 'toDataURL'],
};
const withoutAllowed = (path: string, code: string): string =>
  (mayLook[path] ?? []).reduce(
    (left, word) => left.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), ''),
    code,
  );

/** In every script of a build, ours or a library's. */
const never: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['eval', /(?<![\w$.])eval\s*\(/g],
  ['the Function constructor', /new Function\s*\(|(?<![\w$.])Function\s*\(\s*["'`]/g],
  ['document.write', /document\.write(?:ln)?\s*\(/g],
  [
    'a script from the network',
    /import\s*\(\s*["'`]https?:|from\s*["'`]https?:|importScripts\s*\(\s*["'`](?:https?:)?\/\//g,
  ],
  // The API's name stands in the polyfill's table of all APIs; a call or a read is what must not be.
  ['a picture of the tab', /captureVisibleTab(?!["']?\s*:\s*\{\s*["']?minArgs)/g],
  ...pictures.map((what): readonly [string, RegExp] => [what, new RegExp(`\\b${what}\\b`, 'g')]),
];

/** In our own sources only: Preact's own support for it is in its bundle and is never reached. */
const neverOurs: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'innerHTML and its relatives',
    /\binnerHTML\b|\bouterHTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML/,
  ],
  ['setHTMLUnsafe or a parser for markup', /setHTMLUnsafe|createContextualFragment|new DOMParser/],
  ['a picture of the page', new RegExp(`\\b(?:captureVisibleTab|${pictures.join('|')})\\b`)],
  ['analytics', /google-analytics|gtag\(|sentry|posthog|mixpanel|sendBeacon/i],
  [
    "the framework's page context, which any page can end",
    /createShadowRootUi|createIntegratedUi|ContentScriptContext/,
  ],
];

describe.each(targets)('the scripts of the %s build', (target) => {
  const scripts = builtFiles(target, '.js').map((path) => ({
    path,
    code: withoutAllowed(path, readBuilt(target, path)),
  }));

  test.each(never)('never use %s', (_, pattern) => {
    const found = scripts.flatMap(({ path, code }) =>
      [...code.matchAll(pattern)].map(
        ({ index }) => `${path}: ${code.slice(index - 30, index + 60)}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test('write markup only where Preact does', () => {
    const uses = scripts.flatMap(({ path, code }) =>
      [...code.matchAll(/\.innerHTML\s*=(?!=)/g)].map(() => path),
    );
    const perFile = uses.map((path) => uses.filter((other) => other === path).length);
    expect(Math.max(0, ...perFile)).toBeLessThanOrEqual(1);
    expect(uses.filter((path) => path === 'page.js' || path === 'background.js')).toEqual([]);
  });

  test('carry no source map and no words of the build machine', () => {
    expect(builtFiles(target, '.map')).toEqual([]);
    const told = scripts.filter(({ code }) =>
      /sourceMappingURL|file:\/\/\/|\/node_modules\//.test(code),
    );
    expect(told.map(({ path }) => path)).toEqual([]);
  });
});

test.each(targets)(
  'BYP-230 the %s build asks for no permission to take pictures or copies',
  (target) => {
    const asked = JSON.stringify(manifestOf(target));
    expect(asked).toContain('permissions');
    expect(asked).not.toMatch(/tabCapture|desktopCapture|pageCapture|audioCapture|videoCapture/);
  },
);

describe.each(targets)('the pages of the %s build', (target) => {
  test('load scripts and styles from the package alone, and none inline', () => {
    const pages = builtFiles(target, '.html');
    const wrong = pages.flatMap((path) => {
      const code = readBuilt(target, path);
      const remote = code.match(/(?:src|href)\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]+/g) ?? [];
      const inline = code.match(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+\s*=/g) ?? [];
      return [...remote, ...inline].map((what) => `${path}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });
});

test.each(neverOurs)('our own sources never use %s', (_, pattern) => {
  const found = ownSources().filter(({ path, code }) =>
    pattern.test(withoutAllowed(path, withoutComments(code))),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

/** A law may be named in a comment without being broken. */
const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

test.each(targets)(
  '%s: what seals reports is in later.js alone, and no verdict waits for it',
  (target) => {
    const sealing = builtFiles(target, '.js').filter((path) =>
      readBuilt(target, path).includes('ECDH-ES'),
    );
    expect(sealing).toEqual(['later.js']);
  },
);
