// The extension with a clock that runs faster: an hour of a family's day in some minutes. Only the worker's own clocks and
// the alarms it sets are changed; the browser around it is the real one.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Clock = {
  /** Milliseconds since the epoch, as the extension sees them. */
  readonly now: () => number;
  /** The same of a real instant. */
  readonly at: (real: number) => number;
  /** How many of its milliseconds pass in a real one. */
  readonly speed: number;
};

export const realClock: Clock = { now: () => Date.now(), at: (real) => real, speed: 1 };

type Faster = {
  readonly extension: string;
  readonly clock: Clock;
  readonly remove: () => void;
};

export function faster(build: string, speed: number): Faster {
  const start = Date.now();
  const at = (real: number) => start + (real - start) * speed;
  const extension = mkdtempSync(join(tmpdir(), 'saathi-soak-'));
  cpSync(build, extension, { recursive: true });
  const worker = join(extension, 'background.js');
  writeFileSync(worker, `${prelude(start, speed)}\n${readFileSync(worker, 'utf8')}`);
  return {
    extension,
    clock: { now: () => at(Date.now()), at, speed },
    remove: () => rmSync(extension, { recursive: true, force: true }),
  };
}

const prelude = (start: number, speed: number): string => `(() => {
  const real = Date.now.bind(Date);
  const steady = performance.now.bind(performance);
  Date.now = () => Math.floor(${start} + (real() - ${start}) * ${speed});
  performance.now = () => steady() * ${speed};
  const toReal = (at) => ${start} + (at - ${start}) / ${speed};
  const toFast = (alarm) => alarm && { ...alarm, scheduledTime: ${start} + (alarm.scheduledTime - ${start}) * ${speed} };
  const { create, get } = chrome.alarms;
  chrome.alarms.create = (name, { when }) => create.call(chrome.alarms, name, { when: toReal(when) });
  chrome.alarms.get = async (name) => toFast(await get.call(chrome.alarms, name));
})();`;
