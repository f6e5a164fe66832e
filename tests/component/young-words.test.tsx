// What a child of 5 to 8 really sees, words for all ages included: short sentences on every screen, in both languages.
import { describe, expect, test } from 'vitest';

import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';
import { HelpPanel } from '@/components/help/HelpPanel.tsx';
import { Popup } from '@/components/popup/Popup.tsx';
import { languages } from '@/rules/policy/schema.ts';

import { blockedCases } from '../support/gallery/cases.ts';
import { mount } from '../support/mount.tsx';
import { anExplanation } from '../support/page-replies.ts';

/** Names of people and places are as long as they are. */
const names = 'bdi, .host, .help-line-name, dd, svg, title';
const mostWords = 8;
/** A value inside a sentence, a time within a day for example, counts as one word. */
const valuesAsOneWord = (words: string): string => {
  const shorter = words.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, 'VALUE');
  return shorter === words ? words : valuesAsOneWord(shorter);
};

function longSentences(root: HTMLElement): string[] {
  const copy = root.cloneNode(true) as HTMLElement;
  for (const name of copy.querySelectorAll(names)) name.textContent = 'NAME';
  return [...copy.querySelectorAll<HTMLElement>('*')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3))
    .flatMap((element) => valuesAsOneWord(element.textContent).split(/[.!?:۔؟…]+(?:\s|$)/))
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter(
      (sentence) =>
        sentence.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length > mostWords,
    );
}

const url = 'https://play.games.test/level/7';

describe.each(languages)('in %s, no sentence is longer than eight words', (language) => {
  const young = { band: '5-8', language } as const;

  test('in help', async () => {
    const page = await mount(<HelpPanel />, young);
    await page.until(() => expect(page.root.querySelector('.guide-young')).not.toBeNull());
    expect(longSentences(page.root)).toEqual([]);
  });

  test.each(Object.keys(blockedCases))('on the closed page "%s"', async (name) => {
    const page = await mount(<BlockedPage address={{ url, host: 'play.games.test' }} />, {
      ...young,
      replies: blockedCases[name] ?? {},
    });
    expect(page.words()).not.toBe('');
    expect(longSentences(page.root)).toEqual([]);
  });

  test('in the popup', async () => {
    const page = await mount(<Popup address={url} />, {
      ...young,
      replies: { 'visit.explain': anExplanation({ kind: 'known' }, { action: 'allow' }) },
    });
    expect(longSentences(page.root)).toEqual([]);
  });
});

test('the check finds a sentence of nine words, and lets eight and a long name pass', () => {
  const root = document.createElement('main');
  const line = document.createElement('p');
  root.append(line);
  line.textContent = 'One two three four five six seven eight nine. One.';
  expect(longSentences(root)).toEqual(['One two three four five six seven eight nine']);
  line.textContent = 'One two three four five six seven \u2068a long name\u2069. One two.';
  expect(longSentences(root)).toEqual([]);
});
