// The delivery of reports, with this world's clock, alarms, desk and packs.
import { deskOf, packsOf, type Packs, routesFor } from '@/rules/packs/choose.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { alarms } from './adapters/alarms.ts';
import { clock, lock, random } from './adapters/clock.ts';
import type { Packaged } from './adapters/packaged.ts';
import { openDatabase } from './database/open.ts';
import { post } from './network.ts';
import type { PolicyStore } from './policy-store.ts';
import { createDelivery, type Delivery } from './reporting/delivery.ts';

export function createReports(policies: PolicyStore, packaged: Packaged): () => Delivery {
  let deliveryCache: Delivery | null = null;
  const policy = async (): Promise<Policy> => {
    const current = await policies.current();
    if (current.policy === null) throw new Error('No policy yet: nobody to report to');
    return current.policy;
  };
  const packs = async ({ country }: Policy): Promise<Packs> =>
    packsOf(country, await packaged.pack(country), await packaged.pack('ZZ'));
  const desk = async (): Promise<ReturnType<typeof deskOf>> => {
    const chosen = await policy();
    return deskOf(chosen, (await packs(chosen)).country);
  };
  return () =>
    (deliveryCache ??= createDelivery({
      database: openDatabase,
      post,
      now: clock.now,
      random: random.unit,
      lock,
      wakeAt: (instant) =>
        instant === null ? alarms.cancel('outbox') : alarms.wakeAt('outbox', instant),
      soon: (ms, task) => {
        setTimeout(() => void task(), ms);
      },
      deskOf: desk,
      routesOf: async (topic) => {
        const chosen = await policy();
        return routesFor(topic, await packs(chosen), await desk(), clock.now());
      },
      timeZone: async () => (await policy()).timeZone,
    }));
}
