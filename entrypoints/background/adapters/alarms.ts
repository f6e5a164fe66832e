// Absolute times only. Firefox forgets alarms at restart, so reconcile() always arms them again.
import { browser } from 'wxt/browser';

export type AlarmName =
  | 'policy-change'
  | 'heartbeat'
  | 'outbox'
  | 'lists-refresh'
  | 'packs-refresh';

export type Alarms = {
  /** Wakes the worker at `instant`; an alarm already set for that very time is left alone, or it would never fire. */
  readonly wakeAt: (name: AlarmName, instant: number) => Promise<void>;
  readonly cancel: (name: AlarmName) => Promise<void>;
};

export const alarms: Alarms = {
  async wakeAt(name, instant) {
    const present = await browser.alarms.get(name);
    if (present !== undefined && Math.abs(present.scheduledTime - instant) < 500) return;
    await browser.alarms.create(name, { when: instant });
  },
  async cancel(name) {
    await browser.alarms.clear(name);
  },
};
