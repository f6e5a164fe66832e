// Events come in swarms: a page that opens two hundred tabs sets off a thousand of them.
import type { World } from './world.ts';

/** What both clocks said when something was asked for. */
type Clocks = { readonly at: number; readonly steady: ReturnType<World['steady']> };
export const clocksOf = (world: World): Clocks => ({ at: world.now(), steady: world.steady() });

/** Whoever calls while one run is under way shares the next one, which begins after it: nobody gets an older answer. The task is told when it was first asked for. */
export function gathered<T>(
  task: (world: World, asked: Clocks) => Promise<T>,
): (world: World) => Promise<T> {
  const lanes = new WeakMap<World, { running: Promise<unknown>; waiting: Promise<T> | null }>();
  return (world) => {
    const lane = lanes.get(world) ?? { running: Promise.resolve(), waiting: null };
    lanes.set(world, lane);
    if (lane.waiting !== null) return lane.waiting;
    const asked = clocksOf(world);
    const next = lane.running.then(() => {
      lane.waiting = null;
      return task(world, asked);
    });
    lane.waiting = next;
    lane.running = next.catch(() => undefined); // whoever called is told
    return next;
  };
}
