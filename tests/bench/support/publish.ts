// Every bench ends here: a table for people, and docs/benchmarks/NAME.json for the record.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';

import { root } from '../../../scripts/commands.ts';

export type Result = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words, such as "under 50"; null where the figure is there to compare with. */
  readonly goal: string | null;
  readonly met: boolean | null;
};
export type Published = {
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly os: string;
    readonly browser: string;
  };
  readonly results: readonly Result[];
};

const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;

/** A figure without a goal. */
export const figure = (name: string, value: number, unit: string): Result => ({
  name,
  value: rounded(value),
  unit,
  goal: null,
  met: null,
});
/** A figure that is to stay under (or at) a number. */
export const atMost = (most: number, { name, value, unit }: Result): Result => ({
  name,
  value,
  unit,
  goal: `at most ${most}`,
  met: value <= most,
});

export function publish(name: string, browser: string, results: readonly Result[]): void {
  const folder = join(root, 'docs', 'benchmarks');
  mkdirSync(folder, { recursive: true });
  const published: Published = { machine: { ...machine(), browser }, results };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(published, null, 2)}\n`);
  console.table(
    results.map(({ name: what, value, unit, goal, met }) => ({
      what,
      value,
      unit,
      goal: goal ?? '',
      met: met === null ? '' : met ? 'yes' : 'NO',
    })),
  );
}

/** Enough to know what the figures mean; no name of a host, no path. */
function machine(): Omit<Published['machine'], 'browser'> {
  const release = '/etc/os-release';
  const pretty = existsSync(release)
    ? /PRETTY_NAME="([^"]+)"/.exec(readFileSync(release, 'utf8'))?.[1]
    : undefined;
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: pretty ?? type(),
  };
}
