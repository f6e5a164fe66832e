import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { root } from '../../scripts/commands.ts';
import { buildFolder } from '../../scripts/fresh-build.ts';
import { filesIn, isBuilt, manifestOf, targets } from './built.ts';

describe.each(targets)('the icons of the %s build', (target) => {
  const { icons = {}, action } = manifestOf(target);
  const named = { ...icons, ...action?.default_icon };

  test('are named in the sizes that browsers and stores show', () => {
    expect(Object.keys(icons)).toEqual(expect.arrayContaining(['16', '32', '48', '128']));
  });

  test('are there, as pictures of the size they claim', () => {
    const wrong = Object.entries(named).filter(([size, path]) => {
      const file = path.replace(/^\//, '');
      return !isBuilt(target, file) || widthOf(join(buildFolder(target), file)) !== Number(size);
    });
    expect(wrong).toEqual([]);
  });
});

test('every SVG that ships is a picture and nothing more', () => {
  const pictures = filesIn(join(root, 'public')).filter((path) => path.endsWith('.svg'));
  const wrong = pictures.filter((path) => {
    const code = readFileSync(join(root, 'public', path), 'utf8');
    return (
      !/^\s*(?:<\?xml[^>]*>\s*)?<svg\b/.test(code) ||
      /<script|\son\w+=|href\s*=\s*["']http/.test(code)
    );
  });
  expect(wrong).toEqual([]);
});

/** From a PNG's header; an SVG fits every size, and answers the size its name claims. */
function widthOf(path: string): number {
  const bytes = readFileSync(path);
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
  return isPng ? bytes.readUInt32BE(16) : Number(/(\d+)\.svg$/.exec(path)?.[1]);
}
