// "Try it": what the time rules would say at a chosen moment, for a chosen site. Nothing is counted and nobody is asked.
import { parentsOf } from '../hosts/match.ts';
import type { Category, Weekday } from '../policy/schema.ts';
import type { Instant } from '../policy/verdict.ts';
import { instantAt, momentAt } from './moment.ts';
import { closedAt, nextStop, type TimeReason } from './next-stop.ts';
import { quotaStates, scopesOf } from './quota.ts';
import { rulesInForce, type TimeProfile } from './rules-in-force.ts';
import { type RuleRef, ruleSentences, sentenceFor } from './sentence-data.ts';
import { emptyUsage, type Usage } from './usage.ts';

export type Trial = {
  readonly zone: string;
  /** Local date and wall time, "2026-11-23" and "19:30". */
  readonly date: string;
  readonly time: string;
  /** The site that is tried; "" for any site of the category, or for browsing as such. */
  readonly host: string;
  /** Its categories: for a host as the background tells them ("time.spot"). */
  readonly categories: readonly Category[];
  /** Minutes already used that day, all on this site or category. */
  readonly usedMinutes: number;
};

export type TrialOutcome = {
  readonly at: Instant;
  readonly weekday: Weekday;
  /** Always open: no time rule looks at it. */
  readonly isAlwaysOpen: boolean;
  /** Sets in force on the date. */
  readonly setIds: readonly string[];
  /** null: open. `until` null: only a person can open it. */
  readonly closed: {
    readonly reason: TimeReason;
    readonly rule: RuleRef | null;
    readonly until: Instant | null;
  } | null;
  /** While open: when it stops if browsing goes on; null: not within eight days. */
  readonly stop: {
    readonly at: Instant;
    readonly reason: TimeReason;
    readonly rule: RuleRef | null;
  } | null;
  /** Every limit that counts this visit on that date, with what is left of it. */
  readonly limits: readonly {
    readonly rule: RuleRef;
    readonly scope: string;
    readonly leftSeconds: number;
  }[];
};

/** Without permissions, rests and earlier days: what the rules alone would do. */
export function tryTimeRules(profile: TimeProfile, trial: Trial): TrialOutcome {
  const moment = momentAt(instantAt(trial.date, trial.time, trial.zone), trial.zone);
  const hosts = trial.host === '' ? [] : parentsOf(trial.host);
  const scopes = scopesOf(hosts, trial.categories, profile.hostSets);
  const situation = { profile, usage: usageOf(trial, moment.date), scopes, overrides: [] };
  const closed = closedAt(situation, moment);
  const stop = closed === null ? nextStop(situation, moment) : null;
  const sentences = ruleSentences(profile);
  const named = <T extends { readonly reason: TimeReason }>(found: T) => ({
    ...found,
    rule: sentenceFor(sentences, found.reason)?.rule ?? null,
  });
  return {
    at: moment.instant,
    weekday: moment.weekday,
    isAlwaysOpen: scopes.length === 0,
    setIds: rulesInForce(profile, moment.date).sets.map(({ id }) => id),
    closed: closed && named(closed),
    stop: stop && named(stop),
    limits: quotaStates(situation, moment, scopes).flatMap(({ quota: { id, scope }, left }) => {
      const rule = sentenceFor(sentences, { kind: 'quota', quotaId: id, scope })?.rule;
      return rule === undefined ? [] : [{ rule, scope, leftSeconds: left }];
    }),
  };
}

function usageOf({ host, categories, usedMinutes }: Trial, date: string): Usage {
  const seconds = Math.min(Math.max(usedMinutes || 0, 0), 1440) * 60;
  return {
    ...emptyUsage(date),
    totalSeconds: seconds,
    byHost: host === '' ? {} : { [host]: seconds },
    byCategory: Object.fromEntries(categories.map((category) => [category, seconds])),
  };
}
