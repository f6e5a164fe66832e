// Events come in swarms: a page that opens two hundred tabs sets off a thousand of them.
import type { World } from './world.ts';

/** Whoever calls while one run is under way shares the next one, which begins after it: nobody gets an older answer. */
export function gathered<T>(task: (world: World) => Promise<T>): (world: World) => Promise<T> {
  const lanes = new WeakMap<World, { running: Promise<unknown>; waiting: Promise<T> | null }>();
  return (world) => {
    const lane = lanes.get(world) ?? { running: Promise.resolve(), waiting: null };
    lanes.set(world, lane);
    if (lane.waiting !== null) return lane.waiting;
    const next = lane.running.then(() => {
      lane.waiting = null;
      return task(world);
    });
    lane.waiting = next;
    lane.running = next.catch(() => undefined); // whoever called is told
    return next;
  };
}
