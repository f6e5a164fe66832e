// What must not get in, and what must not keep others out.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { canonicalJson, type Json } from '../../rules/canonical.ts';
import { type IntakeError, intakeLimits, protocol } from '../../rules/reporting/intake/protocol.ts';
import { must } from './broken.ts';
import { type Check, mustBe, type Stage } from './check.ts';
import { aReport } from './letters.ts';
import { newToken, type Probe, withHash } from './probe.ts';

export const hostileChecks: readonly Check[] = [
  {
    id: 'oversized',
    what: 'A request over the limit is refused with 413, and nothing of it is kept.',
    async run({ ask, at, envelope, submit }) {
      const letter = withHash(aReport(randomUUID()));
      const token = newToken();
      const body = await envelope(letter, token);
      const raw = `${canonicalJson(body).slice(0, -1)}${' '.repeat(intakeLimits.requestBytes)}}`;
      mustBe(await ask(at.reports, { raw }), 413, 'too-large');
      mustBe(await submit(letter, token), 201);
    },
  },
  {
    id: 'oversized-chunked',
    what: 'The same without a length told beforehand: reading ends at the limit.',
    async run({ connect, submit }, { patienceMs }) {
      const { socket, path, host } = connect();
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      const piece = `${(4096).toString(16)}\r\n${' '.repeat(4096)}\r\n`;
      const heard = answerOn(socket);
      for (let sent = 0; sent < 64 && !socket.destroyed; sent += 1) {
        socket.write(piece);
        await pause(5);
      }
      const answer = await within(heard, patienceMs, 'it reads on without an end');
      must(answer.startsWith('HTTP/1.1 413') || answer === '', `answered ${answer.slice(0, 40)}`);
      mustBe(await submit(withHash(aReport(randomUUID())), newToken()), 201);
    },
  },
  {
    id: 'large-letter',
    what: 'The largest letter there can be fits.',
    async run({ submit }) {
      const report = aReport(randomUUID());
      const address = `https://conformance.example/${'x'.repeat(2020)}`;
      const large = withHash({
        ...report,
        where: { ...report.where, url: address, pageTitle: 'ا'.repeat(300) },
        who: { ...report.who, profileUrl: address, accountName: 'ا'.repeat(100) },
        what: 'ا'.repeat(500),
      });
      mustBe(await submit(large, newToken()), 201);
    },
  },
  { id: 'malformed', what: 'What is no request of the protocol is refused.', run: malformed },
  {
    id: 'not-a-letter',
    what: 'A letter with a member too many, too long, or with a wrong hash is refused, and not kept.',
    async run(probe) {
      const report = withHash(aReport(randomUUID()));
      const token = newToken();
      const wrong: readonly Json[] = [
        { ...report, picture: 'data:image/png;base64,AAAA' },
        { ...report, what: 'x'.repeat(501) },
        { ...report, integrity: { ...report.integrity, hash: '0'.repeat(64) } },
        { ...report, schema: 'child-report/2' },
      ];
      for (const letter of wrong) {
        const enclosed = await probe.enclose({ letter, token });
        const { reportId } = report;
        const answer = await probe.submitBody({ protocol, reportId, version: 1, ...enclosed });
        mustBe(answer, 422, 'not-a-letter');
      }
      mustBe(await probe.submit(report, token), 201);
    },
  },
  {
    id: 'unsealed',
    what: 'A desk with a seal key refuses what is not sealed to it, or was changed on its way.',
    applies: ({ desk }) => desk.sealKey !== undefined,
    async run({ envelope, submitBody }) {
      const letter = withHash(aReport(randomUUID()));
      const body = await envelope(letter, newToken());
      const { sealed: _, ...bare } = body as typeof body & { sealed: string };
      const open: Json = { letter, token: newToken() };
      mustBe(await submitBody({ ...bare, open }), 400, 'not-sealed');
      const sealed = 'sealed' in body ? body.sealed : '';
      const changed = `${sealed.slice(0, -6)}${sealed.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`;
      mustBe(await submitBody({ ...bare, sealed: changed }), 400, 'cannot-open');
      const foreign =
        'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA';
      mustBe(await submitBody({ ...bare, sealed: foreign }), 400, 'cannot-open');
    },
  },
  {
    id: 'replayed',
    what: 'A sealed letter that is sent again under another report id or version is refused.',
    async run({ envelope, submitBody }) {
      const letter = withHash(aReport(randomUUID()));
      const body = await envelope(letter, newToken());
      mustBe(await submitBody({ ...body, reportId: randomUUID() }), 400, 'malformed');
      mustBe(await submitBody({ ...body, version: 2 }), 400, 'malformed');
    },
  },
  {
    id: 'routes',
    what: 'Other methods, other types and other paths are refused in the words of the protocol.',
    async run({ ask, at }) {
      mustBe(await ask(at.reports, { method: 'PUT', body: {} }), 405, 'method-not-allowed');
      mustBe(await ask(at.reports), 405, 'method-not-allowed');
      mustBe(await ask(at.reports, { raw: '{}', type: 'text/plain' }), 415, 'not-json');
      mustBe(await ask(`${at.config}/more`), 404, 'not-found');
    },
  },
  {
    id: 'half-closed',
    what: 'A request that ends in its middle is no report, and its sender may send it again.',
    async run({ connect, envelope, submitBody }, { patienceMs }) {
      const body = await envelope(withHash(aReport(randomUUID())), newToken());
      const { socket, path, host } = connect();
      const text = canonicalJson(body);
      socket.end(head(path, host, text.length) + text.slice(0, text.length / 2));
      const answer = await within(answerOn(socket), patienceMs, 'it keeps the connection');
      must(!answer.startsWith('HTTP/1.1 2'), 'half of a report was taken for one');
      mustBe(await submitBody(body), 201);
    },
  },
  {
    id: 'slow',
    what: 'Who drips is hung up on, and keeps nobody else waiting.',
    async run({ connect, submit }, { patienceMs }) {
      const dripping = Array.from({ length: 20 }, () => connect());
      for (const { socket, path, host } of dripping) socket.write(head(path, host, 2000));
      const ends = Promise.all(dripping.map(({ socket }) => answerOn(socket)));
      const drip = setInterval(() => {
        for (const { socket } of dripping) if (socket.writable) socket.write(' ');
      }, 200);
      try {
        mustBe(await submit(withHash(aReport(randomUUID())), newToken()), 201);
        const answers = await within(ends, patienceMs, 'it waits without an end');
        must(
          !answers.some((answer) => answer.startsWith('HTTP/1.1 2')),
          'blanks taken for a report',
        );
      } finally {
        clearInterval(drip);
        for (const { socket } of dripping) socket.destroy();
      }
    },
  },
  {
    id: 'flooding',
    what: 'A flood is held off with 428 or 429 and a time to come back.',
    applies: (_, stage) => stage.flood > 0,
    run: flood,
  },
];

async function malformed({ ask, at, envelope }: Probe): Promise<void> {
  const body = await envelope(withHash(aReport(randomUUID())), newToken());
  const { protocol: _, ...unnamed } = body;
  const bodies: readonly string[] = [
    '',
    '{',
    '[]',
    'null',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    canonicalJson(unnamed),
    canonicalJson({ ...body, protocol: 'saathi-intake/9' }),
    canonicalJson({ ...body, version: 0 }),
    canonicalJson({ ...body, version: 1.5 }),
    canonicalJson({ ...body, reportId: '../../etc' }),
    canonicalJson({ ...body, more: true }),
    '{"__proto__":{"protocol":"saathi-intake/1"}}',
  ];
  for (const raw of bodies) {
    const answer = await ask(at.reports, { method: 'POST', raw });
    mustBe(answer, 400, 'malformed');
  }
}

async function flood({ file, envelope, ask, at, submit }: Probe, stage: Stage): Promise<void> {
  const before = await file();
  const errors: IntakeError[] = ['work-needed', 'too-many'];
  let held = 0;
  for (let sent = 0; sent < stage.flood && held === 0; sent += 10) {
    const bodies = await Promise.all(
      Array.from({ length: 10 }, () => envelope(withHash(aReport(randomUUID())), newToken())),
    );
    for (const answer of await Promise.all(bodies.map((body) => ask(at.reports, { body })))) {
      if (answer.status === 201) continue;
      held += 1;
      must([428, 429].includes(answer.status), `a flood is answered with ${answer.status}`);
      must(
        errors.some((error) => error === answer.json['error']),
        'not in words of the protocol',
      );
      const wait = answer.headers.get('retry-after');
      must(answer.status !== 429 || /^\d+$/.test(wait ?? ''), '429 without Retry-After');
    }
  }
  must(held > 0, `${stage.flood} reports at once, and all were taken`);
  // Who lost an answer, or does the work, still comes through once there is room.
  await pause(2000);
  mustBe(await submit(before.letter, before.token), 200);
}

const head = (path: string, host: string, length: number): string =>
  `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** All that comes on a connection until it is closed. */
async function answerOn(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => {
    text += part;
  });
  socket.once('end', () => socket.destroy());
  if (!socket.closed) await once(socket, 'close');
  return text;
}

async function within<T>(task: Promise<T>, ms: number, why: string): Promise<T> {
  const over = new AbortController();
  const late = pause(ms, null, { signal: over.signal }).then(
    () => must(false, why),
    () => undefined,
  );
  const done = await Promise.race([task.then((value) => ({ value })), late]);
  over.abort();
  if (done === undefined) return task;
  return done.value;
}
