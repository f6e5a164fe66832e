// Reading aloud. Remote voices would send the words out, so only the device's own are used.
import type { Language } from '@/rules/policy/schema.ts';

/** Browsers name their voices some time after the first question; a device without any never does. */
const voicesMs = 1500;

export async function canReadAloud(language: Language): Promise<boolean> {
  if (!('speechSynthesis' in globalThis)) return false;
  if (speechSynthesis.getVoices().length === 0) {
    await new Promise<void>((resolve) => {
      speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
      setTimeout(resolve, voicesMs);
    });
  }
  return voiceFor(language) !== undefined;
}

export function readAloud(words: string, language: Language): void {
  const voice = voiceFor(language);
  if (voice === undefined) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}

/** Nothing goes on speaking after its page is gone. */
export function stopReading(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}

const voiceFor = (language: Language): SpeechSynthesisVoice | undefined =>
  speechSynthesis
    .getVoices()
    .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
