import { useEffect, useRef, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

import { Button } from './Button.tsx';

export type ReadAloudProps = {
  readonly words: string;
  /** Not for the young alone: a long page helps whoever reads with effort. */
  readonly everyone?: boolean;
};

/** Reads the words out, where this device has a voice of its own for the language; silent again when they are gone. */
export function ReadAloud({ words, everyone = false }: ReadAloudProps) {
  const { band, language, text, canReadAloud, readAloud, stopReading } = useServices();
  const wanted = everyone || band === '5-8' || band === '9-12';
  const [able, setAble] = useState(false);
  const reading = useRef(false);
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
  // Who closes a page in haste is not given away by a voice that goes on.
  useEffect(
    () => () => {
      if (reading.current) stopReading();
    },
    [words, stopReading],
  );
  if (!able) return null;
  return (
    <Button
      kind="plain"
      icon="sound"
      onPress={() => {
        reading.current = true;
        readAloud(words, language);
      }}
    >
      {text('readAloud')}
    </Button>
  );
}
