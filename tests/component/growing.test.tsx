import { describe, expect, test } from 'vitest';

import { MyPage } from '@/components/mine/MyPage.tsx';
import { Popup } from '@/components/popup/Popup.tsx';
import type { AgeBand } from '@/rules/policy/schema.ts';

import type { Replies } from '../support/fake-platform.ts';
import { aGrowing, aPlannedFamily, aProposal } from '../support/growing-replies.ts';
import { expectAccessible, mount, type MountOptions } from '../support/mount.tsx';
import { aDay, aState } from '../support/page-replies.ts';

const replies = (band: AgeBand): Replies => ({
  'day.read': aDay(),
  'policy.read': { policy: aPlannedFamily(band), revision: 1, source: 'local' },
  'requests.read': { requests: [] },
  'journal.read': { entries: [] },
  'reports.read': { reports: [] },
  'growing.read': aGrowing(),
  'proposal.make': { proposal: aProposal() },
  'proposal.withdraw': {},
});
const mine = (options: MountOptions = {}) => {
  const { band = '9-12' } = options;
  return mount(<MyPage />, { band, ...options, replies: { ...replies(band), ...options.replies } });
};
const bodyOf = (page: Awaited<ReturnType<typeof mine>>, name: string) =>
  page.platform.asked.find((asked) => asked.name === name)?.body;

describe('the plan on the child’s page', () => {
  test('says each step in one sentence, and how far it is', async () => {
    const page = await mine();
    expect(page.words()).toContain('From October 1, 2026: shopping will be open.');
    expect(page.words()).toContain('It came on October 1, 2026, as agreed.');
    expect(page.words()).toContain('After 4 calm weeks: 15 more minutes a day for games.');
    expect(page.words()).toContain('Calm weeks so far: 2 of 4.');
    expect(page.words()).toContain('From May 14, 2027: the rules for ages 13-15.');
  });

  test('says exactly what a calm week is, and what never counts', async () => {
    const page = await mine();
    expect(page.words()).toContain('with Saathi in use on 3 days or more');
    expect(page.words()).toContain('no more than 20 times');
    expect(page.words()).toContain('Asking, getting help and reporting never count.');
  });

  test('says why a step waits or can not come', async () => {
    const [first] = aGrowing().children;
    if (first === undefined) throw new Error('nobody');
    const [one, two, three] = first.steps.map(({ step }) => step);
    if (!one || !two || !three) throw new Error('no steps');
    const page = await mine({
      replies: {
        'growing.read': aGrowing({
          steps: [
            { step: one, state: { kind: 'due' } },
            { step: two, state: { kind: 'waits-for-trust' } },
            { step: three, state: { kind: 'stuck', why: 'nothing-to-give' } },
          ],
        }),
      },
    });
    expect(page.words()).toContain('It comes today.');
    expect(page.words()).toContain('in case the computer’s clock is wrong');
    expect(page.words()).toContain('It is already so');
  });
});

describe('proposing', () => {
  test('is read back as the sentence the guardian will see, and sent as data', async () => {
    const page = await mine();
    await page.press('Propose a rule');
    await page.choose('Open a topic');
    await page.choose('After 4 calm weeks');
    await page.type(/^Why do you think so/, 'All my friends are there');
    expect(page.words()).toContain('After 4 calm weeks: social networks will be open.');
    await page.press('Send my proposal');
    expect(bodyOf(page, 'proposal.make')).toEqual({
      proposed: { kind: 'open-category', category: 'social', afterCalmWeeks: 4 },
      words: 'All my friends are there',
    });
    expect(page.words()).toContain('Your proposal waits for a grown-up at home.');
  });

  test('can be a limit for oneself, which waits for no calm weeks', async () => {
    const page = await mine();
    await page.press('Propose a rule');
    await page.choose('After 4 calm weeks');
    await page.choose('A limit for myself');
    await page.choose('videos');
    await page.press('Send my proposal');
    expect(bodyOf(page, 'proposal.make')).toEqual({
      proposed: { kind: 'own-limit', category: 'video', minutes: 30 },
      words: '',
    });
  });

  test('offers nothing that could not be given or is asked already', async () => {
    const open = aProposal({
      proposed: { kind: 'later-quiet-time', ruleId: 'night', minutes: 60 },
    });
    const page = await mine({ replies: { 'growing.read': aGrowing({ proposals: [open] }) } });
    await page.press('Propose a rule');
    expect(page.words()).not.toContain('A later quiet time');
    await page.choose('Open a topic');
    // Games and videos are open already; sites for adults are never a child's question.
    expect(page.root.querySelectorAll('.panel input[value="games"]')).toHaveLength(0);
    expect(page.root.querySelectorAll('.panel input[value="adult"]')).toHaveLength(0);
  });

  test('says so when it is too soon to propose the same again', async () => {
    const page = await mine({
      replies: { 'proposal.make': () => ({ ok: false, failure: 'not-allowed' }) },
    });
    await page.press('Propose a rule');
    await page.press('Send my proposal');
    expect(page.words()).toContain('This can not be proposed now.');
  });

  test('can be taken back, and shows the answer with its reason', async () => {
    const page = await mine({
      replies: {
        'growing.read': aGrowing({
          proposals: [
            aProposal(),
            aProposal({ id: 'p2', state: 'refused', refusal: 'talk-first', words: '' }),
          ],
        }),
      },
    });
    expect(page.words()).toContain('Waiting for an answer');
    expect(page.words()).toContain('Let us talk about it first.');
    await page.press('Take it back');
    expect(bodyOf(page, 'proposal.withdraw')).toEqual({ proposalId: 'proposal-1' });
  });

  test('is not offered where a school made the rules', async () => {
    const page = await mine({
      replies: {
        'policy.read': { policy: aPlannedFamily('9-12'), revision: 1, source: 'managed' },
      },
    });
    expect(page.words()).toContain('Growing up');
    expect(page.words()).not.toContain('Propose a rule');
  });
});

describe('at 18', () => {
  const grown = {
    'state.read': aState('16-17', {
      child: { id: 'sara', nickname: 'Sara', ageBand: '16-17', isOfAge: true },
    }),
  };

  test('the child’s page says that the controls have ended, and keeps help and reports', async () => {
    const page = await mine({ band: '16-17', replies: grown });
    expect(page.words()).toContain('You are 18. The controls have ended.');
    expect(page.words()).not.toContain('My rules');
    expect(page.words()).toContain('Show my reports');
    expect(page.button('Help')).toBeDefined();
    await expectAccessible(page.root);
  });

  test('the popup says it too', async () => {
    const page = await mount(<Popup address="https://play.games.test/" />, {
      band: '16-17',
      replies: grown,
    });
    expect(page.words()).toContain('You are 18. The controls have ended.');
    expect(page.button('Help')).toBeDefined();
  });
});

test.each([
  ['5-8', 'en'],
  ['5-8', 'ur'],
  ['16-17', 'ur'],
] as const)('has no accessibility violation for %s in "%s"', async (band, language) => {
  const page = await mine({
    band,
    language,
    replies: { 'growing.read': aGrowing({ proposals: [aProposal()] }) },
  });
  await page.press(language === 'ur' ? /تجویز کریں|خیال ہے/ : 'I have an idea');
  await expectAccessible(page.root);
});
