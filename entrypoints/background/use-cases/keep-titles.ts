// Titles of pages that were seen before they were closed: a question about one can name it. Gone with the browser session.
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

import { defineItem } from '../adapters/store.ts';
import type { Tab } from '../adapters/tabs.ts';
import type { World } from '../world.ts';

const keptTitles = 20;
const longestTitle = 200;
/** Longer addresses are cut on the closed page, and not found again. */
const longestAddress = 20_000;

/** By address. Not one of the world's stores: no verdict needs it. */
const titlesIn = ({ lock }: World) =>
  defineItem({ area: browser.storage.session, lock }, 'titles', z.record(z.string(), z.string()), {
    absent: {},
  });

/** Of the page that was open at this address; '': not known. */
export const titleOf = async (world: World, url: string): Promise<string> =>
  (await titlesIn(world).read())[url] ?? '';

/** Of a tab that was only on its way, the browser tells the title of the page before, or no title but the address. */
export async function keepTitles(world: World, tabs: readonly Tab[]): Promise<void> {
  const seen = tabs
    .filter(({ url, shown, title }) => shown === url && !url.includes(title))
    .filter(({ url, incognito }) => !incognito && url.length <= longestAddress)
    .map(({ url, title }) => [url, title.slice(0, longestTitle)] as const);
  if (seen.length === 0) return;
  await titlesIn(world).update((old) =>
    Object.fromEntries([...Object.entries(old), ...seen].slice(-keptTitles)),
  );
}
