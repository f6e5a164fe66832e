// Reading aloud, as entrypoints/platform/voice.ts does on our own pages, in few bytes. Remote voices would send words out.
import type { CardTexts } from '@/rules/messages/help-replies.ts';

import type { Button } from './content.ts';

/** Hidden until a voice is found: browsers name theirs some time after the first question. */
export function readButton(
  { read, language, heading, body, signs, steps }: CardTexts,
  button: Button,
): HTMLElement {
  const synthesis = speechSynthesis;
  const made = button('plain', read, () => {
    const utterance = new SpeechSynthesisUtterance([heading, body, ...signs, ...steps].join('\n'));
    utterance.voice = voice() ?? null;
    hush();
    synthesis.speak(utterance);
  });
  const voice = (): SpeechSynthesisVoice | undefined =>
    synthesis
      .getVoices()
      .find(({ localService, lang }) => localService && lang.startsWith(language));
  const look = (): void => {
    made.hidden = !voice();
  };
  look();
  synthesis.addEventListener('voiceschanged', look);
  return made;
}

export const hush = (): void => speechSynthesis.cancel();
