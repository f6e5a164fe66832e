// Who sent a report hears of it, and nobody else does.
import { randomUUID } from 'node:crypto';

import { parseWith } from '../../rules/parse.ts';
import { intakeLimits, statusSchema } from '../../rules/reporting/intake/protocol.ts';
import { must } from './broken.ts';
import { type Check, mustBe } from './check.ts';
import { type Answer, newToken } from './probe.ts';

export const answerChecks: readonly Check[] = [
  {
    id: 'status',
    what: 'The owner of the token hears how the report stands: received, and it can be taken back.',
    async run({ file, status }) {
      const filed = await file();
      const told = statusIn(await status(filed));
      must(told.receipt === filed.receipt, 'of another report');
      must(told.progress === 'received', `nobody has read it, and it says "${told.progress}"`);
      must(told.withdrawable, 'nobody has read it, and it can not be taken back');
    },
  },
  {
    id: 'secret',
    what: 'Without the token a report is as if it were not there: the same answer as for none.',
    async run({ file, status, withdraw, say, ask, at }) {
      const filed = await file();
      const none = await status({ receipt: 'ZZZZ-ZZZZ-ZZZZ', token: filed.token });
      mustBe(none, 404, 'not-found');
      const stranger = { ...filed, token: newToken() };
      const answers = [
        await status(stranger),
        await ask(at.report(filed.receipt)),
        await withdraw(stranger),
        await say(stranger, 'Hello', randomUUID()),
      ];
      for (const answer of answers) {
        mustBe(answer, 404, 'not-found');
        must(answer.text === none.text, 'the answer tells that there is one');
      }
      must(statusIn(await status(filed)).withdrawable, 'a stranger changed it');
    },
  },
  {
    id: 'message',
    what: 'A message to the desk is taken once, however often it comes.',
    async run({ file, say }) {
      const filed = await file();
      const id = randomUUID();
      mustBe(await say(filed, 'It happened again', id), 201);
      const again = await say(filed, 'It happened again', id);
      mustBe(again, 200);
      must(again.json['messageId'] === id, 'an answer about another message');
    },
  },
  {
    id: 'message-length',
    what: 'A message that is empty or longer than the limit is not taken; one at the limit is.',
    async run({ file, say }) {
      const filed = await file();
      const longest = 'ا'.repeat(intakeLimits.messageLength);
      mustBe(await say(filed, longest, randomUUID()), 201);
      mustBe(await say(filed, `${longest}!`, randomUUID()), 422, 'not-a-letter');
      mustBe(await say(filed, '', randomUUID()), 422, 'not-a-letter');
    },
  },
  {
    id: 'message-moved',
    what: 'A sealed message that is sent again under another report or another id is not taken.',
    async run({ file, enclose, ask, at }) {
      const [one, other] = [await file(), await file()];
      const messageId = randomUUID();
      const writtenAt = new Date().toISOString();
      const enclosed = await enclose({ messageId, receipt: one.receipt, writtenAt, text: 'Hello' });
      const body = { protocol: 'saathi-intake/1', messageId, ...enclosed };
      const moved = await ask(at.messages(other.receipt), { token: other.token, body });
      mustBe(moved, 400, 'malformed');
      const renamed = { ...body, messageId: randomUUID() };
      const answer = await ask(at.messages(one.receipt), { token: one.token, body: renamed });
      mustBe(answer, 400, 'malformed');
    },
  },
  {
    id: 'withdraw',
    what: 'An unread report can be taken back; asking twice is no mistake, and it does not come again.',
    async run({ file, withdraw, status, submit, say }) {
      const filed = await file();
      mustBe(await withdraw(filed), 200);
      mustBe(await withdraw(filed), 200);
      mustBe(await status(filed), 410, 'withdrawn');
      mustBe(await submit(filed.letter, filed.token), 410, 'withdrawn');
      mustBe(await say(filed, 'Hello', randomUUID()), 410, 'withdrawn');
    },
  },
  {
    id: 'read',
    what: 'A report that somebody has opened says so, and can not be taken back any more.',
    applies: (_, { officer }) => officer !== null,
    async run({ file, status, withdraw }, { officer }) {
      const filed = await file();
      await officer?.read(filed.receipt);
      const told = statusIn(await status(filed));
      must(told.progress === 'read', `it was read, and it says "${told.progress}"`);
      must(!told.withdrawable, 'it was read, and it says that it can be taken back');
      mustBe(await withdraw(filed), 409, 'already-read');
      must(statusIn(await status(filed)).progress === 'read', 'it was taken back all the same');
    },
  },
  {
    id: 'desk-message',
    what: 'What the desk writes reaches the owner, each message under an id that stays.',
    applies: (_, { officer }) => officer !== null,
    async run({ file, status }, { officer }) {
      const filed = await file();
      await officer?.say(filed.receipt, 'Are you safe now? کیا آپ اب محفوظ ہیں؟');
      await officer?.finish(filed.receipt);
      const [one, other] = [statusIn(await status(filed)), statusIn(await status(filed))];
      const [message] = one.messages;
      must(message?.text === 'Are you safe now? کیا آپ اب محفوظ ہیں؟', 'not what the desk wrote');
      must(one.progress === 'done', `it is done, and it says "${one.progress}"`);
      must(message?.id === other.messages[0]?.id, 'another id each time');
    },
  },
];

function statusIn(answer: Answer) {
  mustBe(answer, 200);
  const read = parseWith(statusSchema, answer.json);
  must(read.ok, 'the answer is not of the protocol');
  return read.ok
    ? read.value
    : { receipt: '', progress: 'received' as const, withdrawable: false, messages: [] };
}
