import { afterEach, expect, test, vi } from 'vitest';

import { readAloud, stopReading } from '@/entrypoints/platform/voice.ts';

/** A synthesiser as browsers have it: what is spoken waits behind what is being said. */
class FakeVoices {
  queue: string[] = [];
  longest = 0;
  getVoices = () => [{ lang: 'en-GB', localService: true }];
  cancel = () => {
    this.queue = [];
  };
  speak = ({ words }: { words: string }) => {
    this.queue.push(words);
    this.longest = Math.max(this.longest, this.queue.length);
  };
}

function withVoices(): FakeVoices {
  const voices = new FakeVoices();
  vi.stubGlobal('speechSynthesis', voices);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly words: string;
      constructor(words: string) {
        this.words = words;
      }
    },
  );
  return voices;
}
afterEach(() => vi.unstubAllGlobals());

test('BYP-239 a hundred things to be read never wait behind each other: the last one is said', () => {
  const voices = withVoices();
  for (let each = 1; each <= 100; each += 1) readAloud(`Warning ${each}`, 'en');
  expect(voices.queue).toEqual(['Warning 100']);
  expect(voices.longest).toBe(1);
});

test('BYP-239 silence comes at once', () => {
  const voices = withVoices();
  readAloud('A long page', 'en');
  stopReading();
  expect(voices.queue).toEqual([]);
});
