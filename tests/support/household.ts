// A background in small, for the pages of set-up and of the guardian: it keeps a policy and answers as the real one.
import type { Answered, Body, Refused } from '@/rules/messages/contract.ts';
import type { JournalEntry, RequestView, State } from '@/rules/messages/replies.ts';
import type { PackFacts } from '@/rules/messages/report-replies.ts';
import { policyChanges, weakens } from '@/rules/policy/changes.ts';
import { readPolicy } from '@/rules/policy/read.ts';
import type { Policy } from '@/rules/policy/schema.ts';

import { aGuardiansCodes } from './codes-replies.ts';
import type { Replies } from './fake-platform.ts';
import { listsOf } from './list-replies.ts';
import { aDay, aHistory, aState, noon } from './page-replies.ts';

export const goodToken = 'token-of-an-unlocked-guardian';
/** The fake platform derives "key of SECRET". */
export const goodPin = 'blue-kite-7';

export type Household = {
  readonly replies: Replies;
  readonly policy: () => Policy | null;
  readonly journal: () => readonly JournalEntry[];
  /** Somebody in another window saves a policy of their own. */
  readonly saveElsewhere: (policy: Policy) => void;
};

export type HouseholdOptions = {
  readonly policy?: Policy | null;
  readonly source?: State['source'];
  readonly requests?: readonly RequestView[];
  readonly state?: Partial<State>;
  readonly replies?: Replies;
};

export const aPackEdition: PackFacts = {
  country: 'PK',
  version: 3,
  issued: '2026-11-20',
  expires: '2027-12-25',
  isExpired: false,
  from: 'package',
  deskName: null,
};

const refuse = (failure: Refused) => ({ ok: false, failure }) as const;

export function createHousehold(options: HouseholdOptions = {}): Household {
  let policy = options.policy ?? null;
  let revision = 1;
  let requests = options.requests ?? [];
  const source = options.source ?? 'local';
  const journal: JournalEntry[] = [];
  const take = (next: Policy, who: JournalEntry['who']) => {
    const changes = policyChanges(policy, next);
    policy = next;
    revision += 1;
    journal.push(...changes.map((change) => ({ at: noon, who, change })));
    return { revision, changes };
  };

  const save = (body: Body<'policy.save'>): Answered<'policy.save'> => {
    if (source === 'managed') return refuse('managed');
    if (body.baseRevision !== revision) return refuse('changed-elsewhere');
    const read = readPolicy(body.policy);
    if (!read.ok) return refuse('malformed');
    const needsGuardian = weakens(policyChanges(policy, read.value));
    if (needsGuardian && body.token !== goodToken) return refuse('needs-guardian');
    return { ok: true, value: take(read.value, body.token ? 'guardian' : 'anyone') };
  };
  const answer = (body: Body<'request.answer'>): Answered<'request.answer'> => {
    if (body.token !== goodToken) return refuse('needs-guardian');
    requests = requests.map((request) =>
      request.id === body.requestId
        ? {
            ...request,
            state: body.answer === 'not-now' ? 'refused' : 'allowed',
            answer: body.answer,
            refusal: body.refusal ?? null,
          }
        : request,
    );
    const [request] = requests.filter(({ id }) => id === body.requestId);
    return request === undefined ? refuse('not-found') : { ok: true, value: { request } };
  };

  const replies: Replies = {
    'state.read': () => stateOf(policy, source, options.state),
    'policy.read': () => ({ policy, revision, source: policy === null ? 'none' : source }),
    'policy.save': save,
    'setup.finish': (body) =>
      policy === null
        ? { ok: true, value: take(body.policy, 'guardian') }
        : refuse('already-set-up'),
    'guardian.challenge': {
      kind: 'derive',
      challengeId: 'c',
      params: 'm=19456,t=2,p=1',
      salt: 'AAAA',
    },
    'guardian.unlock': ({ key }) =>
      key === `key of ${goodPin}`
        ? { kind: 'unlocked', token: goodToken, until: noon + 300_000 }
        : { kind: 'wrong', waitUntil: null, now: noon },
    'guardian.lock': {},
    'guardian.change': ({ token }) =>
      token === goodToken ? { ok: true, value: {} } : refuse('needs-guardian'),
    'guardian.recover': {},
    'handover.seen': {},
    'lists.read': () => listsOf(policy),
    'lists.refresh': {},
    'journal.read': () => ({ entries: journal }),
    'day.read': aDay(),
    'history.read': aHistory(),
    'clock.confirm': {},
    'requests.read': () => ({ requests }),
    'request.answer': answer,
    'override.end': {},
    'codes.read': ({ token }) =>
      token === goodToken ? aGuardiansCodes() : refuse('needs-guardian'),
    ...options.replies,
  };
  return {
    replies,
    policy: () => policy,
    journal: () => journal,
    saveElsewhere: (next) => void take(next, 'guardian'),
  };
}

function stateOf(
  policy: Policy | null,
  source: State['source'],
  changes: Partial<State> = {},
): State {
  const views = (policy?.children ?? []).map(({ id, nickname, ageBand }) => ({
    id,
    nickname,
    ageBand,
  }));
  const child = views.find(({ id }) => id === policy?.activeChild) ?? null;
  return aState(child?.ageBand ?? '9-12', {
    setUp: policy !== null,
    source: policy === null ? 'none' : source,
    language: policy?.language ?? 'en',
    country: policy?.country ?? 'PK',
    child,
    children: views,
    hasGuardianSecret: policy !== null,
    ...changes,
  });
}
