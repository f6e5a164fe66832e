// What the checks ask with: letters as the extension makes them, plain requests, and raw connections that misbehave.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

import {
  encloseFor,
  verifiedReceipt,
} from '../../entrypoints/background/reporting/seal-to-desk.ts';
import { canonicalJson, type Json } from '../../rules/canonical.ts';
import { readJson } from '../../rules/json.ts';
import type { IntakeDesk } from '../../rules/policy/desk-schema.ts';
import { intakeAddresses, intakeLimits, protocol } from '../../rules/reporting/intake/protocol.ts';
import { leadingZeroBits, workText } from '../../rules/reporting/intake/requests.ts';
import { hashedForm } from '../../rules/reporting/report.ts';
import type { Letter } from '../../rules/reporting/schema.ts';
import { Broken, must, short } from './broken.ts';
import { aReport } from './letters.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; an empty object if it is none. */
  readonly json: Readonly<Record<string, unknown>>;
};
export type Ask = {
  readonly method?: string;
  readonly token?: string;
  readonly body?: Json;
  /** Instead of `body`: as it is. */
  readonly raw?: string;
  readonly type?: string;
};
/** A report at the desk, and the secret that opens its answers. */
export type Filed = {
  readonly letter: Letter;
  readonly token: string;
  readonly receipt: string;
  readonly answer: Answer;
};
export type Probe = ReturnType<typeof createProbe>;

export const newToken = (): string => randomBytes(32).toString('base64url');

export const withHash = <L extends Letter>(letter: L): L => ({
  ...letter,
  integrity: {
    ...letter.integrity,
    hash: createHash('sha256').update(hashedForm(letter), 'utf8').digest('hex'),
  },
});

/** Puts letters into their envelopes and brings them to the desk. */
function createSender(desk: IntakeDesk) {
  const at = intakeAddresses(desk.endpoint);
  const enclose = (contents: Json) => encloseFor(desk, canonicalJson(contents));
  const envelope = async (letter: Letter, token: string) => ({
    protocol,
    reportId: letter.reportId,
    version: letter.version,
    ...(await enclose({ letter, token })),
  });
  /** As a client should: with work where it is asked for. */
  const submitBody = async (body: { reportId: string; [key: string]: Json }): Promise<Answer> => {
    const first = await ask(at.reports, { body });
    if (first.status !== 428) return first;
    const work = await workFor(at.challenge, body.reportId);
    return ask(at.reports, { body: { ...body, work } });
  };
  const submit = async (letter: Letter, token: string): Promise<Answer> =>
    submitBody(await envelope(letter, token));
  return { desk, at, ask, enclose, envelope, submit, submitBody };
}

export function createProbe(desk: IntakeDesk) {
  const sender = createSender(desk);
  const { at, enclose, submit } = sender;
  return {
    ...sender,
    file: async (letter: Letter = withHash(aReport(randomUUID()))): Promise<Filed> => {
      const token = newToken();
      const answer = await submit(letter, token);
      const receipt = answer.json['receipt'];
      if (answer.status !== 201 || typeof receipt !== 'string') {
        throw new Broken(`a sound report was answered with ${answer.status} ${short(answer.text)}`);
      }
      return { letter, token, receipt, answer };
    },
    status: ({ receipt, token }: Pick<Filed, 'receipt' | 'token'>) =>
      ask(at.report(receipt), { token }),
    withdraw: ({ receipt, token }: Pick<Filed, 'receipt' | 'token'>) =>
      ask(at.report(receipt), { method: 'DELETE', token }),
    say: async ({ receipt, token }: Filed, text: string, messageId: string): Promise<Answer> => {
      const writtenAt = new Date().toISOString();
      const enclosed = await enclose({ messageId, receipt, writtenAt, text });
      return ask(at.messages(receipt), { token, body: { protocol, messageId, ...enclosed } });
    },
    workFor: (reportId: string) => workFor(at.challenge, reportId),
    /** What the desk's key has signed; null: nothing, or not with that key. */
    signedBy: async (key: string, { json }: Answer): Promise<unknown> => {
      const signed = json['signed'];
      const payload = typeof signed === 'string' ? await verifiedReceipt(key, signed) : null;
      return payload === null ? null : readJson(payload);
    },
    connect: () => connect(at.reports),
  };
}

const askMs = 30_000;

async function ask(url: string, { method, token, body, raw, type }: Ask = {}): Promise<Answer> {
  const content = raw ?? (body === undefined ? undefined : canonicalJson(body));
  const response = await fetch(url, {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      Accept: 'application/json',
      ...(content === undefined ? {} : { 'Content-Type': type ?? 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(content === undefined ? {} : { body: content }),
    redirect: 'error',
    signal: AbortSignal.timeout(askMs),
  });
  const text = await response.text();
  const read = readJson(text);
  const json = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

async function workFor(
  url: string,
  reportId: string,
): Promise<{ challenge: string; nonce: string }> {
  const { json } = await ask(url);
  const { challenge, bits } = json;
  if (typeof challenge !== 'string' || typeof bits !== 'number') throw new Broken('no challenge');
  must(bits <= intakeLimits.workBits, `${bits} bits of work are more than anybody has to do`);
  for (let nonce = 0; ; nonce += 1) {
    const text = workText(challenge, reportId, String(nonce));
    const digest = createHash('sha256').update(text, 'utf8').digest();
    if (leadingZeroBits(digest) >= bits) return { challenge, nonce: String(nonce) };
  }
}

/** A bare connection, for what no well-behaved client sends. */
function connect(url: string): { socket: Socket; path: string; host: string } {
  const { protocol: scheme, hostname, port, pathname, host } = new URL(url);
  const name = hostname.replace(/^\[|\]$/g, '');
  const socket =
    scheme === 'https:'
      ? connectTls({ host: name, port: Number(port || 443), servername: name })
      : connectPlain({ host: name, port: Number(port || 80), allowHalfOpen: true });
  // Being hung up on is what some of the checks wait for.
  socket.on('error', () => undefined);
  return { socket, path: pathname, host };
}
