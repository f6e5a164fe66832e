// What the script itself knows: which page was in front from when to when, and what played behind it.
type Scene = {
  /** Null: nothing that counts. */
  readonly front: string | null;
  readonly heard: readonly string[];
};

export type Totals = {
  readonly seconds: number;
  readonly byHost: Readonly<Record<string, number>>;
};

export class Truth {
  readonly #byHost = new Map<string, number>();
  #ms = 0;
  #scene: Scene = { front: null, heard: [] };
  #since: number;

  constructor(start: number) {
    this.#since = start;
  }

  becomes(scene: Scene, at: number): void {
    this.#book(at - this.#since);
    this.#scene = scene;
    this.#since = at;
  }

  totals(at: number): Totals {
    this.becomes(this.#scene, at);
    return {
      seconds: this.#ms / 1000,
      byHost: Object.fromEntries([...this.#byHost].map(([host, ms]) => [host, ms / 1000])),
    };
  }

  #book(ms: number): void {
    const { front, heard } = this.#scene;
    const hosts = new Set(front === null ? heard : [front, ...heard]);
    if (hosts.size > 0) this.#ms += ms;
    for (const host of hosts) this.#byHost.set(host, (this.#byHost.get(host) ?? 0) + ms);
  }
}

/** The host that is furthest from the truth, and by how many seconds. */
export function worstHost(truth: Totals, counted: Totals): { host: string; seconds: number } {
  const names = new Set([...Object.keys(truth.byHost), ...Object.keys(counted.byHost)]);
  return [...names]
    .map((host) => ({ host, seconds: (counted.byHost[host] ?? 0) - (truth.byHost[host] ?? 0) }))
    .reduce((worst, each) => (Math.abs(each.seconds) > Math.abs(worst.seconds) ? each : worst), {
      host: 'none',
      seconds: 0,
    });
}
