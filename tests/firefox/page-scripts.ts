// The page's scripts in a real Firefox, with the stub background: the warning shows, and holds against every attack.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';

import { attacks } from '../e2e/page/attacks.ts';
import { hostilePages } from '../e2e/page/hostile.ts';
import { readPng, shareOfMagenta, shareOfTeal } from '../e2e/page/png.ts';
import { ordinaryAnswers } from '../support/page-stub/answers.ts';
import { type Desk, type Heard, order, startDesk } from '../support/page-stub/desk.ts';
import { makeStubExtension } from '../support/page-stub/extension.ts';
import { aNotice } from '../support/page-stub/words.ts';
import type { Firefox } from './firefox.ts';
import { pause, until } from './until.ts';

type Outcome = { readonly title: string; readonly failure: string | null };
type Trial = { readonly title: string; readonly run: (scene: Scene) => Promise<void> };
type Launch = (extension: string, proxyPort: number) => Promise<Firefox>;

const keys = { tab: '\uE004', enter: '\uE007', escape: '\uE00C' };
const warned = `document.querySelector('[data-saathi="warning"]') !== null`;
const replaced = `location.pathname === '/blocked.html'`;

class Scene {
  readonly firefox: Firefox;
  readonly desk: Desk;

  constructor(firefox: Firefox, desk: Desk) {
    this.firefox = firefox;
    this.desk = desk;
  }

  async openWarned(path = '/'): Promise<string> {
    const tab = await this.firefox.open(`http://hostile.test${path}`);
    await this.firefox.waitFor(tab, warned);
    return tab;
  }

  async loudness(tab: string): Promise<number> {
    return shareOfMagenta(readPng(await this.firefox.picture(tab)));
  }

  /** Of what is seen, the page has this share; it is drawn at the browser's own time. */
  async comesToSight(tab: string, from: number, to = Infinity): Promise<void> {
    let share = 0;
    await until(`a share of ${from} to ${to} is seen`, async () => {
      share = await this.loudness(tab);
      return share > from && share < to;
    }).catch((error: unknown) => {
      throw new Error(`the page has ${share} of the picture`, { cause: error });
    });
  }

  async staysCovered(tab: string): Promise<void> {
    for (let sample = 0; sample < 4; sample += 1) {
      await pause(350);
      const share = await this.loudness(tab);
      assert.ok(share < 0.0005, `${(share * 100).toFixed(2)} % of the page can be seen`);
    }
    // And in the end the warning itself, or the block page in its place.
    const isReplaced = await this.firefox.evaluate(tab, replaced);
    const teal = shareOfTeal(readPng(await this.firefox.picture(tab)));
    assert.ok(isReplaced === true || teal > 0.002, 'the warning can not be seen');
  }

  async hears(isIt: (message: Heard) => boolean): Promise<void> {
    await until('it is heard', () => this.desk.heard.some(isIt)).catch((error: unknown) => {
      const heard = JSON.stringify(this.desk.heard.map(({ name, body }) => [name, body.why]));
      throw new Error(`heard ${heard}`, { cause: error });
    });
  }
}

const behaviour: readonly Trial[] = [
  {
    title: 'an adult label brings the warning, and nothing of the page is seen',
    run: async (scene) => scene.staysCovered(await scene.openWarned()),
  },
  {
    title: 'BYP-062 the warning looks the same under the strictest policy of a page',
    run: async (scene) => {
      const plainTab = await scene.openWarned();
      let plain = await scene.firefox.picture(plainTab);
      await until('the warning stands still', async () => {
        const before = plain;
        plain = await scene.firefox.picture(plainTab);
        return before.equals(plain);
      });
      for (const path of ['/strict', '/sandboxed']) {
        const tab = await scene.openWarned(path);
        await until(`${path} looks the same`, async () =>
          plain.equals(await scene.firefox.picture(tab)),
        );
      }
    },
  },
  {
    title: 'Enter on the first button leaves, after it could be read and not before',
    run: async (scene) => {
      const tab = await scene.openWarned();
      await scene.firefox.press(tab, keys.enter);
      await pause(1100);
      assert.ok(scene.desk.heard.every(({ name }) => name !== 'warning.leave'));
      await scene.firefox.press(tab, keys.enter);
      await scene.hears(({ name }) => name === 'warning.leave');
    },
  },
  {
    title: 'the second button stays, and the page is given back',
    run: async (scene) => {
      const tab = await scene.openWarned();
      await pause(1100);
      await scene.firefox.press(tab, keys.tab, keys.enter);
      await scene.firefox.waitFor(tab, `!(${warned})`);
      await scene.firefox.waitFor(tab, `document.body.getAttribute('style') === null`);
      await scene.comesToSight(tab, 0.5);
    },
  },
  {
    title: 'BYP-183 the keyboard and the search of the page do not reach below',
    run: async (scene) => {
      const tab = await scene.openWarned();
      for (let tabs = 0; tabs < 8; tabs += 1) await scene.firefox.press(tab, keys.tab);
      const reached = await scene.firefox.evaluate(tab, `document.activeElement.id`);
      assert.ok(reached !== 'below' && reached !== 'field');
      assert.equal(await scene.firefox.evaluate(tab, `window.find('SECRET')`), false);
    },
  },
  {
    title: 'BYP-172 its buttons work under an inert, untouchable root',
    run: async (scene) => {
      const tab = await scene.openWarned();
      await scene.firefox.evaluate(
        tab,
        `(document.documentElement.inert = true, document.documentElement.style.setProperty('pointer-events', 'none', 'important'))`,
      );
      await pause(1100);
      await scene.firefox.press(tab, keys.escape);
      await scene.hears(({ name }) => name === 'warning.leave');
    },
  },
  {
    title:
      'BYP-051 nothing of a page is seen until the background has answered, and all of it then',
    run: async (scene) => {
      let isSilent = true;
      scene.desk.answer = () => (isSilent ? { answered: null } : order({ kind: 'nothing' }));
      const tab = await scene.firefox.open('http://hostile.test/plain');
      await scene.firefox.waitFor(tab, `document.readyState === 'complete'`);
      for (const script of [
        `document.documentElement.removeAttribute('style')`,
        `void document.body.insertAdjacentHTML('beforeend', '<dialog class=over>LOUD</dialog>')`,
        `document.querySelector('dialog').showModal()`,
      ]) {
        await scene.firefox.evaluate(tab, script);
        assert.ok((await scene.loudness(tab)) < 0.0005, script);
      }
      isSilent = false;
      await scene.firefox.waitFor(tab, `document.documentElement.getAttribute('style') === null`);
      await scene.comesToSight(tab, 0.5);
    },
  },
  {
    title: 'BYP-056 a document of another kind is not seen before it is judged, and seen then',
    run: async (scene) => {
      for (const path of ['/svg', '/xhtml']) {
        let isSilent = true;
        scene.desk.answer = () => (isSilent ? { answered: null } : order({ kind: 'nothing' }));
        const tab = await scene.firefox.open(`http://hostile.test${path}`);
        await scene.firefox.waitFor(
          tab,
          `location.pathname === '${path}' && document.readyState === 'complete'`,
        );
        for (let look = 0; look < 3; look += 1) {
          assert.ok((await scene.loudness(tab)) < 0.0005, `${path}, look ${look}`);
          await pause(200);
        }
        isSilent = false;
        await scene.firefox.waitFor(tab, `document.documentElement.getAttribute('style') === null`);
        await scene.comesToSight(tab, 0.3);
      }
    },
  },
  {
    title: 'BYP-038 a page that comes back from the cache is asked about again',
    run: async (scene) => {
      const tab = await scene.firefox.open('http://hostile.test/plain');
      await scene.hears(({ body }) => body.why === 'start');
      await scene.firefox.evaluate(tab, `void (location.href = 'http://elsewhere.test/plain')`);
      await scene.firefox.waitFor(tab, `location.host === 'elsewhere.test'`);
      await pause(300);
      await scene.firefox.evaluate(tab, `void history.back()`);
      await scene.hears(({ body }) => body.why === 'restored');
    },
  },
  {
    title: 'BYP-061 a frame tells its own label',
    run: async (scene) => {
      await scene.firefox.open('http://hostile.test/framed-label');
      await scene.hears(({ frameId, body }) => frameId !== 0 && body.why === 'labels');
    },
  },
  {
    title: 'a time notice shows its corner and nothing more',
    run: async (scene) => {
      scene.desk.answer = () => order({ kind: 'notice', notice: aNotice() });
      const tab = await scene.firefox.open('http://hostile.test/plain');
      await scene.firefox.waitFor(tab, `document.querySelector('[data-saathi="notice"]') !== null`);
      await scene.comesToSight(tab, 0.8, 0.97);
      // And it stays so.
      await pause(300);
      const share = await scene.loudness(tab);
      assert.ok(share > 0.8 && share < 0.97, String(share));
    },
  },
];

/** Of the attacks that differ by one CSS property alone, the first; Chromium gets them all. */
const differs = ['BYP-173', 'BYP-174', 'BYP-176', 'BYP-177', 'BYP-178'];
const tried = attacks.filter(
  ({ id }, index) =>
    differs.includes(id) || index === attacks.findIndex((attack) => attack.id === id),
);

const trials: readonly Trial[] = [
  ...behaviour,
  ...tried.map(({ id, title, script, path }) => ({
    title: `${id} ${title}: nothing of the page is seen`,
    run: async (scene: Scene) => {
      const tab = await scene.openWarned(path);
      await scene.firefox.evaluate(tab, `void setTimeout(() => { ${script} })`);
      await scene.staysCovered(tab);
    },
  })),
];

/** One Firefox for all: nothing of the stub is stored. */
export async function* tryPageScripts(build: string, launch: Launch): AsyncGenerator<Outcome> {
  const desk = await startDesk(hostilePages);
  const extension = makeStubExtension(build, desk.port);
  const firefox = await launch(extension, desk.port);
  for (const { title, run } of trials) {
    desk.heard.splice(0);
    desk.answer = ordinaryAnswers;
    yield { title, failure: await failureOf(() => run(new Scene(firefox, desk))) };
    await firefox.closeOtherTabs();
  }
  await firefox.close();
  await desk.close();
  rmSync(extension, { recursive: true, force: true });
}

async function failureOf(task: () => Promise<void>): Promise<string | null> {
  try {
    await task();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
