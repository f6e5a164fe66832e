// Addresses that are no plain page: data and blobs, frames, wrapped ones.
import { describe, expect, test } from 'vitest';

import { aHousehold } from '../../support/builders.ts';

const home = aHousehold();

describe('addresses without a web page behind them', () => {
  test('BYP-045 a top-level data: page is closed for the two younger bands and open for the others', () => {
    const page = 'data:text/html,<h1>game</h1>';
    for (const [band, action] of [
      ['5-8', 'block'],
      ['9-12', 'block'],
      ['13-15', 'allow'],
      ['16-17', 'allow'],
    ] as const) {
      const child = { ...home.child, ageBand: band };
      expect(home.with({ child }).judges(page).action).toBe(action);
    }
  });

  test('BYP-046 a blob page is judged by the site that made it', () => {
    const strict = home.withFilter({ blocklist: ['games.test'] });
    expect(strict.judges('blob:https://games.test/1b4e28ba').action).toBe('block');
  });

  test("the browser's own pages and ours are outside what an extension judges", () => {
    const strict = home.withFilter({ unknown: 'block' });
    for (const url of [
      'about:blank',
      'chrome://settings/',
      'chrome-extension://abc/blocked.html',
    ]) {
      expect(strict.judges(url).reason.kind).toBe('browser-page');
    }
  });
});

describe('frames', () => {
  test('BYP-059 in allow-list mode a site may frame itself, and nobody else may', () => {
    const listed = home.withFilter({ unknown: 'block', allowlist: ['school.test'] });
    expect(listed.judges('http://cdn.school.test/', { embedder: 'school.test' }).action).toBe(
      'allow',
    );
    expect(listed.judges('http://video.test/', { embedder: 'school.test' }).action).toBe('block');
  });
});

test('BYP-068 BYP-069 BYP-072 a wrapped address is judged by what it carries', () => {
  const strict = home.withFilter({ blocklist: ['blocked.test'] });
  for (const url of [
    'https://blocked-test.translate.goog/?_x_tr_sl=auto',
    'https://www.google.com/amp/s/blocked.test/x',
    'https://web.archive.org/web/2020id_/http://blocked.test/',
  ]) {
    expect(strict.judges(url).reason, url).toEqual({ kind: 'blocklist', pattern: 'blocked.test' });
  }
});
