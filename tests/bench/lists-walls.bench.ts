// What names in the first wall cost: the time until the browser holds them, by how many there are. Asked for from one of
// our own pages, as the worker would, with the rule shape that the compiler makes.
import { findFirefox } from '../../scripts/browsers.ts';
import { buildFolder, buildIfStale } from '../../scripts/fresh-build.ts';
import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { Firefox } from '../firefox/firefox.ts';
import { median } from './support/figures.ts';
import { atMost, figure, publishPart, type Result } from './support/publish.ts';
import { chromiumForBench, withSaathi } from './support/subjects.ts';

const rounds = Number(process.env['SAATHI_ROUNDS'] ?? 5);
/** Names in all that each browser is given (entrypoints/background/use-cases/compile-rules.ts). */
const given = { Chromium: 100_000, Firefox: 30_000 } as const;
const amounts = [10_000, 30_000, 100_000] as const;

type Times = { readonly names: number; readonly write: number[]; readonly read: number[] };

/** Runs in the page: rules beyond our own ids, away again at the end. */
const measure = `(async () => {
  const { declarativeNetRequest: dnr } = globalThis.browser ?? globalThis.chrome;
  const ids = [90001, 90002, 90003, 90004];
  const away = () => dnr.updateDynamicRules({ removeRuleIds: ids });
  const timed = async (task) => {
    const start = performance.now();
    await task();
    return performance.now() - start;
  };
  const all = [];
  for (const names of ${JSON.stringify(amounts)}) {
    const write = [];
    const read = [];
    for (let round = 0; round < ${rounds}; round += 1) {
      await away();
      const addRules = ids.map((id, category) => ({
        id,
        priority: 400,
        action: { type: 'block' },
        condition: {
          resourceTypes: ['main_frame', 'sub_frame', 'script', 'image', 'xmlhttprequest'],
          requestDomains: Array.from(
            { length: names / ids.length },
            (_, at) => \`n\${(at * 7919 + round).toString(36)}.c\${category}x\${at % 997}.example\`,
          ),
        },
      }));
      write.push(await timed(() => dnr.updateDynamicRules({ addRules })));
      read.push(await timed(() => dnr.getDynamicRules({ ruleIds: ids })));
    }
    all.push({ names, write, read });
  }
  await away();
  return all;
})()`;

const rowsOf = (browser: keyof typeof given, all: readonly Times[]): Result[] =>
  all.flatMap(({ names, write, read }) => {
    const thousands = names / 1000;
    const update = figure(
      `${browser}, ${thousands} thousand names, until they are in force`,
      median(write),
      'ms',
    );
    return [
      names === given[browser] ? atMost(1000, update) : update,
      figure(`${browser}, ${thousands} thousand names, read back`, median(read), 'ms'),
    ];
  });

const web = await startPretendWeb();
const { path, version } = await chromiumForBench();
const ours = await withSaathi(path, web);
const page = await ours.saathi.openOwn('options');
const inChromium = await page.evaluate<readonly Times[]>(measure);
await ours.close();

const built = await buildIfStale('firefox');
if (built.code !== 0) throw new Error(built.output);
const found = await findFirefox();
if (found === null) throw new Error('No Firefox to measure in.');
const firefox = await Firefox.launch({
  executablePath: found.path,
  extension: buildFolder('firefox'),
  proxyPort: web.port,
});
const tab = await firefox.open(firefox.address('options'));
await firefox.waitFor(tab, "document.readyState === 'complete'");
const inFirefox = (await firefox.evaluate(tab, measure)) as readonly Times[];
await firefox.close();
await web.close();

publishPart('lists', 'first wall', {
  browser: `Chromium ${version}, Firefox ${found.version}`,
  results: [...rowsOf('Chromium', inChromium), ...rowsOf('Firefox', inFirefox)],
});
process.exit(0);
