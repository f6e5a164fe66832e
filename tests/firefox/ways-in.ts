// Spellings, and every way to come to a closed address.
import assert from 'node:assert/strict';

import { closedWords, innocent, paths, spellings } from '../e2e/bypass/ways.ts';
import type { Trial } from './round.ts';
import { pause, until } from './until.ts';

const trap = 'http://trap.test/';
const clickOn = (selector: string): string => `void document.querySelector('${selector}').click()`;

const spelled: readonly Trial[] = [...new Set(spellings.map(({ id }) => id))].map((id) => ({
  title: `${id} every spelling of a closed host is closed, and the host hears nothing`,
  run: async (round) => {
    for (const { url, silent } of spellings.filter((way) => way.id === id)) {
      await round.firefox.closeTab(await round.isClosed(url, ...silent));
    }
  },
}));

export const waysIn: readonly Trial[] = [
  ...spelled,
  {
    title: 'BYP-021 BYP-025 every spelling of a closed path and word is closed, unasked',
    run: async (round) => {
      // Chromium gets them all; here the wall is one, and sees every address before it is asked for.
      for (const { url } of [...paths.slice(0, 4), ...closedWords.slice(0, 4)]) {
        await round.firefox.closeTab(await round.isClosed(url, 'small.test'));
      }
    },
  },
  {
    title: 'BYP-005 BYP-021 BYP-025 what is only written alike stays open',
    run: async (round) => {
      for (const [, url] of innocent) await round.firefox.closeTab(await round.isOpen(url, ''));
      assert.notDeepEqual(round.web.requestsTo('nottrap.test'), []);
      assert.equal(round.web.requestsTo('small.test').length, 2);
    },
  },
  {
    title:
      'BYP-009 BYP-018 a closed name before the @, and a number beside a closed one, stay open',
    run: async (round) => {
      await round.isOpen('http://trap.test:x@fine.test/', 'A small site at fine.test');
      await round.isOpen('http://[::ffff:203.0.113.8]/', 'A small site at');
    },
  },
  {
    title: 'BYP-029 a link, a form, a new tab and a window end at the block page',
    run: async (round) => {
      const { firefox } = round;
      for (const kind of ['link', 'form']) {
        const tab = await round.isOpen(`http://ways.test/${kind}?${trap}`, `Way: ${kind}`);
        await firefox.evaluate(tab, clickOn('#go'));
        await round.isBlocked(tab, kind);
      }
      for (const [kind, button] of [
        ['link', '#new'],
        ['window', '#go'],
      ] as const) {
        const tab = await round.isOpen(`http://ways.test/${kind}?${trap}`, `Way: ${kind}`);
        const before = await firefox.tabs();
        await firefox.evaluate(tab, clickOn(button));
        await round.isBlocked(await firefox.newTab(before), `${kind} ${button}`);
      }
      round.heardNothing('trap.test');
    },
  },
  {
    title: 'BYP-030 every kind of redirect and a chain of nineteen are stopped on the way',
    run: async (round) => {
      for (const kind of ['302', '303', '307', '308', 'hops/19']) {
        const tab = await round.isClosed(`http://ways.test/${kind}?${trap}`, 'trap.test');
        assert.equal(round.web.requestsTo('ways.test').length, kind === 'hops/19' ? 19 : 1);
        await round.firefox.closeTab(tab);
      }
    },
  },
  {
    title: 'BYP-031 a refresh tag, a refresh header and a script end at the block page',
    run: async (round) => {
      await round.isClosed(`http://redirect.test/meta?${trap}`, 'trap.test');
      for (const kind of ['refresh', 'script']) {
        await round.isClosed(`http://ways.test/${kind}?${trap}`, 'trap.test');
      }
    },
  },
  {
    title: 'BYP-032 a closed site asks for no password, and sends no file and no paper',
    run: async (round) => {
      for (const path of ['login', 'file', 'paper']) await round.isClosed(trap + path, 'trap.test');
    },
  },
  {
    title: 'BYP-039 five open tabs are replaced when a rule comes, hidden ones too',
    run: async (round) => {
      const tabs = [];
      for (let count = 0; count < 5; count += 1) {
        tabs.push(await round.isOpen(`http://five.test/${count}`, 'A small site at five.test'));
      }
      await round.close('five.test');
      for (const tab of tabs) await round.isBlocked(tab);
    },
  },
  {
    title: 'BYP-043 a page kept for a year is closed before the browser looks into its cache',
    run: async (round) => {
      const tab = await round.isOpen('http://kept.test/kept', 'Kept');
      await round.firefox.goTo(tab, 'about:blank');
      await round.close('kept.test');
      round.web.forgetRequests();
      await round.firefox.goTo(tab, 'http://kept.test/kept');
      await round.isBlocked(tab);
      round.heardNothing('kept.test');
    },
  },
  {
    title: 'BYP-044 BYP-049 neither its source nor the reader shows a closed page',
    run: async (round) => {
      for (const view of ['view-source:', 'about:reader?url=']) {
        const address = (to: string) => view + (view.endsWith('=') ? encodeURIComponent(to) : to);
        const tab = await round.firefox.openAsBrowser(address(trap));
        await pause(1500);
        const words = await round.firefox
          .evaluate(tab, 'document.documentElement.innerText')
          .catch(String);
        assert.doesNotMatch(String(words), /A trap/, view);
        round.heardNothing('trap.test');
        // The same view of an open page does ask for it: the trial is a real one.
        await round.firefox.openAsBrowser(address('http://fine.test/seen'));
        await until(view, () => round.web.requestsTo('fine.test').length > 0);
        await pause(1000);
        assert.deepEqual(round.web.requestsTo('fine.test'), ['http://fine.test/seen'], view);
        round.web.forgetRequests();
      }
    },
  },
  {
    title: 'BYP-045 a page written into the address bar is closed to a child of 9',
    run: async (round) => {
      await round.isClosed('data:text/html,<h1>Game</h1>');
    },
  },
  {
    title: 'BYP-052 Back leads to the last open page, and a block page judges anew',
    run: async (round) => {
      const tab = await round.isOpen('http://fine.test/', 'A small site at fine.test');
      await round.firefox.goTo(tab, trap);
      await round.isBlocked(tab);
      await round.firefox.evaluate(tab, 'void location.reload()');
      await pause(500);
      await round.isBlocked(tab, 'after a reload');
      await round.firefox.travel(tab, -1);
      await round.firefox.waitFor(tab, `location.href === 'http://fine.test/'`);
      round.heardNothing('trap.test');
    },
  },
  {
    title: 'BYP-076 BYP-077 a search is sent to the strict mode of its engine',
    run: async (round) => {
      for (const [url, forced] of [
        ['http://www.google.com.pk/search?tbm=isch&q=cats&safe=off', 'safe=active'],
        ['http://yandex.com/images/search?text=cats', 'family=yes'],
      ] as const) {
        const tab = await round.firefox.open(url);
        await round.firefox.waitFor(
          tab,
          `document.querySelector('#request')?.textContent.includes('${forced}')`,
        );
        const asked = round.web.requestsTo(new URL(url).hostname);
        assert.deepEqual(
          asked.filter((address) => !address.includes(forced)),
          [],
        );
      }
    },
  },
];
