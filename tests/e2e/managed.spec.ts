import { expect, test, browserPath } from './fixtures/test.ts';
import { installManaged, reasonNotToManage } from './support/managed.ts';
import { aPolicy } from './support/policy.ts';

const reason = reasonNotToManage(browserPath());
test.skip(reason !== null, reason ?? '');

test('a managed policy makes set-up unnecessary and is in force after a start', async ({
  saathi,
  web,
}) => {
  let remove = (): void => {};
  try {
    await saathi.restart({
      whileClosed: () => {
        remove = installManaged(aPolicy().blocking('game.test').named('Class 5').build());
      },
    });
    // Chromium hands out managed storage seconds after a start, on a busy machine more.
    await expect
      .poll(() => saathi.ask('state.read', {}), { timeout: 40_000 })
      .toMatchObject({ ok: true, value: { source: 'managed', setUp: true } });
    // The policy is known first, the browser's rules are made from it a moment later.
    await expect
      .poll(async () => JSON.stringify(await saathi.rulesInForce()), { timeout: 20_000 })
      .toContain('"game.test"');
    const page = await saathi.open('http://game.test/');
    await expect(page.locator('[data-saathi="blocked"]')).toBeVisible();
    expect(web.requestsTo('game.test')).toEqual([]);
  } finally {
    remove();
  }
});
