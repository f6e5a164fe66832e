// The embedded desk keeps docs/intake-protocol.md, and each check finds the desk that does not.
import { randomUUID } from 'node:crypto';

import { afterEach, describe, expect, test } from 'vitest';

import { checks, holdToProtocol } from '../../scripts/conformance/run.ts';
import { deskKeys } from '../../scripts/desk/intake-keys.ts';
import { type IntakeOptions, startIntakeDesk } from '../../scripts/desk/intake.ts';
import { type Asked, type Spoil, spoiledDesk, type Told } from './support/spoiled-desk.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});
async function aDesk(options: IntakeOptions = {}) {
  const desk = await startIntakeDesk({ patienceMs: 1000, ...options });
  open.push(desk);
  return desk;
}
const brokenOf = (verdicts: Awaited<ReturnType<typeof holdToProtocol>>) =>
  verdicts.filter(({ result }) => result === 'broken').map(({ id, why }) => `${id}: ${why}`);
const leftOut = (verdicts: Awaited<ReturnType<typeof holdToProtocol>>) =>
  verdicts.filter(({ result }) => result === 'left-out').map(({ id }) => id);

describe('the embedded desk keeps every sentence of the protocol', () => {
  test('with keys', async () => {
    const desk = await aDesk();
    const stage = { officer: desk.officer, patienceMs: 10_000, flood: 200 };
    const verdicts = await holdToProtocol(desk.asDesk, stage);
    expect(brokenOf(verdicts)).toEqual([]);
    expect(leftOut(verdicts)).toEqual(['work']);
  });

  test('where each report needs work', async () => {
    const desk = await aDesk({ flood: { bits: 4, pressureBits: 4 } });
    const stage = { officer: desk.officer, patienceMs: 10_000, flood: 0 };
    const verdicts = await holdToProtocol(desk.asDesk, stage);
    expect(brokenOf(verdicts)).toEqual([]);
    expect(leftOut(verdicts)).toEqual(['flooding']);
  });

  test('without keys', async () => {
    const desk = await aDesk({ keyless: true });
    const stage = { officer: desk.officer, patienceMs: 10_000, flood: 0 };
    const verdicts = await holdToProtocol(desk.asDesk, stage);
    expect(brokenOf(verdicts)).toEqual([]);
    expect(leftOut(verdicts)).toEqual(['signed', 'work', 'unsealed', 'flooding']);
  });
});

type Fault = {
  readonly id: string;
  readonly fault: string;
  readonly desk?: IntakeOptions;
  readonly flood?: number;
  readonly toCut?: string;
  readonly spoil: Spoil;
};

const isPost = ({ method, path }: Asked) => method === 'POST' && path === '/v1/reports';
const versionIn = ({ body }: Asked): unknown =>
  (JSON.parse(body || '{}') as { version?: unknown }).version;
/** What is said in place of an answer of this status. */
const instead =
  (status: number, told: Partial<Told>): Spoil =>
  async (_, forward) => {
    const answer = await forward();
    return answer.status === status ? { ...answer, ...told } : answer;
  };
const withJson =
  (change: (json: Told['json'], asked: Asked) => Told['json']): Spoil =>
  async (asked, forward) => {
    const answer = await forward();
    return { ...answer, json: change(answer.json, asked) };
  };
const withHeader =
  (name: string, value: string): Spoil =>
  async (_, forward) => {
    const answer = await forward();
    return { ...answer, headers: { ...answer.headers, [name]: value } };
  };
const fakeReceipt = () => `FAKE-${randomUUID().slice(0, 8).toUpperCase()}`;
const taken: Partial<Told> = { status: 201, json: {} };
const foreignKeys = await deskKeys();

const faults: readonly Fault[] = [
  {
    id: 'config',
    fault: 'it names another key than the pack',
    spoil: withJson((json) => ({ ...json, sealKey: foreignKeys.sealKey })),
  },
  { id: 'config', fault: 'it says nothing of itself', spoil: instead(200, { json: {} }) },
  { id: 'headers', fault: 'it sets a cookie', spoil: withHeader('set-cookie', 'id=1') },
  {
    id: 'headers',
    fault: 'it is open to any web page',
    spoil: withHeader('access-control-allow-origin', '*'),
  },
  { id: 'headers', fault: 'its answers are kept', spoil: withHeader('cache-control', 'public') },
  {
    id: 'submit',
    fault: 'its receipt is for another text',
    spoil: withJson((json) => ({ ...json, hash: 'a'.repeat(64) })),
  },
  {
    id: 'signed',
    fault: 'it does not sign',
    spoil: withJson((json) => ({ ...json, signed: undefined })),
  },
  {
    id: 'signed',
    fault: 'somebody else signs',
    spoil: async (_, forward) => {
      const answer = await forward();
      const signed = await foreignKeys.sign(JSON.stringify(answer.json));
      return { ...answer, json: { ...answer.json, signed } };
    },
  },
  {
    id: 'signed',
    fault: 'it signs something else than it says',
    spoil: withJson((json) => ({ ...json, receipt: fakeReceipt() })),
  },
  {
    id: 'repeat',
    fault: 'a repeat is another report',
    spoil: withJson((json) => ({ ...json, receipt: fakeReceipt() })),
  },
  { id: 'repeat', fault: 'a repeat is taken as new', spoil: instead(200, { status: 201 }) },
  {
    id: 'at-once',
    fault: 'each of them is a report',
    spoil: withJson((json) => ({ ...json, receipt: fakeReceipt() })),
  },
  { id: 'other-token', fault: 'any token will do', spoil: instead(409, { status: 200 }) },
  { id: 'other-text', fault: 'the last text wins', spoil: instead(409, { status: 200 }) },
  {
    id: 'version',
    fault: 'an addition is a report of its own',
    spoil: withJson((json, asked) =>
      isPost(asked) && versionIn(asked) !== 1 ? { ...json, receipt: fakeReceipt() } : json,
    ),
  },
  { id: 'orphan', fault: 'additions to nothing are taken', spoil: instead(404, taken) },
  {
    id: 'echo',
    fault: 'it repeats what it got',
    desk: { keyless: true },
    spoil: withJson((json, { body }) => ({ ...json, received: body })),
  },
  {
    id: 'work',
    fault: 'it asks for work and looks at none',
    spoil: withJson((json) => ('workBits' in json ? { ...json, workBits: 8 } : json)),
  },
  {
    id: 'status',
    fault: 'nothing can be taken back',
    spoil: withJson((json) => ('withdrawable' in json ? { ...json, withdrawable: false } : json)),
  },
  {
    id: 'secret',
    fault: 'it tells that there is a report',
    spoil: async ({ path }, forward) => {
      const answer = await forward();
      const isNone = answer.status !== 404 || path.includes('ZZZZ');
      return isNone ? answer : { ...answer, status: 403 };
    },
  },
  { id: 'message', fault: 'a repeat is a second message', spoil: instead(200, { status: 201 }) },
  { id: 'message-length', fault: 'it takes any length', spoil: instead(422, taken) },
  {
    id: 'message-moved',
    fault: 'it takes what was sealed for another',
    spoil: instead(400, taken),
  },
  { id: 'withdraw', fault: 'it forgets what was taken back', spoil: instead(410, { status: 404 }) },
  { id: 'read', fault: 'what was read is taken back', spoil: instead(409, { status: 200 }) },
  {
    id: 'desk-message',
    fault: 'its messages change their ids',
    spoil: withJson((json) =>
      Array.isArray(json['messages'])
        ? {
            ...json,
            messages: json['messages'].map((one: object) => ({ ...one, id: randomUUID() })),
          }
        : json,
    ),
  },
  { id: 'oversized', fault: 'it takes any size', spoil: instead(413, taken) },
  {
    id: 'oversized-chunked',
    fault: 'it reads on without an end',
    spoil: async ({ isCut }, forward) => (isCut ? null : forward()),
  },
  {
    id: 'large-letter',
    fault: 'it takes only small letters',
    spoil: async ({ body }, forward) => {
      const answer = await forward();
      return body.length > 4000 ? { ...answer, status: 413 } : answer;
    },
  },
  { id: 'malformed', fault: 'it breaks', spoil: instead(400, { status: 500 }) },
  { id: 'not-a-letter', fault: 'it takes what is no letter', spoil: instead(422, taken) },
  { id: 'unsealed', fault: 'it takes what is not sealed', spoil: instead(400, taken) },
  { id: 'replayed', fault: 'it takes a letter under another name', spoil: instead(400, taken) },
  { id: 'routes', fault: 'it answers to anything', spoil: instead(405, { status: 200 }) },
  {
    id: 'half-closed',
    fault: 'half of a report will do',
    toCut: '201 Created',
    spoil: async ({ isCut }, forward) => (isCut ? null : forward()),
  },
  {
    id: 'slow',
    fault: 'it waits for whoever drips',
    spoil: (_, forward) => forward(),
  },
  {
    id: 'flooding',
    fault: 'it takes any number',
    desk: { flood: { most: 10_000 } },
    flood: 40,
    spoil: (_, forward) => forward(),
  },
];

describe('a desk that does not keep the protocol is found out', () => {
  test.each(faults)('$id: $fault', async ({ id, desk: options, flood = 0, spoil, toCut }) => {
    const desk = await aDesk(options);
    const spoiled = await spoiledDesk(desk, spoil, toCut);
    open.push(spoiled);
    const stage = { officer: desk.officer, patienceMs: 1500, flood };
    const [verdict, ...more] = await holdToProtocol(spoiled.asDesk, stage, { only: [id] });
    expect(more).toEqual([]);
    expect(verdict).toMatchObject({ id, result: 'broken' });
    // Found by what it looks for, not because the trial itself fell over.
    expect(verdict?.why).not.toMatch(/^no answer/);
  });

  test('there is a desk that breaks each sentence', () => {
    expect([...new Set(faults.map(({ id }) => id))]).toEqual(checks.map(({ id }) => id));
  });
});
