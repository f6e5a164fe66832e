import { describe, expect, test } from 'vitest';

import { aHousehold, aPolicy } from '../support/builders.ts';
import type { FakeTab } from '../support/fake-browser.ts';
import { from } from '../support/fake-senders.ts';
import type { Home, Worker } from '../support/fake-world.ts';
import { aSetUpHome } from './support/family.ts';

const strict = aPolicy(
  aHousehold().withFilter({ blocklist: ['chat.test', 'wiki.test/secret'] }).child,
);
const house = async () => {
  const { home, worker } = await aSetUpHome(strict);
  worker.listen();
  await home.settled();
  return { home, worker };
};
type Event = keyof Worker['browser']['webNavigation'];
async function fires(
  home: Home,
  worker: Worker,
  event: Event,
  details: { tabId: number; url: string; frameId?: number; documentLifecycle?: string },
): Promise<void> {
  worker.browser.webNavigation[event].fire({ frameId: 0, ...details });
  await home.settled();
}
const isClosed = ({ url }: FakeTab) => url.includes('/blocked.html#');

describe('the second wall', () => {
  test.each([
    'onBeforeNavigate',
    'onCommitted',
    'onErrorOccurred',
    'onHistoryStateUpdated',
    'onReferenceFragmentUpdated',
  ] as const)('replaces a tab that %s shows what is closed', async (event) => {
    const { home, worker } = await house();
    const tab = home.shows('https://school.test/');
    await fires(home, worker, event, { tabId: tab.id, url: 'https://chat.test/' });
    expect(isClosed(tab)).toBe(true);
    expect(home.failures).toEqual([]);
  });

  test('BYP-051 puts the block page up again where it was stopped on its way', async () => {
    const { home, worker } = await house();
    const ours = worker.browser.runtime.getURL('/blocked.html#https%3A%2F%2Fchat.test%2F');
    const stopped = home.shows('https://chat.test/');
    await fires(home, worker, 'onErrorOccurred', { tabId: stopped.id, url: ours });
    expect(isClosed(stopped)).toBe(true);
    const elsewhere = home.shows('https://school.test/');
    await fires(home, worker, 'onErrorOccurred', { tabId: elsewhere.id, url: ours });
    expect(elsewhere.url).toBe('https://school.test/');
    expect(home.failures).toEqual([]);
  });

  test('follows a page that changes its address without loading', async () => {
    const { home, worker } = await house();
    const tab = home.shows('https://wiki.test/');
    const details = { tabId: tab.id, url: 'https://wiki.test/secret/1' };
    await fires(home, worker, 'onHistoryStateUpdated', details);
    expect(isClosed(tab)).toBe(true);
  });

  test('leaves an open page alone, help under any rule, and our own pages', async () => {
    const { home, worker } = await house();
    for (const url of [
      'https://school.test/',
      'https://helpline.test/',
      worker.browser.runtime.getURL('/blocked.html#x'),
    ]) {
      const tab = home.shows(url);
      await fires(home, worker, 'onCommitted', { tabId: tab.id, url });
      expect(tab.url).toBe(url);
    }
  });

  test('BYP-134 a page rendered ahead moves no tab', async () => {
    const { home, worker } = await house();
    const tab = home.shows('https://school.test/');
    const details = { tabId: tab.id, url: 'https://chat.test/', documentLifecycle: 'prerender' };
    await fires(home, worker, 'onBeforeNavigate', details);
    await fires(home, worker, 'onCommitted', details);
    expect(tab.url).toBe('https://school.test/');
  });

  test('a frame that is closed is emptied, and the page around it stays', async () => {
    const { home, worker } = await house();
    const tab = home.shows('https://school.test/');
    const frame = { tabId: tab.id, frameId: 3, url: 'https://chat.test/embed' };
    await fires(home, worker, 'onCommitted', frame);
    expect(home.profile.scripts).toEqual([`function ${tab.id} 3`]);
    expect(tab.url).toBe('https://school.test/');
  });

  test('a tab that is gone meanwhile is no failure', async () => {
    const { home, worker } = await house();
    await fires(home, worker, 'onBeforeNavigate', { tabId: 99, url: 'https://chat.test/' });
    await fires(home, worker, 'onCommitted', { tabId: 99, url: 'https://chat.test/', frameId: 2 });
    expect(home.failures).toEqual([]);
  });

  test('several walls make one entry in the tab’s history', async () => {
    const { home, worker } = await house();
    const tab = home.shows('https://chat.test/');
    const details = { tabId: tab.id, url: 'https://chat.test/', frameId: 0 };
    worker.browser.webNavigation.onBeforeNavigate.fire(details);
    worker.browser.webNavigation.onCommitted.fire(details);
    worker.browser.webNavigation.onErrorOccurred.fire(details);
    await home.settled();
    expect(isClosed(tab)).toBe(true);
    expect(tab.history).toEqual(['https://chat.test/']);
  });

  test('BYP-052 Back from a block page leads out, not round in a circle', async () => {
    const { home, worker } = await house();
    const tab = home.shows('https://school.test/');
    const details = { tabId: tab.id, url: 'https://chat.test/' };
    await fires(home, worker, 'onBeforeNavigate', details);
    // Back goes to the refused request's own entry first.
    await fires(home, worker, 'onBeforeNavigate', details);
    await fires(home, worker, 'onErrorOccurred', details);
    expect(tab.url).toBe('https://school.test/');
  });

  test('the way out of a block page is forgotten with the page it led to: later refusals are explained', async () => {
    const { home, worker } = await house();
    const url = 'https://chat.test/';
    const tab = home.shows('https://school.test/');
    const details = { tabId: tab.id, url };
    await fires(home, worker, 'onBeforeNavigate', details);
    expect(isClosed(tab)).toBe(true);
    const { request } = await worker.gets(
      'request.ask',
      { url, why: 'friend', words: '' },
      from.blocked,
    );
    const token = await worker.unlock();
    await worker.gets('request.answer', { requestId: request.id, answer: 'minutes-15', token });
    // The block page opens what was given.
    await fires(home, worker, 'onBeforeNavigate', details);
    await worker.browser.tabs.update(tab.id, { url });
    await fires(home, worker, 'onCommitted', details);
    expect(tab.url).toBe(url);
    const [given] = (await worker.gets('day.read', {})).overrides;
    await worker.gets('override.end', { overrideId: given?.id ?? '' });
    await fires(home, worker, 'onErrorOccurred', details);
    expect(isClosed(tab)).toBe(true);
  });

  test('every tab is judged when the worker wakes', async () => {
    const { home } = await house();
    const tabs = ['https://chat.test/', 'https://school.test/', 'https://wiki.test/secret'].map(
      (url, at) => home.shows(url, { windowId: at + 1 }),
    );
    home.closeBrowser();
    home.profile.tabs.push(...tabs);
    const worker = await home.wake();
    worker.listen();
    await home.settled();
    expect(tabs.map(isClosed)).toEqual([true, false, true]);
  });
});
