// Where only chosen sites are open: what they are made of comes with them, what they show of others does not.
import { expect, test } from '../fixtures/test.ts';
import { aPolicy } from '../support/policy.ts';

test('BYP-059 an open site may frame itself, and no one else', async ({ saathi, web }) => {
  await saathi.setUp(aPolicy().unknown('block').allowing('ways.test'));
  const own = await saathi.open('http://ways.test/two?http://part.ways.test/');
  await expect.poll(() => web.requestsTo('part.ways.test').length).toBe(2);
  await expect(own.frameLocator('iframe').first().getByText('Hello.')).toBeVisible();
  const foreign = await saathi.open('http://ways.test/two?http://elsewhere.test/');
  await expect(foreign.getByRole('heading', { name: 'Way: two' })).toBeVisible();
  await foreign.waitForTimeout(300);
  expect(web.requestsTo('elsewhere.test')).toEqual([]);
});
