import { describe, expect, test, vi } from 'vitest';

import { answer, Refusal } from '@/entrypoints/background/answer.ts';
import { createHandlers } from '@/entrypoints/background/handlers.ts';
import { createPageHandlers } from '@/entrypoints/background/page-handlers.ts';
import { recognise, type Sender, type UntrustedSender } from '@/entrypoints/background/sender.ts';
import { contract, type MessageName } from '@/rules/messages/contract.ts';

import { extensionId, extensionOrigin } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';

const ours = { id: extensionId, origin: extensionOrigin };
const aTab = { id: 4, windowId: 2, title: 'Fun' };
const aPage: UntrustedSender = { id: extensionId, url: 'https://fun.test/', frameId: 0, tab: aTab };

/** Every message of the contract, each with the handler given; what the handlers got is kept. */
function deskWith(handle: (body: unknown, sender: Sender) => Promise<unknown> = async () => ({})) {
  const got: { readonly body: unknown; readonly sender: Sender }[] = [];
  const handler = async (body: unknown, sender: Sender): Promise<unknown> => {
    got.push({ body, sender });
    return handle(body, sender);
  };
  const handlers = Object.fromEntries(Object.keys(contract).map((name) => [name, handler]));
  return { got, desk: { definitions: contract, handlers } };
}

describe('who is speaking', () => {
  const surfaceOf = (sender: UntrustedSender) => recognise(sender, ours)?.surface ?? null;

  test('BYP-048 an empty page is the page’s that opened it', () => {
    const urlOf = (sender: UntrustedSender) => recognise(sender, ours)?.url;
    const origin = 'https://fun.test';
    expect(urlOf({ ...aPage, url: 'about:blank', origin })).toBe('https://fun.test/');
    expect(urlOf({ ...aPage, url: 'about:blank#x', origin })).toBe('https://fun.test/');
    expect(urlOf({ ...aPage, url: '', origin })).toBe('https://fun.test/');
    expect(urlOf({ ...aPage, url: 'about:blank', origin: 'null' })).toBe('about:blank');
    expect(urlOf({ ...aPage, origin: 'https://other.test' })).toBe('https://fun.test/');
    expect(urlOf({ ...aPage, url: 'about:blank', origin: extensionOrigin })).toBe('about:blank');
  });

  test.each(['options', 'blocked', 'report', 'mine', 'popup'] as const)(
    'our %s page is known by its own address',
    (page) => {
      expect(surfaceOf(from[page])).toBe(page);
    },
  );

  test.each([
    ['another extension', { ...from.options, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['a sender without an id', { url: from.options.url }],
    ['another extension that shows our page’s path', { ...aPage, id: 'x'.repeat(32) }],
    ['our own page in a frame of somebody else’s (BYP-123)', { ...from.options, frameId: 3 }],
    ['a document of ours that has no voice', { ...from.options, url: `${extensionOrigin}/x.html` }],
    ['a path that is a name of Object', { ...from.options, url: `${extensionOrigin}/__proto__` }],
    ['our bare origin', { ...from.options, url: `${extensionOrigin}/` }],
    ['a worker, which has no tab and no page', { id: extensionId, url: 'https://fun.test/w.js' }],
    ['nobody', {}],
  ] satisfies readonly (readonly [string, UntrustedSender])[])('%s is nobody', (_, sender) => {
    expect(surfaceOf(sender)).toBeNull();
  });

  test.each([
    'https://fun.test/options.html',
    `https://fun.test/?${extensionOrigin}/options.html`,
    `https://fun.test/#${extensionOrigin}/options.html`,
    `${extensionOrigin}.fun.test/options.html`,
    `blob:${extensionOrigin}/options.html`,
    `view-source:${extensionOrigin}/options.html`,
    `chrome-extension://${'b'.repeat(32)}/options.html`,
    'about:srcdoc',
    '',
  ])('BYP-124 a page at %s is a page and never "options"', (url) => {
    expect(surfaceOf({ ...aPage, url })).toBe('page');
  });

  test('a query, a fragment and dots in the path do not make a page of ours another one', () => {
    const at = (rest: string) => surfaceOf({ ...from.options, url: `${extensionOrigin}${rest}` });
    expect(at('/options.html?x=/popup.html#/mine.html')).toBe('options');
    expect(at('/options.html/../popup.html')).toBe('popup');
    expect(at('//options.html')).toBeNull();
    expect(at('/OPTIONS.HTML')).toBeNull();
  });

  test('BYP-128 address, title, tab and frame are the browser’s word', async () => {
    const { got, desk } = deskWith();
    const body = { labels: [], why: 'start' };
    await answer(desk, { name: 'page.hello', body }, { ...aPage, frameId: 5 }, ours);
    expect(got[0]?.sender).toEqual({
      surface: 'page',
      url: 'https://fun.test/',
      title: 'Fun',
      tabId: 4,
      windowId: 2,
      frameId: 5,
      isInactive: false,
    });
  });

  test('BYP-128 an address inside the message is not even read: the message is malformed', async () => {
    const { got, desk } = deskWith();
    const body = { labels: [], why: 'start', url: 'https://school.test/' };
    expect(await answer(desk, { name: 'page.hello', body }, aPage, ours)).toEqual({
      ok: false,
      failure: 'malformed',
    });
    expect(got).toEqual([]);
  });
});

const names = Object.keys(contract) as MessageName[];
const closedToPages = names.filter((name) => !contract[name].from.some((each) => each === 'page'));

test.each(closedToPages)('BYP-112 a content script that sends "%s" is refused', async (name) => {
  const { got, desk } = deskWith();
  const answered = await answer(desk, { name, body: {} }, aPage, ours);
  expect(answered).toEqual({ ok: false, failure: 'not-allowed' });
  expect(got).toEqual([]);
});

test('who comes before what: a refused sender learns nothing about the shape', async () => {
  const { desk } = deskWith();
  const bodies = [undefined, {}, 'x', { policy: {}, baseRevision: 0 }];
  for (const body of bodies) {
    expect(await answer(desk, { name: 'policy.save', body }, aPage, ours)).toEqual({
      ok: false,
      failure: 'not-allowed',
    });
  }
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'policy.save'],
  ['a number', Number.NaN],
  ['a list', [['name', 'state.read']]],
  ['more than a name and a body', { name: 'state.read', body: {}, extra: 1 }],
  ['a name that is no text', { name: 7, body: {} }],
  ['a name of megabytes', { name: 'x'.repeat(2_000_000), body: {} }],
])('a message that is %s is refused', async (_, message) => {
  const { got, desk } = deskWith();
  expect(await answer(desk, message, from.options, ours)).toEqual({
    ok: false,
    failure: 'not-allowed',
  });
  expect(got).toEqual([]);
});

test.each(['', 'state', 'state.reads', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'the name "%s" is nobody’s',
  async (name) => {
    const { desk } = deskWith();
    expect(await answer(desk, { name, body: {} }, from.options, ours)).toBeNull();
  },
);

test.each([
  ['guardian.unlock', { challengeId: '', key: 'k' }],
  ['guardian.unlock', { challengeId: 'c', key: 'k'.repeat(65) }],
  ['guardian.unlock', { challengeId: 'c', key: 'k', attempts: 0 }],
  ['policy.save', { policy: {}, baseRevision: 1.5 }],
  ['policy.save', { policy: {}, baseRevision: '1' }],
  ['request.answer', { requestId: 'r', answer: 'for-ever' }],
  ['request.answer', { requestId: 'r', answer: 'today', token: null }],
  ['request.ask', { url: 'x'.repeat(70_000), why: 'game', words: '' }],
  ['request.ask', { url: 'https://a.test/', why: 'game', words: 'w'.repeat(141) }],
  ['history.read', { childId: '' }],
  ['history.read', { days: 1000 }],
  ['clock.confirm', { token: 7 }],
  ['report.add', { reportId: 'r', words: 'w'.repeat(501) }],
  ['state.read', null],
  ['state.read', { unlocked: true }],
] as const)('BYP-105 a malformed body of "%s" is refused: %j', async (name, body) => {
  const { got, desk } = deskWith();
  const sender = name === 'request.ask' ? from.blocked : from.options;
  const allowed = name === 'report.add' ? from.report : sender;
  expect(await answer(desk, { name, body }, allowed, ours)).toEqual({
    ok: false,
    failure: 'malformed',
  });
  expect(got).toEqual([]);
});

test('labels of megabytes are refused before they are read', async () => {
  const { got, desk } = deskWith();
  const labels = ['x'.repeat(1_000_000)];
  const sent = { name: 'page.hello', body: { labels, why: 'start' } };
  expect(await answer(desk, sent, aPage, ours)).toEqual({ ok: false, failure: 'malformed' });
  expect(got).toEqual([]);
});

test('BYP-243 no message changes the prototype of anything', async () => {
  const { got, desk } = deskWith();
  const poisoned = [
    '{"name":"state.read","body":{"__proto__":{"unlocked":true}}}',
    '{"name":"state.read","body":{"constructor":{"prototype":{"unlocked":true}}}}',
    '{"name":"state.read","body":{},"__proto__":{"unlocked":true}}',
    '{"name":"__proto__","body":{"unlocked":true}}',
    '{"name":"policy.save","body":{"policy":{"__proto__":{"unlocked":true}},"baseRevision":0}}',
  ];
  for (const text of poisoned) await answer(desk, JSON.parse(text), from.options, ours);
  expect(({} as { unlocked?: boolean }).unlocked).toBeUndefined();
  expect(got).toHaveLength(1);
  expect(Object.getPrototypeOf(got[0]?.body)).toBe(Object.prototype);
});

test('every message of the contract has one handler, and every handler a message', () => {
  const handled = [
    ...Object.keys(createPageHandlers({} as never)),
    ...Object.keys(createHandlers({} as never)),
  ];
  expect(new Set(handled)).toEqual(new Set(names));
  expect(handled).toHaveLength(names.length);
});

const thrown = async (error: unknown) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { desk } = deskWith(async () => {
    throw error;
  });
  const sent = { name: 'policy.save', body: { policy: 'secret words', baseRevision: 0 } };
  const answered = await answer(desk, sent, from.options, ours);
  const logged = log.mock.calls;
  log.mockRestore();
  return { answered, logged };
};

test('a report that fails leaves no word of a report in the log, which a parent may open', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { desk } = deskWith(async () => {
    throw new Error('a bug');
  });
  await answer(desk, { name: 'report.file', body: {} }, from.popup, ours);
  await answer(desk, { name: 'reports.read', body: {} }, from.mine, ours);
  const logged = JSON.stringify(log.mock.calls.map(([words]) => String(words)));
  log.mockRestore();
  expect(logged).toContain('failed');
  expect(logged).not.toContain('report');
});

test('a use case that refuses is answered with its reason, and is no bug', async () => {
  expect(await thrown(new Refusal('needs-guardian'))).toEqual({
    answered: { ok: false, failure: 'needs-guardian' },
    logged: [],
  });
});

test.each([
  new Error('a bug'),
  new TypeError("reading 'quotas' of undefined"),
  'a text',
  null,
  undefined,
])('a bug (%s) is answered "broken" and does not reach the page', async (error) => {
  const { answered, logged } = await thrown(error);
  expect(answered).toEqual({ ok: false, failure: 'broken' });
  expect(JSON.stringify(logged)).toContain('policy.save');
  expect(JSON.stringify(logged)).not.toContain('secret words');
});

const named = (name: string, message = ''): Error => Object.assign(new Error(message), { name });
test.each([
  ['the disk is full', new DOMException('full', 'QuotaExceededError')],
  ['the database is full', named('QuotaExceededError')],
  [
    'its transaction was given up for it',
    Object.assign(named('AbortError'), { inner: named('QuotaExceededError') }),
  ],
  [
    'one row of many did not fit',
    Object.assign(named('BulkError'), { failures: [named('QuotaExceededError')] }),
  ],
  ['storage.local is full in Chromium', new Error('Resource::kQuotaBytes quota exceeded')],
  ['the same, in its older words', new Error('QUOTA_BYTES quota exceeded')],
  [
    'storage.local is full in Firefox',
    new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.'),
  ],
])('BYP-100 BYP-101 "storage-full" when %s', async (_, error) => {
  expect((await thrown(error)).answered).toEqual({ ok: false, failure: 'storage-full' });
});
