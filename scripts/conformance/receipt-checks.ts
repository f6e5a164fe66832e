// A letter arrives once, and its receipt says so.
import { randomUUID } from 'node:crypto';

import { parseWith } from '../../rules/parse.ts';
import {
  configSchema,
  signedReceiptSchema,
  submittedSchema,
} from '../../rules/reporting/intake/protocol.ts';
import { must } from './broken.ts';
import { type Check, mustBe } from './check.ts';
import { anAddition, aReport, trialAddress, trialWords } from './letters.ts';
import { type Answer, type Filed, newToken, withHash } from './probe.ts';

export const receiptChecks: readonly Check[] = [
  {
    id: 'config',
    what: 'The desk describes itself, with the keys that its pack names.',
    async run({ ask, at, desk }) {
      const answer = await ask(at.config);
      mustBe(answer, 200);
      const read = parseWith(configSchema, answer.json);
      must(read.ok, `not a description of a desk: ${JSON.stringify(!read.ok && read.failure)}`);
      if (!read.ok) return;
      const { sealKey, receiptKey } = read.value;
      must((desk.sealKey ?? sealKey) === sealKey, 'another seal key than the given one');
      must((desk.receiptKey ?? receiptKey) === receiptKey, 'another receipt key');
    },
  },
  {
    id: 'headers',
    what: 'No answer may be kept on the way, sets a cookie, or is meant for web pages.',
    async run({ ask, at, file }) {
      for (const { headers } of [await ask(at.config), (await file()).answer]) {
        const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '');
        must(isJson, 'an answer that does not say it is JSON');
        must(/no-store/i.test(headers.get('cache-control') ?? ''), 'no Cache-Control: no-store');
        must(headers.get('set-cookie') === null, 'a cookie');
        must(headers.get('access-control-allow-origin') === null, 'open to web pages (CORS)');
      }
    },
  },
  {
    id: 'submit',
    what: 'A report is answered with 201 and a receipt for exactly that report.',
    async run({ file }) {
      const { letter, answer } = await file();
      const read = parseWith(submittedSchema, answer.json);
      must(read.ok, 'the answer is not of the protocol');
      if (!read.ok) return;
      must(read.value.reportId === letter.reportId, 'a receipt for another report');
      must(read.value.version === letter.version, 'a receipt for another version');
      must(read.value.hash === letter.integrity.hash, 'a receipt for another text');
      must(!Number.isNaN(Date.parse(read.value.receivedAt)), 'receivedAt is no time');
    },
  },
  {
    id: 'signed',
    what: 'Where the pack names a receipt key, the receipt is signed with it, and says the same.',
    applies: ({ desk }) => desk.receiptKey !== undefined,
    async run({ file, desk, signedBy }) {
      const { answer } = await file();
      const read = parseWith(signedReceiptSchema, await signedBy(desk.receiptKey ?? '', answer));
      must(read.ok, 'no receipt that this key has signed');
      if (!read.ok) return;
      for (const [name, value] of Object.entries(read.value)) {
        must(answer.json[name] === value, `the signed ${name} differs from the one beside it`);
      }
    },
  },
  {
    id: 'repeat',
    what: 'The same letter again gives 200 and the receipt of the first time.',
    async run({ file, submit }) {
      const filed = await file();
      const again = await submit(filed.letter, filed.token);
      mustBe(again, 200);
      mustBeSame(filed, again);
    },
  },
  {
    id: 'at-once',
    what: 'The same letter many times at once is one report.',
    async run({ submit }) {
      const letter = withHash(aReport(randomUUID()));
      const token = newToken();
      const answers = await Promise.all(Array.from({ length: 6 }, () => submit(letter, token)));
      for (const answer of answers) {
        must([200, 201].includes(answer.status), `answered with ${answer.status}`);
      }
      const receipts = new Set(answers.map(({ json }) => json['receipt']));
      must(receipts.size === 1, `${receipts.size} receipts for one report`);
      const first = answers.filter(({ status }) => status === 201).length;
      must(first === 1, `${first} of the answers say that it is new`);
    },
  },
  {
    id: 'other-token',
    what: 'Who sends a known report id with another token gets neither the receipt nor a second report.',
    async run({ file, submit }) {
      const { letter, receipt } = await file();
      const answer = await submit(letter, newToken());
      mustBe(answer, 409, 'conflict');
      must(!answer.text.includes(receipt), 'the receipt is told to somebody else');
    },
  },
  {
    id: 'other-text',
    what: 'Another text under a known report id and version changes nothing.',
    async run({ file, submit }) {
      const filed = await file();
      const other = withHash({ ...aReport(filed.letter.reportId), what: 'Something else' });
      mustBe(await submit(other, filed.token), 409, 'conflict');
      mustBeSame(filed, await submit(filed.letter, filed.token));
    },
  },
  {
    id: 'version',
    what: 'A new version of a report and an addition come under the receipt of the first letter.',
    async run({ file, submit }) {
      const { letter, token, receipt } = await file();
      const { reportId } = letter;
      const hash = letter.integrity.hash ?? '';
      const second = withHash(anAddition(reportId, 2, { version: 1, hash }));
      const third = withHash({
        ...aReport(reportId),
        version: 3,
        previous: { version: 2, hash: second.integrity.hash ?? '' },
      });
      for (const next of [second, third]) {
        const answer = await submit(next, token);
        mustBe(answer, 201);
        must(answer.json['receipt'] === receipt, 'another receipt');
        must(answer.json['version'] === next.version, 'a receipt for another version');
        mustBe(await submit(next, token), 200);
      }
    },
  },
  {
    id: 'orphan',
    what: 'An addition to a report that never came is not taken.',
    async run({ submit }) {
      const letter = withHash(anAddition(randomUUID(), 2, null));
      mustBe(await submit(letter, newToken()), 404, 'not-found');
    },
  },
  {
    id: 'echo',
    what: 'No answer repeats a word of a report.',
    async run({ file, submit, status }) {
      const filed = await file();
      const answers = [filed.answer, await submit(filed.letter, filed.token), await status(filed)];
      for (const { text } of answers) {
        must(!text.includes(trialAddress) && !text.includes(trialWords), 'a word of the report');
        must(!text.includes(filed.token), 'the token');
      }
    },
  },
  {
    id: 'work',
    what: 'Work that was asked for is taken once, for one report, and not when it is wrong.',
    applies: async ({ ask, at }) => (await ask(at.config)).json['workBits'] !== 0,
    async run({ ask, at, envelope, workFor }) {
      const one = withHash(aReport(randomUUID()));
      const other = withHash(aReport(randomUUID()));
      const body = async (letter: typeof one, work: object) => ({
        body: { ...(await envelope(letter, newToken())), work: { ...work } },
      });
      const work = await workFor(one.reportId);
      mustBe(await ask(at.reports, await body(one, { ...work, challenge: 'made.up' })), 428);
      mustBe(await ask(at.reports, await body(one, work)), 201);
      mustBe(await ask(at.reports, await body(other, work)), 428, 'work-needed');
    },
  },
];

function mustBeSame(filed: Filed, again: Answer): void {
  for (const name of ['receipt', 'reportId', 'version', 'hash', 'receivedAt']) {
    must(again.json[name] === filed.answer.json[name], `another ${name} than the first time`);
  }
}
