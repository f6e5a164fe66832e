import { parseWith } from '../rules/parse.ts';
import type { IntakeDesk } from '../rules/policy/desk-schema.ts';
// `npm run conformance -- URL`: whether a desk keeps docs/intake-protocol.md. Without a URL the embedded desk is held to it.
//   --seal-key=KEY --receipt-key=KEY   as the country's pack names them; without, the ones the desk itself names
//   --patience=SECONDS                 how long it may wait for the rest of a request (60)
//   --flood=NUMBER                     letters sent to see it defend itself (200); 0: it is spared
// The desk gets trial reports of category "other" about conformance.example: point this at a trial queue.
import { configSchema } from '../rules/reporting/intake/protocol.ts';
import type { Stage, Verdict } from './conformance/check.ts';
import { createProbe } from './conformance/probe.ts';
import { holdToProtocol } from './conformance/run.ts';
import { startIntakeDesk } from './desk/intake.ts';

const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

process.exitCode = await conformance(process.argv.slice(2).find((one) => !one.startsWith('--')));

async function conformance(url: string | undefined): Promise<number> {
  if (url === undefined) return ofEmbedded();
  if (!URL.canParse(url)) {
    console.error('conformance: that is no address');
    return 2;
  }
  const stage = {
    officer: null,
    patienceMs: Number(option('patience') ?? 60) * 1000,
    flood: Number(option('flood') ?? 200),
  };
  return held(await deskAt(url), stage);
}

async function ofEmbedded(): Promise<number> {
  const desk = await startIntakeDesk({ patienceMs: 2000 });
  console.log(`conformance: no address given: the embedded desk at ${desk.url}`);
  const code = await held(desk.asDesk, { officer: desk.officer, patienceMs: 10_000, flood: 200 });
  await desk.close();
  return code;
}

/** With the keys given, else with those it names: enough for a trial, never for a child's report. */
async function deskAt(endpoint: string): Promise<IntakeDesk> {
  const bare = { kind: 'intake', name: 'Desk', endpoint } as const;
  const probe = createProbe(bare);
  const answer = await probe.ask(probe.at.config).catch(() => null);
  const told = parseWith(configSchema, answer?.json);
  const [sealKey, receiptKey] = [
    option('seal-key') ?? (told.ok ? told.value.sealKey : null),
    option('receipt-key') ?? (told.ok ? told.value.receiptKey : null),
  ];
  return {
    ...bare,
    ...(sealKey === null ? {} : { sealKey }),
    ...(receiptKey === null ? {} : { receiptKey }),
  };
}

async function held(desk: IntakeDesk, stage: Stage): Promise<number> {
  const verdicts = await holdToProtocol(desk, stage, { tell });
  const count = (result: Verdict['result']): number =>
    verdicts.filter((one) => one.result === result).length;
  console.log(
    `\n${count('kept')} kept, ${count('broken')} broken, ${count('left-out')} left out (no key, no officer or no work to check).`,
  );
  return count('broken') === 0 ? 0 : 1;
}

function tell({ id, what, result, why }: Verdict): void {
  const mark = { kept: 'kept    ', broken: 'BROKEN  ', 'left-out': 'left out' }[result];
  console.log(`${mark} ${id.padEnd(18)} ${what}${why === null ? '' : `\n           ${why}`}`);
}
