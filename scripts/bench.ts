// `npm run bench`: every tests/bench/*.bench.ts in turn (or those named), then docs/benchmarks.md from what they wrote.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Published } from '../tests/bench/support/publish.ts';
import { root } from './commands.ts';

const benches = join(root, 'tests', 'bench');
const results = join(root, 'docs', 'benchmarks');
const wanted = process.argv.slice(2);

const failed: string[] = [];
for (const file of readdirSync(benches).filter((name) => name.endsWith('.bench.ts'))) {
  const name = file.replace('.bench.ts', '');
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(benches, file)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) failed.push(name);
}
writeFileSync(join(root, 'docs', 'benchmarks.md'), summary());
if (failed.length > 0) {
  console.error(`These benches did not finish: ${failed.join(', ')}`);
  process.exitCode = 1;
}

function summary(): string {
  const files = existsSync(results)
    ? readdirSync(results)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
    : [];
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench` from docs/benchmarks/*.json; do not edit by hand. Medians; where two are compared, of paired runs',
    'taken in turns. "Not told apart" means that the 95 % interval of the paired difference holds zero. Each figure belongs to its',
    'machine: read ratios rather than absolutes.',
    ...files.flatMap(section),
    '',
  ].join('\n');
}

function section(file: string): string[] {
  const { machine, results: rows } = JSON.parse(
    readFileSync(join(results, file), 'utf8'),
  ) as Published;
  const { cpu, cores, memoryGiB, os, browser } = machine;
  return [
    '',
    `## ${file.replace('.json', '')}`,
    '',
    `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${os}; browser: ${browser}.`,
    '',
    '| what | value | unit | goal | met |',
    '| --- | ---: | --- | --- | --- |',
    ...rows.map(
      ({ name, value, unit, goal, met }) =>
        `| ${name} | ${value} | ${unit} | ${goal ?? ''} | ${met === null ? '' : met ? 'yes' : '**no**'} |`,
    ),
  ];
}
