import { useServices } from '@/components/services.ts';
import type { Language } from '@/rules/policy/schema.ts';

import { Button } from './Button.tsx';

/** Each language in its own name, so that whoever needs it can read it. */
const names: readonly { readonly language: Language; readonly key: string }[] = [
  { language: 'en', key: 'languageEnglish' },
  { language: 'ur', key: 'languageUrdu' },
];

/** Offers the other language. What is read on this page changes, nothing else does. */
export function LanguageSwitch() {
  const { language, setLanguage, text } = useServices();
  return (
    <>
      {names
        .filter((name) => name.language !== language)
        .map((name) => (
          <Button
            key={name.language}
            kind="plain"
            size="small"
            icon="language"
            onPress={() => setLanguage(name.language)}
          >
            <span lang={name.language}>{text(name.key)}</span>
          </Button>
        ))}
    </>
  );
}
