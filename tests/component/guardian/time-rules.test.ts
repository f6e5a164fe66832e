import { afterEach, describe, expect, test } from 'vitest';

import type { Policy } from '@/rules/policy/schema.ts';
import { aFamily } from '@/tests/support/page-replies.ts';
import { withTimeRules } from '@/tests/support/time-family.ts';
import { openTimePage, plain, type TimePage } from '@/tests/support/time-page.ts';

let page: TimePage;
afterEach(() => page.close());

const family = aFamily('9-12');
const rich = withTimeRules(family);
const open = async (policy: Policy, options: Parameters<typeof openTimePage>[1] = {}) => {
  page = await openTimePage(policy, options);
};

const special = 'Special days: weekends, holidays, Ramadan';
const sites = 'Sets of sites, and what is always open';

describe('time rules', () => {
  test('read back as one sentence each', async () => {
    await open(rich);
    expect(page.lines('Quiet times')).toEqual([
      'Every day: closed from 9:00 PM until 7:00 AM the next morning.',
      'Monday to Friday: Clips closed from 4:00 PM to 5:30 PM.',
    ]);
    expect(page.lines('Minutes a day')).toEqual([
      'Every day: time for all browsing ends after 1 hr, 30 min. Unused minutes are kept for later days, up to 30 min.',
      'Monday to Friday: time for Clips ends after 30 min. In a whole week, time for Clips ends after 4 hr.',
    ]);
    expect(page.lines(sites)[0]).toBe(
      'School: always open, at any hour: school.test and maths.test.',
    );
  });

  test.each(['en', 'ur'] as const)('break no rule of accessibility in %s', async (language) => {
    await open(rich, { language });
    await page.openAll();
    expect(await page.violations()).toEqual([]);
  });

  test('that disagree are shown beside the one that holds, and the other way round', async () => {
    await open(rich);
    expect(page.notes('Minutes a day').join('\n')).toContain(
      'the smaller limit holds: “Every day: time for all browsing ends after 45 min.” (Exams)',
    );
    expect(page.notes(special).join('\n')).toContain(
      'this one holds and not: “Every day: time for all browsing ends after 1 hr, 30 min.',
    );
    expect(page.notes('Quiet times')).toContain(
      'Saturday and Sunday, this rule rests. In its place: “Weekend”',
    );
  });
});

describe('limits', () => {
  test('can be of a whole week', async () => {
    await open(family);
    await page.select('For', 'category:video');
    await page.select('Counted', 'week');
    await page.type('Minutes a week', '300');
    await page.press('Add this limit');
    await page.press('Save');
    expect(page.child().quotas.at(-1)).toMatchObject({
      scope: 'category:video',
      minutes: {},
      perWeek: 300,
    });
    expect(page.lines('Minutes a day').at(-1)).toBe(
      'In a whole week, time for videos ends after 5 hr.',
    );
  });

  test('keep unused minutes up to a most, and lose the week’s limit again', async () => {
    await open(rich);
    await page.type('Keep at most (minutes)', '45');
    await page.type('Minutes in a whole week', '600');
    await page.saveWithPin();
    expect(page.child().quotas[0]).toMatchObject({ carryOver: 45, perWeek: 600 });
    await page.choose('Keep unused minutes');
    await page.type('Minutes in a whole week', '');
    await page.saveWithPin();
    expect(page.child().quotas[0]).not.toHaveProperty('carryOver');
    expect(page.child().quotas[0]).not.toHaveProperty('perWeek');
  });
});

describe('sets of sites', () => {
  test('for school are open at any hour with two presses and an address', async () => {
    await open(family);
    await page.press('School sites, always open');
    expect(page.lines(sites)).toEqual(['School: always open, but no site is in it yet.']);
    await page.type('Add a site', 'https://school.test');
    await page.submit('Add a site');
    await page.saveWithPin();
    expect(page.child().hostSets).toMatchObject([
      { name: 'School', alwaysOpen: true, hosts: ['school.test'] },
    ]);
  });

  test('take whole sites only', async () => {
    await open(rich);
    await page.type('Add a site', 'school.test/library');
    await page.submit('Add a site');
    expect(page.text()).toContain('Time is counted for a whole site');
  });

  test('that a rule is about stay until the rule goes', async () => {
    await open(rich);
    expect(page.text()).toContain('A time rule is about this set. Remove that rule first');
    expect(
      [...page.fold(sites).querySelectorAll('button')].filter((button) =>
        button.textContent.includes('Remove this set'),
      ),
    ).toHaveLength(1);
  });

  test('leave no trace in the policy when the last one is gone', async () => {
    await open(family);
    await page.press('A set of your own');
    await page.press('Remove this set');
    expect(page.text()).not.toContain('not saved yet');
  });
});

describe('rules for special days', () => {
  const added = () => page.child().ruleSets?.at(-1);

  test('for the weekend begin as the ordinary ones, an hour looser', async () => {
    await open(family);
    await page.press('Weekend');
    await page.saveWithPin();
    expect(added()).toMatchObject({
      name: 'Weekend',
      days: ['sat', 'sun'],
      replaces: true,
      quietTimes: [{ days: ['sat', 'sun'], from: '22:00', to: '07:00' }],
    });
    expect(added()?.quotas[0]?.minutes).toMatchObject({ sat: 240, sun: 240 });
  });

  test('for Ramadan take the calculated dates; as other rules rest, they ask for the PIN', async () => {
    await open(family);
    await page.press('Ramadan');
    expect(page.text()).toContain('Asks for your PIN');
    await page.saveWithPin();
    expect(added()).toMatchObject({ firstDate: '2027-02-08', lastDate: '2027-03-08' });
    expect(added()?.quietTimes.at(-1)).toMatchObject({ from: '17:30', to: '19:00' });
  });

  test('for school nights stand beside the ordinary ones', async () => {
    await open(family);
    await page.press('School nights');
    await page.press('Save');
    expect(added()).toMatchObject({
      replaces: false,
      quietTimes: [{ days: ['sun', 'mon', 'tue', 'wed', 'thu'], from: '20:30', to: '07:00' }],
    });
  });

  test('with dates the wrong way round are said, and change nothing', async () => {
    await open(family);
    await page.press('Holidays');
    await page.saveWithPin();
    await page.type('Last day', '2026-11-01');
    expect(page.text()).toContain('The last day is before the first.');
    expect(page.text()).not.toContain('not saved yet');
    await page.type('Last day', '2026-12-01');
    await page.saveWithPin();
    expect(added()).toMatchObject({ firstDate: '2026-11-21', lastDate: '2026-12-01' });
  });

  test('can rest and come back, and keep their own rules', async () => {
    await open(rich);
    await page.toggle('Switched on');
    await page.saveWithPin();
    expect(page.child().ruleSets?.[0]).toMatchObject({ id: 'weekend', isOff: true });
    expect(page.lines(special)[0]).toContain('Switched off');
  });

  test('never offer days on which they do not hold', async () => {
    await open(rich);
    const weekend = page.fold(special).querySelector('.rule .rule');
    expect([...(weekend?.querySelectorAll('.day') ?? [])].map((day) => day.textContent)).toEqual([
      'Sat',
      'Sun',
    ]);
  });
});

describe('to try a rule', () => {
  const tryIt = () => page.submit('What would be opened');
  const outcome = () => plain(page.fold('Try it').querySelector('.notice')?.textContent);

  test('says that it is closed, by which sentence, and when it opens', async () => {
    await open(rich);
    await page.type('Day', '2026-11-23');
    await page.type('Time', '22:30');
    await tryIt();
    expect(outcome()).toContain('Closed');
    expect(outcome()).toContain('Every day: closed from 9:00 PM until 7:00 AM the next morning.');
    expect(outcome()).toContain('It opens again: Tuesday, 7:00 AM.');
  });

  test('says when it stops if browsing goes on, with the minutes used before', async () => {
    await open(rich);
    await page.type('Day', '2026-11-23');
    await page.type('Time', '14:00');
    await page.type('Minutes already used', '60');
    await tryIt();
    expect(outcome()).toContain('Open');
    expect(outcome()).toContain('If browsing goes on, it stops: 2:30 PM.');
    expect(outcome()).toContain('Left for All browsing: 30 min.');
  });

  test('knows what is always open, and asks for the topics of a site', async () => {
    await open(rich);
    await page.select('What would be opened', 'host');
    await page.type('Site', 'www.school.test');
    await page.type('Time', '23:00');
    await tryIt();
    expect(outcome()).toContain('in a set that is always open');
    expect(page.platform.asked).toContainEqual({
      name: 'time.spot',
      body: { host: 'school.test' },
    });
  });

  test('looks at what is not saved yet, and says which set holds', async () => {
    await open(rich);
    await page.type('Day', '2026-11-28');
    await page.type('Time', '14:00');
    await tryIt();
    expect(outcome()).toContain('“Weekend” holds on that day.');
    await page.toggle('Switched on');
    expect(outcome()).not.toContain('Weekend');
  });

  test('names what is missing', async () => {
    await open(rich);
    await page.type('Minutes already used', 'many');
    await tryIt();
    expect(page.fold('Try it').textContent).toContain('0 to 1440');
    expect(outcome()).toBe('');
  });
});

describe('rules that can not be saved', () => {
  test('say beside themselves why, and on the line they are folded behind', async () => {
    await open(family);
    await page.press('School sites, always open');
    expect(plain(page.fold(sites).querySelector('summary')?.textContent)).toContain(
      'Please look here',
    );
    expect(page.notes(sites)).toContain('Please add a site, then it can be saved.');
    await page.saveWithPin();
    expect(page.text()).toContain('Something in these rules does not fit together');
    expect(page.child()).not.toHaveProperty('hostSets');
  });

  test.each([
    ['Closes at', '07:00', 'Quiet times', 'It begins and ends at the same time'],
    ['Minutes in a whole week', '0', 'Minutes a day', 'It leaves no minute at all.'],
  ])('%s: %s is told at once', async (label, typed, heading, words) => {
    await open(family);
    await page.type(label, typed);
    expect(page.notes(heading).join(' ')).toContain(words);
  });

  test('do not come from adding: a new quiet time is one that is free', async () => {
    await open(rich);
    for (const _ of Array.from({ length: 3 })) await page.press('Add a quiet time');
    await page.press('Ramadan');
    expect(page.text()).not.toContain('Please look here');
  });
});
