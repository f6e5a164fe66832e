// The official form in a tab and the card beside it, over windows, tabs and pages that are pretended.
import { describe, expect, test } from 'vitest';

import type { Described } from '@/rules/forms/box.ts';
import type { AgeBand } from '@/rules/policy/schema.ts';

import { anOpenChild, aPolicy } from '../support/builders.ts';
import { extensionOrigin } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import type { Worker } from '../support/fake-world.ts';
import { aBox } from '../unit/forms/boxes.ts';
import { aSetUpHome } from './support/family.ts';

const official = 'https://report.hotline.test/form';
const mechanismId = 'pk-hotline';
const seen = 'https://chat.test/room/9';

type Injection = { readonly files?: readonly string[]; readonly args?: readonly unknown[] };

/** A screen with one ordinary window; what is opened, brought forward, closed and written is noted. */
function aScreen(worker: Worker) {
  const tabs = new Map<
    number,
    { url: string; windowId: number; incognito: boolean; index: number }
  >();
  const windows = new Set([1]);
  const written: unknown[] = [];
  let page: Described | Error = { url: official, boxes: [] };
  let next = 100;
  const open = (url: string, windowId: number) => {
    next += 1;
    tabs.set(next, { url, windowId, incognito: false, index: tabs.size });
    return { id: next, ...tabs.get(next) };
  };
  const tabAt = (id: number) => {
    const tab = tabs.get(id);
    if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
    return { id, ...tab };
  };
  const windowAt = (id: number) => {
    if (!windows.has(id)) throw new Error(`No window with id: ${id}.`);
    return { id, incognito: false, focused: true, left: 0, top: 0, width: 1280, height: 800 };
  };
  Object.assign(worker.browser.tabs, {
    create: async ({ url = 'about:newtab', windowId = 1 }) => open(url, windowId),
    get: async (id: number) => tabAt(id),
    update: async (id: number) => tabAt(id),
    remove: async (id: number) => void tabs.delete(id),
  });
  Object.assign(worker.browser.windows, {
    getAll: async () => [windowAt(1)],
    get: async (id: number) => windowAt(id),
    update: async (id: number) => windowAt(id),
    remove: async (id: number) => void windows.delete(id),
    create: async ({ url }: { url: string }) => {
      next += 1;
      windows.add(next);
      return { id: next, tabs: [open(url, next)] };
    },
  });
  Object.assign(worker.browser.scripting, {
    executeScript: async ({ files, args }: Injection) => {
      if (page instanceof Error) throw page;
      if (files !== undefined) return [];
      if (args === undefined) return [{ result: page }];
      written.push(...args);
      return [{ result: (args[1] as { at: number }[]).map(({ at }) => at) }];
    },
  });
  return {
    written,
    urls: () => [...tabs.values()].map(({ url }) => url),
    isOpen: (windowId: number) => windows.has(windowId),
    cardWindow: () => Math.max(...windows),
    closes: (url: string) => tabs.forEach((tab, id) => tab.url === url && tabs.delete(id)),
    moves: (url: string, to: string) => tabs.forEach((tab) => tab.url === url && (tab.url = to)),
    shows: (shown: Described | Error) => {
      page = shown;
    },
  };
}

/** A popup's page that stands in a window of its own. */
const inWindow = (windowId: number) => ({
  ...from.popup,
  frameId: 0,
  tab: { id: 500, windowId, title: 'Saathi' },
});

async function reported(band: AgeBand = '9-12') {
  const { home, worker } = await aSetUpHome(aPolicy(anOpenChild(band)));
  const screen = aScreen(worker);
  const { reportId } = await worker.gets('report.file', { url: seen }, from.blocked);
  const open = (id = mechanismId) =>
    worker.ask('form.open', { reportId, mechanismId: id }, from.report);
  const fill = () => worker.ask('form.fill', { reportId }, from.popup);
  const card = () => worker.gets('popup.opened', {}, inWindow(screen.cardWindow()));
  return { home, worker, screen, reportId, open, fill, card };
}

describe('opening the official form', () => {
  test('shows it in a tab, with the card in a small window beside it', async () => {
    const { screen, open, card, reportId } = await reported();
    expect(await open()).toEqual({ ok: true, value: {} });
    expect(screen.urls()[0]).toBe(official);
    expect(await card()).toEqual({ shows: { kind: 'card', reportId, mechanismId } });
  });

  test('leaves an address in the history that names no report, and tells no other window of it', async () => {
    const { worker, screen, open } = await reported();
    await open();
    expect(screen.urls()[1]).toBe(`${extensionOrigin}/popup.html`);
    for (const other of [from.popup, inWindow(1), inWindow(77)]) {
      expect(await worker.gets('popup.opened', {}, other)).toEqual({ shows: null });
    }
  });

  test('a card that asks before its window is known waits for it, and may ask again', async () => {
    const { worker, screen, open, card, reportId } = await reported();
    const asked: ReturnType<typeof card>[] = [];
    const { create } = worker.browser.windows as { create: (wish: object) => Promise<unknown> };
    Object.assign(worker.browser.windows, {
      create: async (wish: object) => {
        const made = await create(wish);
        asked.push(card());
        return made;
      },
    });
    await open();
    const shows = { kind: 'card', reportId, mechanismId };
    expect(await Promise.all([...asked, card()])).toEqual([{ shows }, { shows }]);
    expect(screen.urls()).toHaveLength(2);
  });

  test('carries nothing of the report to the form’s address', async () => {
    const { screen, open } = await reported();
    await open();
    expect(screen.urls()[0]).not.toContain('chat.test');
  });

  test('a second press brings the same tab forward, also two at once', async () => {
    const { screen, open } = await reported();
    await Promise.all([open(), open()]);
    await open();
    expect(screen.urls().filter((url) => url === official)).toHaveLength(1);
    expect(screen.urls()).toHaveLength(2);
  });

  test('a tab that was closed or went elsewhere is not taken for the form', async () => {
    const { screen, open } = await reported();
    await open();
    screen.moves(official, 'https://evil.test/');
    await open();
    expect(screen.urls().filter((url) => url === official)).toHaveLength(1);
    screen.closes(official);
    await open();
    expect(screen.urls().filter((url) => url === official)).toHaveLength(1);
  });

  test.each(['pk-helpline', 'no-such-mechanism', 'https://evil.test/', '__proto__'])(
    '"%s" is no form, so nothing opens',
    async (id) => {
      const { screen, open } = await reported();
      expect(await open(id)).toEqual({ ok: false, failure: 'not-found' });
      expect(screen.urls()).toEqual([]);
    },
  );

  test('a message can not name an address', async () => {
    const { worker, reportId } = await reported();
    const body = { reportId, url: 'https://evil.test/' };
    expect(await worker.answer({ name: 'form.open', body }, from.report)).toEqual({
      ok: false,
      failure: 'malformed',
    });
  });

  test('a web page can neither open nor fill nor close a form', async () => {
    const { home, worker, reportId } = await reported();
    const page = from.page(home.shows('https://evil.test/'));
    for (const name of ['form.open', 'form.fill', 'form.close'] as const) {
      expect(await worker.ask(name, { reportId }, page)).toEqual({
        ok: false,
        failure: 'not-allowed',
      });
    }
  });

  test('for a child of 5 to 8 there is no form', async () => {
    const { screen, open } = await reported('5-8');
    expect(await open()).toEqual({ ok: false, failure: 'not-allowed' });
    expect(screen.urls()).toEqual([]);
  });
});

describe('a report from the keyboard that no machine can deliver', () => {
  const pressed = async (band: AgeBand) => {
    // A desk that takes mail alone: a person has to send it.
    const desk = { kind: 'mail', name: 'Mail desk', address: 'desk@cert.test' } as const;
    const { home, worker } = await aSetUpHome({ ...aPolicy(anOpenChild(band)), desk });
    worker.listen();
    const screen = aScreen(worker);
    worker.browser.commands.onCommand.fire('report', home.shows('https://chat.test/'));
    await home.settled();
    const { shows } = await worker.gets('popup.opened', {}, from.popup);
    return { home, screen, shows };
  };

  test('opens the form with the same press, in place of the popup', async () => {
    const { home, screen, shows } = await pressed('9-12');
    expect(screen.urls()[0]).toBe(official);
    expect(screen.urls()[1]).toBe(`${extensionOrigin}/popup.html`);
    expect(shows).toBeNull();
    expect(home.failures).toEqual([]);
  });

  test('for a child of 5 to 8 opens the popup, and no form', async () => {
    const { screen, shows } = await pressed('5-8');
    expect(screen.urls()).toEqual([]);
    expect(shows).toMatchObject({ kind: 'report' });
  });
});

describe('a report from a warning that no machine can deliver', () => {
  const warned = async (band: AgeBand = '9-12') => {
    const desk = { kind: 'mail', name: 'Mail desk', address: 'desk@cert.test' } as const;
    const { home, worker } = await aSetUpHome({ ...aPolicy(anOpenChild(band)), desk });
    const screen = aScreen(worker);
    const report = (url: string) => worker.gets('warning.report', {}, from.page(home.shows(url)));
    return { screen, report };
  };

  test('opens the form with the same press', async () => {
    const { screen, report } = await warned();
    expect(await report('https://chat.test/')).toMatchObject({ state: 'by-hand' });
    expect(screen.urls()[0]).toBe(official);
  });

  test('gives a page of the smallest no address of a form', async () => {
    const { screen, report } = await warned('5-8');
    expect(await report('https://chat.test/')).toMatchObject({
      route: { kind: 'form', url: null },
    });
    expect(screen.urls()).toEqual([]);
  });

  test('a page that reports without end fills no screen with windows', async () => {
    const { screen, report } = await warned();
    for (let each = 0; each < 12; each += 1) await report(`https://chat.test/${each}`);
    expect(screen.urls().filter((url) => url === official)).toHaveLength(5);
  });
});

const boxes = [
  aBox({ at: 0, label: 'Your name' }),
  aBox({ at: 1, label: 'Link' }),
  aBox({ at: 2, label: 'What happened?', tag: 'textarea', type: 'textarea' }),
];

describe('filling it in', () => {
  test('writes the facts into the boxes that ask for them, and says which', async () => {
    const { worker, screen, open, fill, reportId } = await reported();
    await worker.gets('report.add', { reportId, words: 'They wrote to me' }, from.report);
    await open();
    screen.shows({ url: `${official}?step=1`, boxes });
    expect(await fill()).toEqual({ ok: true, value: { filled: ['address', 'words'] } });
    expect(screen.written).toEqual([
      'https://report.hotline.test',
      [
        { at: 1, value: seen },
        { at: 2, value: 'They wrote to me' },
      ],
    ]);
  });

  test('of pictures of a child only the address is written', async () => {
    const { worker, screen, open, fill, reportId } = await reported();
    await worker.gets('report.add', { reportId, topic: 'csam', words: 'a' }, from.report);
    await open();
    screen.shows({ url: official, boxes });
    expect(await fill()).toEqual({ ok: true, value: { filled: ['address'] } });
  });

  test.each([
    ['is nowhere open', null],
    ['moved to another host', { url: 'https://evil.test/', boxes }],
    ['says that it is somewhere else', { url: 'https://hotline.test.evil.test/', boxes }],
    ['answers what is no description', { url: official, boxes: [{ at: 'x' }] }],
    ['can not be looked into', new Error('Frame with ID 0 is showing error page')],
  ])('a form that %s gets nothing', async (_, page) => {
    const { screen, open, fill } = await reported();
    if (page !== null) {
      await open();
      screen.shows(page as Described | Error);
      if ('url' in page && page.url === 'https://evil.test/') screen.moves(official, page.url);
    }
    expect(await fill()).toEqual({ ok: true, value: { filled: [] } });
    expect(screen.written).toEqual([]);
  });
});

describe('what is left of it', () => {
  test('leaving closes the form and the card, and opens an empty tab in its place', async () => {
    const { home, worker, screen, open, reportId } = await reported();
    await open();
    const stored = home.session('openForms') as Record<string, { cardWindowId: number }>;
    await worker.gets('form.close', { reportId }, from.popup);
    expect(screen.urls()).not.toContain(official);
    expect(screen.urls()).toContain('about:newtab');
    expect(screen.isOpen(stored[reportId]?.cardWindowId ?? 0)).toBe(false);
    expect(home.session('openForms')).toEqual({});
  });

  test('a tab in which the child has gone elsewhere is left alone', async () => {
    const { worker, screen, open, reportId } = await reported();
    await open();
    screen.moves(official, 'https://school.test/');
    await worker.gets('form.close', { reportId }, from.popup);
    expect(screen.urls()).toContain('https://school.test/');
  });

  test('nothing of it outlives the browser session, or the report', async () => {
    const { home, worker, open, reportId } = await reported();
    await open();
    expect(home.stored('openForms')).toBeUndefined();
    await worker.gets('reports.forget', { reportId }, from.mine);
    expect(home.session('openForms')).toEqual({});
  });
});
