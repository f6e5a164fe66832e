import { describe, expect, test } from 'vitest';

import { isOnForm } from '@/rules/forms/own-host.ts';

describe('whether a tab still is on the form it was opened for', () => {
  test.each([
    ['https://report.iwf.org.uk/pk', 'https://report.iwf.org.uk/'],
    ['https://report.iwf.org.uk/step/2?x=1#y', 'https://report.iwf.org.uk/pk'],
    ['https://www.iwf.org.uk/', 'https://report.iwf.org.uk/'],
    ['https://forms.pkcert.gov.pk/a', 'https://pkcert.gov.pk/report-incident/'],
    ['https://report.iwf.org.uk./', 'https://report.iwf.org.uk/'],
    [
      'https://docs.google.com/forms/d/e/AB/formResponse',
      'https://docs.google.com/forms/d/e/AB/viewform',
    ],
  ])('%s is still on %s', (shown, form) => {
    expect(isOnForm(shown, form)).toBe(true);
  });
  test.each([
    ['http://report.iwf.org.uk/', 'https://report.iwf.org.uk/'],
    ['https://report.iwf.org.uk:8443/', 'https://report.iwf.org.uk/'],
    ['https://report.iwf.org.uk.evil.test/', 'https://report.iwf.org.uk/'],
    ['https://evil.test/report.iwf.org.uk/', 'https://report.iwf.org.uk/'],
    ['https://report.iwf.org.uk@evil.test/', 'https://report.iwf.org.uk/'],
    ['https://other.gov.pk/', 'https://pkcert.gov.pk/'],
    ['https://stranger.github.io/', 'https://hotline.github.io/'],
    [
      'https://docs.google.com/forms/d/e/CD/viewform',
      'https://docs.google.com/forms/d/e/AB/viewform',
    ],
    ['https://sites.google.com/x', 'https://docs.google.com/forms/d/e/AB/viewform'],
    ['about:blank', 'https://report.iwf.org.uk/'],
    ['data:text/html,x', 'https://report.iwf.org.uk/'],
    ['', 'https://report.iwf.org.uk/'],
    ['javascript:1', 'javascript:1'],
    ['file:///a', 'file:///a'],
  ])('%s is not on %s', (shown, form) => {
    expect(isOnForm(shown, form)).toBe(false);
  });
});
