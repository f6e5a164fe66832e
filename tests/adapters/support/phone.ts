// A guardian's phone: an authenticator app that is not ours, and the ways to it.
import { Secret, TOTP } from 'otpauth';

import { aHousehold, aPolicy } from '../../support/builders.ts';
import { from } from '../../support/fake-senders.ts';
import type { Home, Worker } from '../../support/fake-world.ts';
import { aSetUpHome } from './family.ts';

export type Phone = { readonly secret: string; readonly shows: (at: number) => string };

export function aPhone(): Phone {
  const secret = new Secret({ size: 20 });
  return {
    secret: secret.base32,
    shows: (at) => TOTP.generate({ secret, digits: 6, period: 30, timestamp: at }),
  };
}

/** Six digits that the phone shows neither now nor in the hour around. */
export function notShownBy(phone: Phone, at: number): string {
  const shown = new Set(
    Array.from({ length: 240 }, (_, step) => phone.shows(at + (step - 120) * 30_000)),
  );
  return (
    Array.from({ length: 300 }, (_, code) => String(code).padStart(6, '0')).find(
      (code) => !shown.has(code),
    ) ?? ''
  );
}

/** Pairs a phone; the code that proved it is spent, so a minute passes. */
export async function pairs(
  home: Home,
  worker: Worker,
  name = 'Ammi',
): Promise<Phone & { readonly id: string; readonly token: string }> {
  const token = await worker.unlock();
  const phone = aPhone();
  const paired = await worker.gets('phone.pair', {
    name,
    secret: phone.secret,
    code: phone.shows(home.clock.now),
    token,
  });
  if (paired.kind !== 'paired') throw new Error(paired.why);
  home.passes(60_000);
  return { ...phone, id: paired.phone.id, token };
}

export async function asks(worker: Worker, url: string, wanted?: 'minutes-15' | 'today') {
  const { request } = await worker.gets(
    'request.ask',
    { url, why: 'game', words: '', ...(wanted !== undefined && { wanted }) },
    from.blocked,
  );
  return request.id;
}

export const redeems = (worker: Worker, requestId: string, code: string) =>
  worker.gets('code.redeem', { requestId, code }, from.blocked);

export async function isOpen(worker: Worker, url: string): Promise<boolean> {
  const { verdict } = await worker.gets('visit.explain', { url }, from.blocked);
  return verdict.action === 'allow';
}

export const strictHousehold = aPolicy(
  aHousehold().withCategory('games', 'block').withCategory('video', 'block').child,
);
/** A home where games and videos are closed and a phone can answer. */
export async function aHomeWithPhone() {
  const { home, worker } = await aSetUpHome(strictHousehold);
  return { home, worker, phone: await pairs(home, worker) };
}

/** How often a code was tried since the last right one. */
export const codeTriesOf = (home: Home): number =>
  (home.stored('codeAttempts') as { count: number } | undefined)?.count ?? 0;
