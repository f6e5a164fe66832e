import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { correctionFor, type Mistake } from '@/rules/lists/correction.ts';

const mistake: Mistake = {
  host: 'poker-history.example',
  listName: 'UT1 gambling',
  category: 'gambling',
  edition: '2026-11-03',
};

describe('a correction for the maintainer of a list', () => {
  test('names the site, the list, the topic and the edition', () => {
    const { subject, body } = correctionFor(mistake, null);
    expect(subject).toBe('Possible mistake in UT1 gambling: poker-history.example');
    expect(body).toContain('Site: poker-history.example');
    expect(body).toContain('List: UT1 gambling');
    expect(body).toContain('Category: gambling');
    expect(body).toContain('Edition: 2026-11-03');
  });

  test('leaves out an edition nobody knows', () => {
    expect(correctionFor({ ...mistake, edition: null }, null).body).not.toContain('Edition');
  });

  test('can be read and copied where the maintainer published no address', () => {
    expect(correctionFor(mistake, null).href).toBeNull();
  });

  test('becomes a mail with its words in it', () => {
    const { href, subject, body } = correctionFor(mistake, 'mailto:lists@example.org');
    const mail = new URL(href ?? '');
    expect(mail.pathname).toBe('lists@example.org');
    expect(mail.searchParams.get('subject')).toBe(subject);
    expect(mail.searchParams.get('body')).toBe(body.replaceAll('\n', '\r\n'));
  });

  test.each([
    ['https://github.com/owner/list/issues'],
    ['https://github.com/owner/list/issues/new'],
    ['https://github.com/owner/list/issues/new?template=wrong.yml'],
  ])('becomes an issue with its words in it: %s', (address) => {
    const { href, subject, body } = correctionFor(mistake, address);
    const form = new URL(href ?? '');
    expect(form.origin + form.pathname).toBe('https://github.com/owner/list/issues/new');
    expect(form.searchParams.get('title')).toBe(subject);
    expect(form.searchParams.get('body')).toBe(body);
  });

  test('becomes an issue on GitLab, whose fields have other names', () => {
    const { href, body } = correctionFor(mistake, 'https://gitlab.com/group/sub/list/-/issues');
    const form = new URL(href ?? '');
    expect(form.pathname).toBe('/group/sub/list/-/issues/new');
    expect(form.searchParams.get('issue[description]')).toBe(body);
  });

  test('opens any other form as it is: no word is put into an address that does not ask for it', () => {
    expect(correctionFor(mistake, 'https://lists.example.org/contact?lang=fr').href).toBe(
      'https://lists.example.org/contact?lang=fr',
    );
  });

  test.each([
    ['javascript:alert(1)'],
    ['http://lists.example.org/'],
    ['data:text/html,x'],
    ['mailto:a@example.org,b@example.org'],
    ['mailto:a@example.org?cc=b@example.org&subject=x#'],
    ['mailto:'],
    ['not an address'],
    [''],
  ])('opens nothing that is no mail or secure page: %s', (address) => {
    const { href } = correctionFor(mistake, address);
    expect(href ?? '').not.toMatch(/javascript|data:|http:|b@example/);
  });

  test('keeps whatever a host or a name holds inside its own field', () => {
    const anything = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(anything, anything, (host, listName) => {
        const { href } = correctionFor({ ...mistake, host, listName }, 'mailto:a@example.org');
        const { searchParams, pathname } = new URL(href ?? '');
        expect(pathname).toBe('a@example.org');
        expect([...searchParams.keys()]).toEqual(['subject', 'body']);
      }),
    );
  });
});
