import '@/components/theme.css';
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';

import { ServicesContext, type Services } from '@/components/services.ts';
import type { State } from '@/rules/messages/replies.ts';
import type { Language } from '@/rules/policy/schema.ts';
import { directionOf, wordsFor, type Catalogue } from '@/rules/words/text.ts';

import { PageStateContext, type PageState } from './page-state.ts';
import type { Platform, Remembered } from './platform.ts';
import { Safe } from './Safe.tsx';
import { loadTexts, type TextPart } from './texts.ts';

export type PageProps = {
  readonly platform: Platform;
  /** Parts of the catalogue beyond "shared" and "help". */
  readonly parts: readonly TextPart[];
  /** Catalogue key of the tab's title. It never names a site. */
  readonly title: string;
  /** "child": words and sizes of the active child's band. */
  readonly audience: 'child' | 'adult';
  readonly children: ComponentChildren;
};

type Household = { readonly state: State | null; readonly remembered: Remembered };
type Read = { readonly language: Language; readonly catalogue: Catalogue };

/** Loads what a page needs, shows nothing before the words are there, and offers services to all below. */
export function Page({ platform, parts, title, audience, children }: PageProps) {
  const [household, refresh] = useHousehold(platform);
  const [chosen, setChosen] = useState(() => platform.recall().chosen);
  const language = household && (chosen ?? household.remembered.language);
  const read = useTexts(platform, language, parts);
  const band = audience === 'child' ? (household?.remembered.band ?? null) : null;
  const timeZone = household?.state?.timeZone ?? platform.surroundings().timeZone;

  const services = useMemo((): Services | null => {
    if (read === null) return null;
    const about = { language: read.language, band };
    return {
      ...platform,
      ...about,
      timeZone,
      dir: directionOf(read.language),
      text: (key, values) => wordsFor(read.catalogue, about, key, values),
      wordsOf: reader(platform, about),
      setLanguage: (next) => {
        platform.remember({ ...platform.recall(), chosen: next });
        setChosen(next);
      },
    };
  }, [platform, read, band, timeZone]);

  const pageState = useMemo(
    (): PageState => ({
      state: household?.state ?? null,
      country: household?.remembered.country ?? platform.recall().country,
      refresh,
    }),
    [household, refresh, platform],
  );

  useDressedRoot(services, title);
  if (services === null) return null;
  return (
    <ServicesContext.Provider value={services}>
      <PageStateContext.Provider value={pageState}>
        <Safe>{children}</Safe>
      </PageStateContext.Provider>
    </ServicesContext.Provider>
  );
}

/** Parts that this page did not load at its start, each read once. */
function reader(platform: Platform, about: Parameters<typeof wordsFor>[1]): Services['wordsOf'] {
  const readParts = new Map<TextPart, ReturnType<Services['wordsOf']>>();
  return (part) => {
    const words =
      readParts.get(part) ??
      loadTexts(platform.loadTexts, about.language, [part]).then(
        (catalogue): Services['text'] =>
          (key, values) =>
            wordsFor(catalogue, about, key, values),
      );
    readParts.set(part, words);
    return words;
  };
}

/** The state, or what was last known of it. */
function useHousehold(platform: Platform): [Household | null, () => Promise<void>] {
  const [household, setHousehold] = useState<Household | null>(null);
  const refresh = useCallback(async () => {
    const answered = await platform.ask('state.read', {});
    if (!answered.ok) {
      setHousehold((last) => last ?? { state: null, remembered: platform.recall() });
      return;
    }
    const { language, country, child } = answered.value;
    const { chosen } = platform.recall();
    const remembered = { chosen, language, country, band: child?.ageBand ?? null };
    platform.remember(remembered);
    setHousehold({ state: answered.value, remembered });
  }, [platform]);
  useEffect(() => {
    void refresh();
    return platform.onChanged(() => void refresh());
  }, [platform, refresh]);
  return [household, refresh];
}

/** The words of one language; the last language stays on the screen until the next one is whole. */
function useTexts(
  platform: Platform,
  language: Language | null,
  parts: readonly TextPart[],
): Read | null {
  const [read, setRead] = useState<Read | null>(null);
  const wanted = parts.join(' ');
  useEffect(() => {
    if (language === null) return undefined;
    let current = true;
    const all: TextPart[] = ['shared', 'help', ...(wanted.split(' ') as TextPart[])];
    void loadTexts(platform.loadTexts, language, all).then((catalogue) => {
      if (current) setRead({ language, catalogue });
    });
    return () => {
      current = false;
    };
  }, [platform, language, wanted]);
  return read;
}

function useDressedRoot(services: Services | null, title: string): void {
  useLayoutEffect(() => {
    if (services === null) return;
    const root = document.documentElement;
    root.lang = services.language;
    root.dir = services.dir;
    if (services.band === null) delete root.dataset['band'];
    else root.dataset['band'] = services.band;
    document.title = services.text(title);
  }, [services, title]);
}
