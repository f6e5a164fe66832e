// The delivery of reports, with this world's clock, alarms, desk and packs.
import { deskOf, mailDeskOf, type Packs } from '@/rules/packs/choose.ts';
import { routesFor } from '@/rules/packs/routes.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { maySend } from './adapters/sending-consent.ts';
import { quietly } from './listeners/quietly.ts';
import { post } from './network.ts';
import { packsInUse } from './packs/in-use.ts';
import { createDelivery, type Delivery } from './reporting/delivery.ts';
import type { World } from './world.ts';

/** The world with its reports: only what is loaded later has them. */
export type WorldWithReports = World & { readonly reports: () => Delivery };

export function createReports(world: World): () => Delivery {
  let deliveryCache: Delivery | null = null;
  const policy = async (): Promise<Policy> => {
    const current = await world.policies.current();
    if (current.policy === null) throw new Error('No policy yet: nobody to report to');
    return current.policy;
  };
  const packs = ({ country }: Policy): Promise<Packs> => packsInUse(world, country);
  const desk = async (): Promise<ReturnType<typeof deskOf>> => {
    const chosen = await policy();
    return deskOf(chosen, (await packs(chosen)).country);
  };
  return () =>
    (deliveryCache ??= createDelivery({
      database: world.database,
      post,
      now: world.now,
      random: world.random.unit,
      lock: world.lock,
      wakeAt: (instant) =>
        instant === null ? world.alarms.cancel('outbox') : world.alarms.wakeAt('outbox', instant),
      soon: (ms, task) => {
        // If it fails, the alarm tries again.
        setTimeout(quietly(task), ms);
      },
      maySend,
      deskOf: desk,
      routesOf: async (topic) => {
        const chosen = await policy();
        const chosenPacks = await packs(chosen);
        const desks = {
          machine: deskOf(chosen, chosenPacks.country),
          mail: mailDeskOf(chosen, chosenPacks.country),
        };
        return routesFor(topic, chosenPacks, desks, world.now());
      },
      timeZone: async () => (await policy()).timeZone,
    }));
}
