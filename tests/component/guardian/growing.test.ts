import { describe, expect, test } from 'vitest';

import { stepCap } from '@/rules/growing/plan.ts';
import type { PlanStep } from '@/rules/policy/schema.ts';

import { aGrowing, aPlannedFamily, aProposal } from '../../support/growing-replies.ts';
import { goodPin, goodToken } from '../../support/household.ts';
import { openOptionsPage, type OptionsPageOptions } from '../../support/options-page.tsx';
import { aFamily, aState, noon } from '../../support/page-replies.ts';

const room = (options: OptionsPageOptions = {}) =>
  openOptionsPage({
    section: 'growing',
    policy: aPlannedFamily('9-12'),
    ...options,
    replies: {
      'growing.read': aGrowing(),
      'guardian.unlock': { kind: 'unlocked', token: goodToken, until: noon + 300_000 },
      ...options.replies,
    },
  });
const unplanned = (options: OptionsPageOptions = {}) =>
  room({ policy: aFamily('9-12'), replies: { 'growing.read': aGrowing({}, []) }, ...options });
type Room = Awaited<ReturnType<typeof room>>;
const stepsOf = ({ household }: Room) => household.policy()?.children[0]?.plan?.steps ?? [];
async function answerPin(page: Room): Promise<void> {
  await page.type('Grown-up PIN', goodPin);
  await page.settle(() => {
    page.root.querySelector('dialog form')?.dispatchEvent(new Event('submit'));
  });
}
async function save(page: Room): Promise<void> {
  await page.press('Save');
  await answerPin(page);
}

describe('the plan in the guardian’s room', () => {
  test('reads as the child reads it', async () => {
    const page = await room();
    expect(page.text()).toContain('After 4 calm weeks: 15 more minutes a day for games.');
    expect(page.text()).toContain('Calm weeks so far: 2 of 4.');
    expect(await page.violations()).toEqual([]);
  });

  test('takes a step after calm weeks, with the PIN, and remembers the day', async () => {
    const page = await unplanned();
    await page.press('Add a step');
    await page.type('How many minutes more?', '۲۰');
    await page.type('Calm weeks', '6');
    expect(page.text()).toContain('After 6 calm weeks: 20 more minutes a day for the web.');
    await page.press('Add this step');
    expect(page.text()).toContain('Not saved yet.');
    await save(page);
    expect(stepsOf(page)).toMatchObject([
      {
        kind: 'more-minutes',
        ruleId: 'all',
        minutes: 20,
        afterCalmWeeks: 6,
        agreedOn: '2026-11-21',
      },
    ]);
  });

  test.each([
    ['that have come still takes one more: the oldest makes room', '2026-10-01', true],
    ['that are still to come takes no more', undefined, false],
  ])('a plan full of steps %s', async (_, takenOn, takesMore) => {
    const [child] = aFamily('9-12').children;
    if (child === undefined) throw new Error('a family has a child');
    const steps = Array.from({ length: stepCap }, (__, at): PlanStep => ({
      id: `step-${at}`,
      kind: 'next-band',
      on: '2027-01-01',
      ...(takenOn !== undefined && { takenOn }),
    }));
    const page = await room({
      policy: { ...aFamily('9-12'), children: [{ ...child, plan: { steps } }] },
    });
    expect(page.text().includes('Add a step')).toBe(takesMore);
  });

  test('takes a step on a date', async () => {
    const page = await unplanned();
    await page.press('Add a step');
    await page.choose('The next age group');
    await page.choose('On a date');
    await page.type('Date', '2027-05-14');
    await page.press('Add this step');
    await save(page);
    expect(stepsOf(page)).toMatchObject([{ kind: 'next-band', on: '2027-05-14' }]);
  });

  test.each([
    ['How many minutes more?', '4', 'Write whole minutes, from 5 to 240.'],
    ['How many minutes more?', 'a lot', 'Write whole minutes, from 5 to 240.'],
    ['Calm weeks', '0', 'Write a number of weeks, from 1 to 52.'],
    ['Calm weeks', '53', 'Write a number of weeks, from 1 to 52.'],
  ])('says what is wrong with "%s" of "%s", and agrees on nothing', async (label, typed, words) => {
    const page = await unplanned();
    await page.press('Add a step');
    await page.type(label, typed);
    await page.press('Add this step');
    expect(page.text()).toContain(words);
    expect(page.text()).not.toContain('Not saved yet.');
  });

  test.each([
    ['', 'Choose a date.'],
    ['2026-11-21', 'Choose a date after today.'],
  ])('a step on "%s" is not agreed', async (date, words) => {
    const page = await unplanned();
    await page.press('Add a step');
    await page.choose('On a date');
    if (date !== '') await page.type('Date', date);
    await page.press('Add this step');
    expect(page.text()).toContain(words);
  });

  test('starts with a suggestion that can be thrown away again', async () => {
    const page = await unplanned();
    await page.press('Start with a suggestion');
    expect(page.text()).toContain('After 4 calm weeks: 15 more minutes a day for the web.');
    expect(page.text()).toContain('the rules for ages 13-15');
    await page.press('Undo all');
    expect(page.text()).toContain('Nothing is agreed yet.');
  });

  test('gives a step up without a PIN: nothing loosens by it', async () => {
    const page = await room();
    await page.press('Remove this step: From May 14, 2027: the rules for ages 13-15.');
    await page.press('Save');
    expect(stepsOf(page).map(({ id }) => id)).toEqual(['step-1', 'step-2']);
  });
});

describe('a proposal', () => {
  const proposed = (failure?: 'not-found') =>
    room({
      replies: {
        'growing.read': aGrowing({ proposals: [aProposal()] }),
        'proposal.answer': ({ token }) =>
          token !== goodToken
            ? { ok: false, failure: 'needs-guardian' }
            : failure === undefined
              ? { proposal: aProposal({ state: 'agreed' }) }
              : { ok: false, failure },
      },
    });
  const answers = ({ platform }: Room) =>
    platform.asked.filter(({ name }) => name === 'proposal.answer').map(({ body }) => body);

  test('shows the sentence and the child’s words, and waits in the list of rooms', async () => {
    const page = await proposed();
    expect(page.text()).toContain('Sara proposes');
    expect(page.text()).toContain(
      'After 2 calm weeks: the quiet time that starts at 9:00 PM starts 30 minutes later.',
    );
    expect(page.text()).toContain('I finish my homework before dinner now');
    expect(page.text()).toContain('1 waiting');
    expect(await page.violations()).toEqual([]);
  });

  test('is agreed to with the PIN', async () => {
    const page = await proposed();
    await page.press('Agree');
    await answerPin(page);
    expect(answers(page).at(-1)).toEqual({
      proposalId: 'proposal-1',
      answer: 'agree',
      token: goodToken,
    });
  });

  test('gets a "not now" with a reason the child can read', async () => {
    const page = await proposed();
    await page.press('Not now');
    await page.press('Send this answer');
    expect(answers(page)[0]).toMatchObject({ proposalId: 'proposal-1', answer: 'talk-first' });
  });

  test('that the rules have overtaken says so', async () => {
    const page = await proposed('not-found');
    await page.press('Agree');
    await answerPin(page);
    expect(page.text()).toContain('there is nothing left to agree to');
  });
});

describe('the day of birth', () => {
  test('says on which day the controls end, and is saved with the PIN', async () => {
    const page = await unplanned();
    await page.type('Day of birth of Sara', '2014-05-14');
    expect(page.text()).toContain('The controls end on May 14, 2032.');
    await save(page);
    expect(page.household.policy()?.children[0]?.born).toBe('2014-05-14');
  });

  test('of a grown-up says what saving it does', async () => {
    const page = await unplanned();
    await page.type('Day of birth of Sara', '1990-05-14');
    expect(page.text()).toContain('The controls end once it is saved');
  });

  test('in the future is not taken', async () => {
    const page = await unplanned();
    await page.type('Day of birth of Sara', '2027-01-01');
    expect(page.text()).toContain('This day lies in the future.');
    expect(page.has('.save-bar')).toBe(false);
  });

  test('that has made the child 18 is told on every screen', async () => {
    const child = { id: 'sara', nickname: 'Sara', ageBand: '16-17', isOfAge: true } as const;
    const page = await room({ section: 'today', state: aState('16-17', { child, now: noon }) });
    expect(page.text()).toContain('Sara is 18. The controls have ended.');
    expect(page.platform.asked.map(({ name }) => name)).not.toContain('day.read');
    await page.goTo('requests');
    expect(page.text()).toContain('Sara is 18. The controls have ended.');
  });
});

test('in Urdu the room has no accessibility violation', async () => {
  const page = await room({
    language: 'ur',
    replies: { 'growing.read': aGrowing({ proposals: [aProposal()] }) },
  });
  expect(await page.violations()).toEqual([]);
});
