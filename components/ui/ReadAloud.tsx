import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

import { Button } from './Button.tsx';

/** Reads the words to a young child, where this device has a voice of its own for the language. */
export function ReadAloud({ words }: { words: string }) {
  const { band, language, text, canReadAloud, readAloud } = useServices();
  const wanted = band === '5-8' || band === '9-12';
  const [able, setAble] = useState(false);
  useEffect(() => {
    let current = true;
    setAble(false);
    if (wanted) {
      void canReadAloud(language).then((can) => {
        if (current) setAble(can);
      });
    }
    return () => {
      current = false;
    };
  }, [wanted, language, canReadAloud]);
  if (!able) return null;
  return (
    <Button kind="plain" icon="sound" onPress={() => readAloud(words, language)}>
      {text('readAloud')}
    </Button>
  );
}
