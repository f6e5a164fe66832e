// What an open page does by itself: new addresses without loading, foreign content, frames, windows it fills.
import assert from 'node:assert/strict';

import type { Trial } from './round.ts';
import { pause } from './until.ts';

const trap = 'http://trap.test/';

const moves = [
  ['BYP-033', `history.pushState(null, '', '/games/1')`],
  ['BYP-033', `history.replaceState(null, '', '/games/1')`],
  ['BYP-034', `void globalThis.navigation?.navigate('/games/1')`],
  ['BYP-035', `void (location.hash = '#/games/1')`],
] as const;

const framed = [
  ['BYP-058', 'two'],
  ['BYP-058', 'deep/5'],
  ['BYP-060', 'embed'],
  ['BYP-060', 'object'],
  ['BYP-060', 'frameset'],
] as const;

export const waysInside: readonly Trial[] = [
  ...moves.map(
    ([id, move]) =>
      ({
        title: `${id} an address made by ${move} is judged again`,
        run: async (round) => {
          const tab = await round.isOpen('http://spa.test/', 'One page, many addresses');
          await round.firefox.evaluate(
            tab,
            `void globalThis.navigation?.addEventListener('navigate', (event) => {
          if (event.canIntercept && !event.hashChange) event.intercept();
        })`,
          );
          await round.firefox.evaluate(tab, move);
          await round.isBlocked(tab, move);
        },
      }) satisfies Trial,
  ),
  ...framed.map(
    ([id, kind]) =>
      ({
        title: `${id} a closed site in a page of the kind "${kind}" is not asked for, and the page stays`,
        run: async (round) => {
          const tab = await round.firefox.open(`http://ways.test/${kind}?${trap}`);
          await round.firefox.waitFor(
            tab,
            `location.host === 'ways.test' && document.readyState === 'complete'`,
          );
          await pause(300);
          assert.equal(await round.firefox.evaluate(tab, 'location.host'), 'ways.test');
          assert.notDeepEqual(round.web.requestsTo('ways.test'), []);
          round.heardNothing('trap.test');
        },
      }) satisfies Trial,
  ),
  {
    title: 'BYP-036 BYP-037 an open page can not fetch, draw or run what a closed site has',
    run: async (round) => {
      const tab = await round.isOpen('http://fine.test/', 'A small site at fine.test');
      const reached = await round.firefox.evaluate(
        tab,
        `Promise.all([
          fetch('${trap}').then(() => true, () => false),
          ...['img', 'script'].map((tag) => new Promise((resolve) => {
            const element = document.createElement(tag);
            element.addEventListener('load', () => resolve(true));
            element.addEventListener('error', () => resolve(false));
            element.src = '${trap}';
            document.head.append(element);
          })),
        ])`,
      );
      assert.deepEqual(reached, [false, false, false]);
      round.heardNothing('trap.test');
    },
  },
  {
    title: 'BYP-037 a document that is opened anew is still looked at',
    run: async (round) => {
      const tab = await round.isOpen('http://anew.test/', 'A small site at anew.test');
      await round.firefox.evaluate(
        tab,
        `void setTimeout(() => {
          document.open();
          document.write('<!doctype html><head><meta name="rating" content="adult"></head><h1>New</h1>');
          document.close();
        })`,
      );
      await round.isBlocked(tab);
    },
  },
  {
    title: 'BYP-046 a page made by a page is judged as its maker',
    run: async (round) => {
      const maker = await round.isOpen('http://maker.test/', 'A small site at maker.test');
      const before = await round.firefox.tabs();
      await round.firefox.evaluate(
        maker,
        `void window.open(URL.createObjectURL(new Blob(['<h1>Made</h1>'], { type: 'text/html' })))`,
      );
      const made = await round.firefox.newTab(before);
      await round.shows(made, 'Made');
      await round.close('maker.test');
      await round.isBlocked(made, 'the page that was made');
      await round.isBlocked(maker, 'its maker');
    },
  },
  {
    title: 'BYP-047 a bookmarklet does nothing on the block page',
    run: async (round) => {
      const tab = await round.isClosed(trap, 'trap.test');
      await round.firefox.evaluate(
        tab,
        `void (() => {
          const link = document.createElement('a');
          link.href = "javascript:document.title='taken over';void document.body.remove()";
          document.body.append(link);
          link.click();
        })()`,
      );
      await pause(500);
      assert.notEqual(await round.firefox.evaluate(tab, 'document.title'), 'taken over');
      await round.isBlocked(tab);
    },
  },
  {
    title: 'BYP-048 an empty window that a page fills is closed with the page',
    run: async (round) => {
      const opener = await round.isOpen('http://opener.test/', 'A small site at opener.test');
      const before = await round.firefox.tabs();
      await round.firefox.evaluate(
        opener,
        `void (() => {
          const empty = window.open('about:blank');
          empty.document.write('<h1>Written</h1>');
          empty.document.close();
        })()`,
      );
      const empty = await round.firefox.newTab(before);
      await round.shows(empty, 'Written');
      await round.close('opener.test');
      await round.isBlocked(empty, 'the window');
    },
  },
  {
    title: 'BYP-064 no page of ours can be framed or fetched by a web page',
    run: async (round) => {
      const tab = await round.isOpen('http://fine.test/', 'A small site at fine.test');
      const address = JSON.stringify(round.firefox.address('blocked'));
      const outcome = await round.firefox.evaluate(
        tab,
        `Promise.all([
          fetch(${address}).then(() => 'reached', () => 'refused'),
          new Promise((resolve) => {
            const frame = document.createElement('iframe');
            frame.src = ${address};
            document.body.append(frame);
            setTimeout(() => {
              try { resolve(frame.contentDocument?.body?.textContent ?? ''); } catch { resolve(''); }
            }, 1000);
          }),
        ])`,
      );
      assert.deepEqual(outcome, ['refused', '']);
    },
  },
  {
    title: 'BYP-065 BYP-074 a page finds no frame of ours, and neither name nor rule of the child',
    run: async (round) => {
      const tab = await round.firefox.open(`http://unsure.test/?url=${encodeURIComponent(trap)}`);
      await round.firefox.waitFor(
        tab,
        `document.querySelector('[data-saathi="warning"]') !== null`,
      );
      const seen = await round.firefox.evaluate(
        tab,
        `[window.frames.length,
          [...document.querySelectorAll('[data-saathi]')].map(({ shadowRoot }) => shadowRoot),
          /Mina|9-12/.test(document.documentElement.outerHTML)]`,
      );
      assert.deepEqual(seen, [0, [null], false]);
    },
  },
  {
    title: 'BYP-066 a frame in full screen gives way to the block page',
    run: async (round) => {
      const tab = await round.isOpen('http://full.test/', 'A small site at full.test');
      await round.firefox.evaluate(
        tab,
        `void (() => {
          const frame = Object.assign(document.createElement('iframe'), { allowFullscreen: true });
          const button = document.createElement('button');
          button.addEventListener('click', () => void frame.requestFullscreen());
          document.body.append(frame, button);
          button.focus();
        })()`,
      );
      // A key of a person: Firefox gives the whole screen to nobody else.
      await round.firefox.press(tab, '\uE007');
      await round.firefox.waitFor(tab, `document.fullscreenElement?.localName === 'iframe'`);
      await round.close('full.test');
      await round.isBlocked(tab);
      assert.equal(await round.firefox.evaluate(tab, 'document.fullscreenElement'), null);
    },
  },
];
