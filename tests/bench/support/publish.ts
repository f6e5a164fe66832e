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
/** A figure that is to reach a number, or go over it. */
export const atLeast = (least: number, { name, value, unit }: Result): Result => ({
  name,
  value,
  unit,
  goal: `at least ${least}`,
  met: value >= least,
});
/** A figure that is to stay under (or at) a number. */
export const atMost = (most: number, { name, value, unit }: Result): Result => ({
  name,
  value,
  unit,
  goal: `at most ${most}`,
  met: value <= most,
});

const folder = join(root, 'docs', 'benchmarks');

export function publish(name: string, browser: string, results: readonly Result[]): void {
  mkdirSync(folder, { recursive: true });
  const published: Published = { machine: { ...machine(), browser }, results };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(published, null, 2)}\n`);
  print(results);
}

/**
 * For a record that several benches write: takes the place of the rows of this part, whose names begin with
 * "part: ", and leaves the others. A part without a browser leaves the name of the browser too.
 */
export function publishPart(
  name: string,
  part: string,
  { browser, results }: { readonly browser: string | null; readonly results: readonly Result[] },
): void {
  const path = join(folder, `${name}.json`);
  const old = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Published) : null;
  const rows = results.map((result) => ({ ...result, name: `${part}: ${result.name}` }));
  const others = (old?.results ?? []).filter((row) => !row.name.startsWith(`${part}: `));
  const published: Published = {
    machine: { ...machine(), browser: browser ?? old?.machine.browser ?? 'none' },
    results: [...others, ...rows].toSorted((left, right) =>
      partOf(left) < partOf(right) ? -1 : 1,
    ),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(published, null, 2)}\n`);
  print(rows);
}

const partOf = ({ name }: Result): string => name.split(':', 1)[0] ?? '';

function print(results: readonly Result[]): void {
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
