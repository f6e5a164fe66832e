// A child's question and a guardian's answer, as messages.
import type { Answer } from '@/rules/messages/contract.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { aHousehold, aPolicy } from '../../support/builders.ts';
import { from } from '../../support/fake-senders.ts';
import type { Home, Worker } from '../../support/fake-world.ts';
import { aSetUpHome } from './family.ts';

export const strict = aPolicy(
  aHousehold()
    .withFilter({ unknown: 'ask', blocklist: ['chat.test'] })
    .withCategory('games', 'block').child,
);
export const house = (policy: Policy = strict) => aSetUpHome(policy);

export const ask = (
  worker: Worker,
  url = 'https://game.test/play?level=7',
  sender = from.blocked,
) => worker.ask('request.ask', { url, why: 'game', words: 'please' }, sender);
export async function asked(worker: Worker, url?: string): Promise<string> {
  const answered = await ask(worker, url);
  if (!answered.ok) throw new Error(answered.failure);
  return answered.value.request.id;
}
export const answers = (worker: Worker, requestId: string, answer: Answer, token?: string) =>
  worker.ask('request.answer', {
    requestId,
    answer,
    ...(token === undefined ? {} : { token }),
  });
export async function isOpen(
  worker: Worker,
  url = 'https://game.test/play?level=7',
): Promise<boolean> {
  const { verdict } = await worker.gets('visit.explain', { url }, from.blocked);
  return verdict.action === 'allow';
}
export const overridesIn = (home: Home) => (home.stored('overrides') ?? []) as readonly unknown[];
