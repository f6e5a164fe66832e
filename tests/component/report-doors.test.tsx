import { describe, expect, test } from 'vitest';

import type { Replies } from '../support/fake-platform.ts';
import { expectAccessible } from '../support/mount.tsx';
import { anExplanation, aReport } from '../support/page-replies.ts';
import { aByHandReport, reported, sentIn } from '../support/reported.tsx';

const answers = [
  'A helpline',
  'The police or a hotline',
  'An adult I trust',
  'The website',
  'No one yet',
];
const waiting = (topic: Parameters<typeof aReport>[0] = {}) =>
  aReport({ state: 'waiting', undoUntil: null, ...topic });

const onInstagram = async (said: NonNullable<Replies['visit.explain']>) => {
  const page = await reported(
    waiting({ facts: [{ key: 'platform', value: 'Instagram' }], topic: 'hate' }),
    { replies: { 'visit.explain': said } },
  );
  await page.choose('The website');
  return page;
};

describe('who would you like to tell', () => {
  test('has five answers of one kind, none of them chosen', async () => {
    const page = await reported(waiting());
    const choices = [...page.root.querySelectorAll('.who-to-tell label.choice')];
    expect(choices.map(({ textContent }) => textContent)).toEqual(answers);
    expect(new Set(choices.map(({ className }) => className)).size).toBe(1);
    expect(page.root.querySelector('.who-to-tell input:checked')).toBeNull();
  });

  test('tells nobody what was chosen', async () => {
    const page = await reported(waiting());
    const before = page.platform.asked.length;
    for (const answer of answers) await page.choose(answer);
    expect(page.platform.asked.length).toBe(before);
  });

  test('a helpline: who reads it, in which country, and that they may have to tell', async () => {
    const page = await reported(waiting({ topic: 'cyberbullying' }));
    await page.choose('A helpline');
    expect(page.words()).toContain('People who listen, in Pakistan');
    expect(page.words()).toContain('In serious danger they may have to tell someone');
    expect(page.root.querySelector('.who-to-tell a[href^="tel:"]')).not.toBeNull();
  });

  test('the police or a hotline: whether a name is needed, and the form with the facts beside it', async () => {
    const page = await reported(waiting({ topic: 'sextortion' }), { replies: { 'form.open': {} } });
    await page.choose('The police or a hotline');
    expect(page.words()).toContain('National Cyber Crime Investigation Agency (NCCIA)');
    expect(page.words()).toContain('The police read it, in Pakistan');
    expect(page.words()).toContain('Needs an adult with an account or identity card');
    await page.press('Open the form');
    expect(sentIn(page, 'form.open')).toHaveLength(1);
  });

  test('pictures of a child go to a hotline first, in the United Kingdom, without a name', async () => {
    const page = await reported(waiting({ topic: 'csam' }));
    await page.choose('The police or a hotline');
    const first = page.root.querySelector('.who-to-tell .help-line')?.textContent ?? '';
    expect(first).toContain('in \u2068United Kingdom\u2069');
    expect(first).toContain('No name needed');
    expect(first).toContain('Give only the address, no picture');
  });

  test('the website comes after the people who help; where it has no form, its own button is named', async () => {
    const page = await reported(waiting());
    await page.choose('The website');
    expect(page.words()).toContain('what a site deletes, nobody can look at later');
    expect(page.words()).toContain('Most sites have a Report button');
    page.unmount();
    const known = await onInstagram(() => anExplanation({ kind: 'known' }, { action: 'allow' }));
    expect(known.words()).toContain('The site itself reads it');
    expect(known.button('Open their page').getAttribute('href')).toMatch(/^https:/);
  });

  test.each([
    ['the family closed it', () => anExplanation({ kind: 'blocklist', pattern: 'instagram.com' })],
    [
      'only the service is closed, where its form may lead',
      (body: { readonly url: string }) =>
        anExplanation(
          { kind: 'known' },
          { action: body.url === 'https://instagram.com/' ? 'block' : 'allow' },
        ),
    ],
    ['nobody can say whether it is open', () => ({ ok: false, failure: 'broken' }) as const],
  ])(
    'the website has no door where %s: its block page would tell of the report',
    async (_, said) => {
      const page = await onInstagram(said);
      expect(page.words()).toContain('Most sites have a Report button');
      expect(() => page.button('Open their page')).toThrow();
    },
  );

  test('no one yet is as good an answer', async () => {
    const page = await reported(waiting());
    await page.choose('No one yet');
    expect(page.words()).toContain('That is fine.');
  });

  test('a form that is shown already is not shown twice', async () => {
    const page = await reported(aByHandReport({ topic: 'sextortion' }));
    await page.choose('The police or a hotline');
    expect(page.root.querySelector('.who-to-tell')?.textContent).not.toContain('NCCIA)');
  });

  test('says that a line may have changed when it was checked long ago', async () => {
    const page = await reported(waiting({ topic: 'csam' }));
    await page.choose('The police or a hotline');
    expect(page.words()).toContain('This may have changed since we last checked.');
  });
});

test.each(['en', 'ur'] as const)('its doors are accessible in "%s"', async (language) => {
  const page = await reported(waiting({ topic: 'csam' }), { language });
  await page.choose(language === 'en' ? 'The police or a hotline' : 'پولیس یا ہاٹ لائن');
  await expectAccessible(page.root);
});
