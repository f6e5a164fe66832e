import { expect, test } from 'vitest';

import { anOpenChild, aPolicy } from '../support/builders.ts';
import { from } from '../support/fake-senders.ts';
import { aSetUpHome } from './support/family.ts';

test('pictures in a frame are looked at as in its page, and none inside of a page of help', async () => {
  const { home, worker } = await aSetUpHome(aPolicy(anOpenChild('9-12')));
  const modeIn = async (page: string): Promise<string> => {
    const sender = { ...from.page(home.shows(page), 3), url: 'https://widget.test/chat' };
    return (await worker.gets('pictures.begin', { mark: 'abcdefghijkl' }, sender)).mode;
  };
  expect(await modeIn('https://forum.test/')).toBe('hide');
  expect(await modeIn('https://helpline.test/')).toBe('off');
});
