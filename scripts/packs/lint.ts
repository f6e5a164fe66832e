// What a shipped pack must keep to beyond rules/packs/sound.ts: who is shown to a child, and which countries must be there.
import { helpFor } from '../../rules/help/choose.ts';
import { mechanismsFor, packsOf } from '../../rules/packs/choose.ts';
import { judgePack } from '../../rules/packs/edition.ts';
import { needs, type Pack } from '../../rules/packs/pack.ts';
import type { SignedPack } from '../../rules/packs/signed.ts';
import { problemsOf } from '../../rules/packs/sound.ts';
import { ageBands } from '../../rules/policy/schema.ts';
import type { Moment } from '../../rules/time/moment.ts';
import { fittingOf } from './verify.ts';

/** Countries that the project was made for in the first place. */
export const promised = 'PK CM GH MU SL GM OM BN ZM BH TD GA RW NG ET UG BJ CR RO MW ZZ'.split(' ');

/** Promised countries whose pack is missing, or has nobody whom a child could be shown. */
export function missingOf(packs: readonly Pack[], now: number): string[] {
  const world = packs.find(({ country }) => country === 'ZZ') ?? null;
  return promised.flatMap((country) => {
    const pack = packs.find((each) => each.country === country);
    if (pack === undefined) return [`${country}: promised, and there is no pack`];
    const own = pack.mechanisms.filter(({ confidence }) => confidence !== 'low');
    if (own.length === 0)
      return [`${country}: promised, and nobody there is sure enough for a child`];
    const offered = mechanismsFor(packsOf(country, pack, world), 'csam', '9-12', now);
    return offered.length === 0 ? [`${country}: promised, and nobody takes images of abuse`] : [];
  });
}

/** Everything wrong with the file of one pack, in sentences. */
export function lintFile(name: string, file: SignedPack, now: number): string[] {
  const { pack } = file;
  const judged = judgePack(file, {
    wanted: [name.slice(0, 2)],
    seen: 0,
    now,
    fitting: fittingOf(file),
  });
  const refusal =
    judged.ok || judged.failure.problem === 'unsound'
      ? []
      : [`${judged.failure.problem}: ${judged.failure.detail}`];
  return [...refusal, ...problemsOf(pack), ...shownLow(pack, now)].map(
    (problem) => `${name}: ${problem}`,
  );
}

/** Lines of low confidence that any list made for a child would show. */
export function shownLow(pack: Pack, now: number): string[] {
  const packs = packsOf(pack.country, pack, pack.country === 'ZZ' ? pack : null);
  const low = new Set(
    pack.mechanisms.filter(({ confidence }) => confidence === 'low').map(({ id }) => id),
  );
  // Whoever is low is low at any hour.
  const date = new Date(now).toISOString().slice(0, 10);
  const moment: Moment = { instant: now, zone: 'UTC', date, weekday: 'mon', minuteOfDay: 720 };
  const shown = ageBands.flatMap((band) => {
    const help = helpFor(packs, { band, language: 'en', moment });
    return [
      ...[null, ...needs].flatMap((need) => mechanismsFor(packs, need, band, now)),
      ...help.lines,
      ...(help.emergency === null ? [] : [help.emergency]),
    ];
  });
  return [...new Set(shown.map(({ id }) => id))]
    .filter((id) => low.has(id))
    .map((id) => `${id} is of low confidence and would be shown to a child`);
}
