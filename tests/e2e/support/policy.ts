// Policies said as a sentence: aPolicy().forBand('9-12').blocking('game.test').withQuota('all', 1).
import type { Desk } from '../../../rules/policy/desk-schema.ts';
import {
  type Action,
  type AgeBand,
  type Category,
  categories,
  type ChildProfile,
  type Language,
  type Policy,
  type Weekday,
  weekdays,
} from '../../../rules/policy/schema.ts';

const everyDay = [...weekdays];
const everyCategory = Object.fromEntries(categories.map((name) => [name, 'allow'])) as Record<
  Category,
  Action
>;

const quietChild: ChildProfile = {
  id: 'child-1',
  nickname: 'Mina',
  ageBand: '9-12',
  filter: {
    allowlist: [],
    blocklist: [],
    categories: everyCategory,
    unknown: 'allow',
    safeSearch: false,
    preferSafe: false,
    ageLabels: 'allow',
    lookalikes: 'allow',
  },
  quietTimes: [],
  quotas: [],
};

/** Allows everything until told otherwise, so that a test names the one rule it is about. */
export class PolicyBuilder {
  readonly #policy: Policy;

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  build(): Policy {
    return this.#policy;
  }

  in(language: Language, country = 'PK'): PolicyBuilder {
    return this.#with({ language, country });
  }

  forBand(ageBand: AgeBand): PolicyBuilder {
    return this.#child({ ageBand });
  }

  named(nickname: string): PolicyBuilder {
    return this.#child({ nickname });
  }

  allowing(...allowlist: string[]): PolicyBuilder {
    return this.#filter({ allowlist });
  }

  blocking(...blocklist: string[]): PolicyBuilder {
    return this.#filter({ blocklist });
  }

  words(...words: string[]): PolicyBuilder {
    return this.#filter({ words });
  }

  category(name: Category, action: Action): PolicyBuilder {
    return this.#filter({ categories: { ...this.#active().filter.categories, [name]: action } });
  }

  unknown(unknown: Action): PolicyBuilder {
    return this.#filter({ unknown });
  }

  ageLabels(ageLabels: Action): PolicyBuilder {
    return this.#filter({ ageLabels });
  }

  lookalikes(lookalikes: Action): PolicyBuilder {
    return this.#filter({ lookalikes });
  }

  safeSearch(): PolicyBuilder {
    return this.#filter({ safeSearch: true, preferSafe: true });
  }

  withQuietTime(from: string, to: string, days: Weekday[] = everyDay): PolicyBuilder {
    const { quietTimes } = this.#active();
    const id = `quiet-${quietTimes.length + 1}`;
    return this.#child({ quietTimes: [...quietTimes, { id, days, from, to }] });
  }

  /** Minutes a day, every day; scope "all", "category:games" or "host:video.test". */
  withQuota(scope: string, minutes: number): PolicyBuilder {
    const { quotas } = this.#active();
    const daily = Object.fromEntries(everyDay.map((day) => [day, minutes])) as Record<
      Weekday,
      number
    >;
    const quota = { id: `quota-${quotas.length + 1}`, scope, minutes: daily };
    return this.#child({ quotas: [...quotas, quota] });
  }

  withDesk(desk: Desk): PolicyBuilder {
    return this.#with({ desk });
  }

  withChild(child: Partial<ChildProfile> & { readonly id: string }): PolicyBuilder {
    return this.#with({ children: [...this.#policy.children, { ...quietChild, ...child }] });
  }

  #active(): ChildProfile {
    return this.#policy.children[0] ?? quietChild;
  }

  #with(change: Partial<Policy>): PolicyBuilder {
    return new PolicyBuilder({ ...this.#policy, ...change });
  }

  #child(change: Partial<ChildProfile>): PolicyBuilder {
    const [first, ...others] = this.#policy.children;
    return this.#with({ children: [{ ...(first ?? quietChild), ...change }, ...others] });
  }

  #filter(change: Partial<ChildProfile['filter']>): PolicyBuilder {
    return this.#child({ filter: { ...this.#active().filter, ...change } });
  }
}

export const aPolicy = (): PolicyBuilder =>
  new PolicyBuilder({
    schema: 'saathi-policy/1',
    language: 'en',
    country: 'PK',
    // The test machine's own, so that "now" means the same on both sides.
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    activeChild: quietChild.id,
    children: [quietChild],
  });
