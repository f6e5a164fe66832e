// Which hosts of a set go into the first wall, where there is room for some: the most visited first.

/** Hosts of a list with their scores, lowest first; a lower score is more visited. */
export type FirstNames = { readonly hosts: readonly string[]; readonly scores: readonly number[] };

/** Of one set. More than the browsers' rules take in a second; the compiler of rules chooses again. */
const mostFirstNames = 30_000;

const unranked = 100_000_000;

/** The rank where a list of best-known sites has one; else short names of few labels before long ones. */
export function scoreOf(host: string, rank: number | null): number {
  if (rank !== null) return rank;
  let labels = 1;
  // Asked of millions: nothing is allocated.
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) labels += 1;
  return unranked + labels * 1000 + host.length;
}

/** Keeps the best of any number of hosts in the memory of two times the most. */
export function createFirstNames(most = mostFirstNames) {
  let kept: { host: string; score: number }[] = [];
  // The worst that is kept; a tie beyond it would only change which of two unknown names stands last.
  let worst = Number.POSITIVE_INFINITY;
  const cut = (): void => {
    kept.sort((a, b) => a.score - b.score || (a.host < b.host ? -1 : 1));
    kept = kept.filter(({ host }, index) => host !== kept[index - 1]?.host).slice(0, most);
    if (kept.length === most) worst = kept.at(-1)?.score ?? worst;
  };
  return {
    add(host: string, score: number): void {
      if (score >= worst) return;
      kept.push({ host, score });
      if (kept.length >= 2 * most) cut();
    },
    take(): FirstNames {
      cut();
      return { hosts: kept.map(({ host }) => host), scores: kept.map(({ score }) => score) };
    },
  };
}

/** The names of several lists as one, best first; a host in two of them counts by its better score. */
export function joinFirstNames(
  lists: Iterable<FirstNames>,
  most = mostFirstNames,
): readonly string[] {
  const best = new Map<string, number>();
  for (const { hosts, scores } of lists) {
    for (const [index, host] of hosts.entries()) {
      const score = scores[index] ?? unranked;
      if (score < (best.get(host) ?? Number.POSITIVE_INFINITY)) best.set(host, score);
    }
  }
  const joined = createFirstNames(most);
  for (const [host, score] of best) joined.add(host, score);
  return joined.take().hosts;
}
