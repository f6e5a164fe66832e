// What a page does by itself once it is open: new addresses without loading, foreign content, a new document.
import { expect, test } from './shared.ts';

const trap = 'http://trap.test/';

for (const [id, name, move] of [
  ['BYP-033', 'history.pushState', `history.pushState(null, '', '/games/1')`],
  ['BYP-033', 'history.replaceState', `history.replaceState(null, '', '/games/1')`],
  ['BYP-034', 'navigation.navigate', `void navigation.navigate('/games/1')`],
  ['BYP-035', 'a new fragment', `location.hash = '#/games/1'`],
] as const) {
  test(`${id} an address made by ${name} is judged again`, async ({ round }) => {
    const page = await round.isOpen('http://spa.test/', 'One page, many addresses');
    // As such an app does: the page stays, and draws the rest itself.
    await page.evaluate(`navigation.addEventListener('navigate', (event) => {
      if (event.canIntercept && !event.hashChange) event.intercept();
    })`);
    await page.evaluate(move);
    await round.isBlocked(page, name);
  });
}

test('BYP-036 BYP-037 an open page can not fetch, draw or run what a closed site has', async ({
  round,
}) => {
  const page = await round.isOpen('http://fine.test/', 'A small site at fine.test');
  const reached = await page.evaluate(async (address) => {
    const byTag = (tag: 'img' | 'script') =>
      new Promise<boolean>((resolve) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => resolve(true));
        element.addEventListener('error', () => resolve(false));
        element.src = address;
        document.head.append(element);
      });
    const fetched = fetch(address).then(
      () => true,
      () => false,
    );
    return [await fetched, await byTag('img'), await byTag('script')];
  }, trap);
  expect(reached).toEqual([false, false, false]);
  round.heardNothing('trap.test');
});

test('BYP-037 a document that is opened anew is still looked at', async ({ round }) => {
  const page = await round.isOpen('http://anew.test/', 'A small site at anew.test');
  await page.evaluate(() => {
    document.open();
    document.write(
      '<!doctype html><head><meta name="rating" content="adult"><title>New</title></head><h1>New</h1>',
    );
    document.close();
  });
  await round.isBlocked(page);
});

test('BYP-048 an empty window that a page fills is closed with the page', async ({ round }) => {
  const opener = await round.isOpen('http://opener.test/', 'A small site at opener.test');
  const opened = round.saathi.context.waitForEvent('page');
  await opener.evaluate(() => {
    const empty = window.open('about:blank');
    empty?.document.write('<h1>Written</h1>');
    empty?.document.close();
  });
  const empty = await opened;
  await expect(empty.getByRole('heading', { name: 'Written' })).toBeVisible();
  await round.close('opener.test');
  await round.isBlocked(empty);
});
