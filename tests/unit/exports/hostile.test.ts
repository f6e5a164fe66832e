// What a report says stays inside its line, its field and its header, whatever it says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { exportTo, type ExportFormat, type ExportOptions } from '@/rules/exports/export.ts';
import { tidyLetter, uriOf } from '@/rules/exports/tidy.ts';
import { deskTexts } from '@/rules/exports/words.ts';
import type { Addition, Letter } from '@/rules/reporting/schema.ts';

import { someReport } from '../reporting/builders.ts';
import { honestReport, hostileReport, hostileText } from './random-report.ts';
import { misfits } from './schemas.ts';

const options: ExportOptions = { sender: null, queue: 'Child Protection', language: 'en' };
function written(format: ExportFormat, letter: Letter, changed: Partial<ExportOptions> = {}) {
  const result = exportTo(format, letter, { ...options, ...changed });
  if (!result.ok) throw new Error(`not exported: ${result.failure.reason}`);
  return result.value;
}

const controls = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

test('what a device reports is passed on to the letter', () => {
  fc.assert(
    fc.property(honestReport, (report) => {
      const titled = {
        ...report.where,
        pageTitle: report.category === 'csam' ? null : report.where.pageTitle,
      };
      expect(tidyLetter(report)).toEqual({ ...report, where: titled });
    }),
    { numRuns: 200 },
  );
});

describe('the mail for SCART', () => {
  const csam = { category: 'csam', subcategory: null } as const;

  test('has four headers of ours and one line of three fields, whatever the report says', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const result = exportTo('scart', { ...report, ...csam }, options);
        if (!result.ok) {
          expect(result.failure.reason).toBe('no-address');
          return;
        }
        const { headers, body } = mailOf(result.value);
        expect(headers.map((line) => line.split(':')[0])).toEqual(names);
        expect(headers[0]).toBe('Subject: ERT-INPUT-SOURCE saathi');
        expect(body.split('\r\n')).toHaveLength(2);
        const [url = '', referrer, note, ...more] = body.trimEnd().split(';');
        expect([referrer, more]).toEqual(['', []]);
        expect(url).toBe(new URL(url).href);
        expect(note).toMatch(
          /^reported by a young person( \([\w-]+\))?, seen [\dTZ:.-]+, not verified, Saathi [\da-f-]{36}$/,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('holds no line longer than mail allows, and an address of 2,048 characters comes out whole', () => {
    const address = `https://long.example/${'a=;'.repeat(800)}`.slice(0, 2048);
    const report = { ...someReport({ topic: 'csam' }) };
    const mail = written('scart', { ...report, where: { ...report.where, url: address } });
    expect(mail).toContain('Content-Transfer-Encoding: quoted-printable');
    expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(mailOf(mail).body.split(';')[0]).toBe(address.replaceAll(';', '%3B'));
  });

  test('carries the address alone: neither title nor words, neither account nor country', () => {
    const report = someReport({ topic: 'csam', words: 'my own words', title: 'a title' });
    const mail = written('scart', report);
    expect(mail.split('\r\n').at(-2)).toBe(
      'https://chat.example/u/stranger9?lang=ur;;reported by a young person (10-13), seen 2026-11-20T13:05:00.000Z, not verified, Saathi 5b0f7c1e-0000-4000-8000-000000000001',
    );
  });

  test('is not made of what such a hotline is not for, nor of what nobody has sorted', () => {
    for (const topic of ['phishing', 'cyberbullying', 'self-harm', 'hate', null] as const) {
      expect(exportTo('scart', someReport({ topic }), options)).toEqual({
        ok: false,
        failure: { reason: 'not-for-hotline' },
      });
    }
  });

  const names = ['Subject', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'];
});

/** As a mail program reads it. */
function mailOf(mail: string): { headers: string[]; body: string } {
  const end = mail.indexOf('\r\n\r\n');
  const headers = mail.slice(0, end).split('\r\n');
  const raw = mail.slice(end + 4);
  const isQuoted = headers.at(-1)?.endsWith('quoted-printable') === true;
  return { headers, body: isQuoted ? unquoted(raw) : raw };
}
const unquoted = (text: string): string =>
  text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );

describe('the ticket for Request Tracker', () => {
  type Ticket = { Subject: string; Content: string; CustomFields: Record<string, string> };

  test('has a subject of one line and labels of ours alone at the beginning of a line', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const ticket = JSON.parse(written('rt', report)) as Ticket;
        expect(ticket.Subject).not.toMatch(controls);
        expect(ticket.Subject).not.toContain('\n');
        expect(ticket.CustomFields['Report ID']).not.toContain('\n');
        const lines = ticket.Content.split('\n');
        const labels = lines.slice(2, -3).filter((line) => !line.startsWith('  '));
        const known = labels.map((line) => line.split(':')[0] ?? '');
        expect(known.filter((label) => !ours.has(label))).toEqual([]);
        expect(new Set(known).size).toBe(known.length);
      }),
      { numRuns: 200 },
    );
  });

  const ours = new Set(
    'Address|Removed from the address|Address cut at 2048 characters|Platform|Account|Profile|Page title|Seen|Category|Urgency|In their own words|Age of the reporter|Country|Language|Rule that matched|Report ID|Version|SHA-256|Version before|Made by'.split(
      '|',
    ),
  );
});

describe.each(['en', 'ur'] as const)('the plain text in %s', (language) => {
  const { topics: _, urgencies: __, ages: ___, ...plain } = deskTexts[language];
  const labels = new Set(Object.values(plain));

  test('begins a line with nothing but our own words, each once', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = written('text', report, { language });
        expect(text).not.toMatch(controls);
        const starts = text.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
        expect(starts.filter((line) => !labels.has(line.replace(/:$/, '')))).toEqual([]);
        expect(new Set(starts).size).toBe(starts.length);
      }),
      { numRuns: 200 },
    );
  });

  test('names the topic, the urgency and the age in its own language', () => {
    const report = someReport({ topic: 'grooming', words: 'ایک\nدو', urgency: 'now' });
    const text = written('text', report, { language });
    const { topics, urgencies, ages } = deskTexts[language];
    expect(text).toContain(`  ${topics.grooming} [grooming] rsit:abusive-content="violence"\n`);
    expect(text).toContain(`  ${urgencies.now}\n`);
    expect(text).toContain(`  ${ages['10-13']}\n`);
    expect(text).toContain('  ایک\n  دو\n');
    expect(text).toContain('  https://chat.example/u/stranger9?lang=ur\n');
  });
});

test('an addition keeps to its lines as a report does', () => {
  fc.assert(
    fc.property(hostileReport, fc.constantFrom('en', 'ur'), (report, language) => {
      const { reportId, version, createdAt, urgency, category, subcategory, what, tags } = report;
      const addition: Addition = {
        schema: 'child-report-addition/1',
        reportId,
        version: version + 1,
        createdAt,
        urgency,
        category,
        subcategory,
        what,
        tags,
        previous: report.previous,
        integrity: report.integrity,
      };
      const { topics: _, urgencies: __, ages: ___, ...plain } = deskTexts[language];
      const labels = new Set(Object.values(plain));
      const text = written('text', addition, { language });
      const starts = text.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
      expect(starts.filter((line) => !labels.has(line.replace(/:$/, '')))).toEqual([]);
      expect(misfits('rt', JSON.parse(written('rt', addition)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('the two languages have a word for each line, and Urdu has its own', () => {
  const { en, ur } = deskTexts;
  expect(Object.keys(ur)).toEqual(Object.keys(en));
  const same = Object.entries(ur).filter(([key, word]) => word === en[key as keyof typeof en]);
  expect(same.map(([key]) => key)).toEqual(['hash']);
});

describe('an address as a URI', () => {
  test('is ASCII without spaces, controls or quotes, and leads where the address leads', () => {
    fc.assert(
      fc.property(hostileText, (tail) => {
        const uri = uriOf(`https://chat.example/${tail}`);
        expect(uri).toMatch(/^https:\/\/chat\.example\/[\w\-.~:/?#@!$&'()*+,;=%]*$/);
        expect(uri).not.toMatch(/%(?![\dA-Fa-f]{2})/);
      }),
      { numRuns: 300 },
    );
  });

  test('that is none is kept as text, where a format has room for text', () => {
    const report = someReport({ topic: 'grooming' });
    const odd = { ...report, where: { ...report.where, url: 'http://;;;.example/' } };
    for (const format of ['misp', 'stix', 'rt', 'text'] as const) {
      expect(written(format, odd)).toContain('http://;;;.example/');
    }
    expect(exportTo('scart', odd, options)).toEqual({
      ok: false,
      failure: { reason: 'no-address' },
    });
  });

  test('stays as it is where it is one already', () => {
    const address = 'https://chat.example/u/a;b=1/%D9%BE?x=%3B&y=#part';
    expect(uriOf(address)).toBe(address);
  });

  test('loses a name and password, and is none without a web host', () => {
    expect(uriOf('https://ali:secret@chat.example:8443/x')).toBe('https://chat.example:8443/x');
    for (const address of [
      'http://;;;.example/',
      'https://a"b.example/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://',
      'chat',
      '',
      null,
    ]) {
      expect(uriOf(address)).toBeNull();
    }
  });
});
