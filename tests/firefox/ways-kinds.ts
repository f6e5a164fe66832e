// Documents that are not HTML, and pages that a site's own service worker serves without any network.
import assert from 'node:assert/strict';

import { readPng, shareOfMagenta } from '../e2e/page/png.ts';
import type { Round, Trial } from './round.ts';
import { pause, until } from './until.ts';

const kinds = ['svg', 'xhtml', 'xml', 'text', 'image', 'paper'] as const;

const loudness = async (round: Round, tab: string): Promise<number> =>
  shareOfMagenta(readPng(await round.firefox.picture(tab)));

async function comes(round: Round, url: string): Promise<string> {
  const tab = await round.firefox.open(url);
  await round.firefox.waitFor(tab, `location.href === ${JSON.stringify(url)}`);
  await round.firefox.waitFor(tab, `document.readyState === 'complete'`);
  return tab;
}

export const waysOfKinds: readonly Trial[] = [
  {
    title: 'BYP-056 a closed site is closed whatever kind of document it sends, and is not asked',
    run: async (round) => {
      for (const kind of kinds) {
        await round.firefox.closeTab(
          await round.isClosed(`http://trap.test/kinds/${kind}`, 'trap.test'),
        );
      }
    },
  },
  {
    title: 'BYP-056 an open document of any kind comes to sight, and is replaced when it is closed',
    run: async (round) => {
      const tabs: [kind: string, tab: string][] = [];
      for (const kind of kinds.slice(0, 5)) {
        const tab = await comes(round, `http://kinds.test/kinds/${kind}`);
        if (kind === 'svg' || kind === 'xhtml') await isSeen(round, tab, kind);
        if (kind === 'image')
          await round.firefox.waitFor(tab, 'document.images[0].naturalWidth === 1');
        tabs.push([kind, tab]);
      }
      await round.close('kinds.test');
      for (const [kind, tab] of tabs) await round.isBlocked(tab, kind);
    },
  },
  {
    title: 'BYP-042 a page that its own service worker serves without any request is replaced',
    run: async (round) => {
      const { firefox, web } = round;
      const tab = await round.isOpen('http://worker.test/', 'Without a worker');
      await firefox.evaluate(
        tab,
        `navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)
          .then(() => undefined)`,
      );
      web.forgetRequests();
      await firefox.goTo(tab, 'http://worker.test/served');
      await round.shows(tab, 'From the worker');
      assert.deepEqual(pagesAsked(round), []);
      await isSeen(round, tab, 'the page from the worker');
      await round.close('worker.test');
      await round.isBlocked(tab, 'the open page');
      const again = await round.firefox.open('http://worker.test/served-again');
      for (let look = 0; look < 3; look += 1) {
        assert.ok((await loudness(round, again)) < 0.0005, `look ${look}`);
        await pause(150);
      }
      await round.isBlocked(again, 'the page opened again');
      assert.deepEqual(pagesAsked(round), []);
    },
  },
];

/** After a visit the browser looks by itself, at its own time, whether there is a newer worker: that is no page. */
const pagesAsked = ({ web }: Round): readonly string[] =>
  web.requestsTo('worker.test').filter((url) => !url.endsWith('/worker.js'));

/** The text of a page stands in its document before the page has been judged and is drawn. */
const isSeen = (round: Round, tab: string, what: string): Promise<void> =>
  until(`${what} is seen`, async () => (await loudness(round, tab)) > 0.3);
