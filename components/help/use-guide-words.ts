import { useEffect, useState } from 'preact/hooks';

import { useServices, type Services } from '@/components/services.ts';

/** The words of the help pages; null until they are there. */
export function useGuideWords(): Services['text'] | null {
  const { wordsOf } = useServices();
  const [words, setWords] = useState<Services['text'] | null>(null);
  useEffect(() => {
    let current = true;
    void wordsOf('guides').then((read) => {
      if (current) setWords(() => read);
    });
    return () => {
      current = false;
    };
  }, [wordsOf]);
  return words;
}
