// Words received in a chat: on replicas of well-known ones, and on pages nobody knows.
import { expect, test } from './fixtures/test.ts';
import { ChatReplica, type Replica, replicas } from './pages/chat-replica.ts';
import { WarningDialog } from './pages/warning-dialog.ts';
import { aPolicy } from './support/policy.ts';
import { wordsOf } from './support/words.ts';

const words = wordsOf({ language: 'en', band: '9-12' });
const pressing = ['are you home alone?', "don't tell your mum", 'send me a pic'];
const trick = ['<i sent a 6 digit code to your phone by mistake', '<please send me the code'];
const threat = "<pay 100 dollars or i'll send your pics to everyone";
/** The buttons answer 800 ms after they came up. */
const readableMs = 1000;

const theirs = pressing.map((line) => `<${line}`);
const cardOf = (chat: ChatReplica): WarningDialog => new WarningDialog(chat.page, 'card');
const says = async (chat: ChatReplica, heading: string): Promise<void> => {
  await cardOf(chat).isShown();
  await expect.poll(() => cardOf(chat).text()).toContain(words(heading));
};

for (const [name, url] of Object.entries(replicas) as [Replica, string][]) {
  test(`pressure in ${name} brings a card, and whose words they are is known`, async ({
    saathi,
  }) => {
    await saathi.setUp(aPolicy());
    const chat = await ChatReplica.open(saathi, name, url);
    // As the child's own words they press nobody: the trick that follows is what is spoken of.
    await chat.says('<hi', ...pressing.map((line) => `>${line}`), ...trick);
    await says(chat, 'receivedScamHeading');
    await chat.says('<if you loved me you would', '<delete this chat after');
    await says(chat, 'receivedPressureHeading');
    await expect.poll(() => cardOf(chat).text()).toContain(words('receivedSign_guilt'));
    expect(await cardOf(chat).text()).toContain(words('receivedStepTell'));
  });
}

test('a log beside something to write in is a chat, also one that nobody knows', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const chat = await ChatReplica.open(saathi, 'log', 'https://room.test/');
  await chat.says('<hi', '>hello', ...theirs);
  await chat.writes();
  await says(chat, 'receivedPressureHeading');
});

test('rows that scroll above a field are read once they grow', async ({ saathi }) => {
  await saathi.setUp(aPolicy());
  const chat = await ChatReplica.open(saathi, 'rows', 'https://lobby.test/');
  await chat.writes();
  await chat.says('<hi', '>hello', ...theirs);
  // Once the part is there, the next message is the growth that it waits for.
  await expect
    .poll(
      async () => {
        await chat.says('<hello?');
        return cardOf(chat).text();
      },
      { intervals: [500] },
    )
    .toContain(words('receivedPressureHeading'));
});

test('"okay" takes the card away, and it comes again only for something graver', async ({
  saathi,
}) => {
  await saathi.setUp(aPolicy());
  const chat = await ChatReplica.open(saathi, 'whatsapp', replicas.whatsapp);
  await chat.says(...theirs);
  await says(chat, 'receivedPressureHeading');
  await chat.page.waitForTimeout(readableMs);
  await cardOf(chat).presses(words('cardUnderstood'));
  await cardOf(chat).isGone();
  await chat.says('<delete this chat', threat);
  await says(chat, 'receivedGraveHeading');
});

test('a heavy and hostile log is still read', async ({ saathi }) => {
  await saathi.setUp(aPolicy());
  const chat = await ChatReplica.open(saathi, 'log', 'https://room.test/');
  await chat.page.evaluate(() => {
    const log = document.querySelector('[role=log]');
    const form = document.createElement('form');
    // Fields that take the place of what a script would ask a form for.
    for (const name of ['matches', 'querySelector', 'textContent', 'parentNode', 'lastChild']) {
      form.append(Object.assign(document.createElement('input'), { name, type: 'hidden' }));
    }
    const long = document.createElement('div');
    long.append('a'.repeat(1_000_000), 'b '.repeat(500_000));
    log?.append(...Array.from({ length: 20_000 }, () => document.createElement('p')));
    log?.append(form, long);
  });
  await chat.says(...theirs, '>no');
  await chat.writes();
  await says(chat, 'receivedPressureHeading');
});
