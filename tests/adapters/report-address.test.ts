import { expect, test } from 'vitest';

import { from } from '../support/fake-senders.ts';
import { aSetUpHome } from './support/family.ts';

test('a page that runs off to another address while it is reported is the one that is named', async () => {
  const { home, worker } = await aSetUpHome();
  home.shows('https://mean.test/page', { pendingUrl: 'https://innocent.test/' });
  const filed = await worker.gets('report.file', {}, from.popup);
  expect(filed.facts).toContainEqual({ key: 'address', value: 'https://mean.test/page' });
});
