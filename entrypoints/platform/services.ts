// The browser behind components/services.ts, for every one of our pages.
import type { Platform } from '@/components/page/platform.ts';
import type { Answered, Body, MessageName } from '@/rules/messages/contract.ts';
import type { Catalogue } from '@/rules/words/text.ts';

import { ask } from './ask.ts';
import { browser } from './browser.ts';
import { onChanged } from './changes.ts';
import { derive, sha256 } from './derive.ts';
import { draft } from './draft.ts';
import { goBack, leave } from './leaving.ts';
import { recall, remember } from './memory.ts';
import { readPackaged } from './package-files.ts';
import { countries, pack } from './packs.ts';
import { sendingConsent } from './sending-consent.ts';
import { allowEverySite, openBrowserSettings, sideDoors } from './side-doors.ts';
import { canReadAloud, readAloud, stopReading } from './voice.ts';

/** A page shows Help even if the worker never answers, so it does not wait for it for ever. */
const patienceMs = 6000;
/** A foreign site is asked, perhaps under two names. */
const patienceForSitesMs = 25_000;

export const platform: Platform = {
  ask: askPatiently,
  onChanged,
  now: () => Date.now(),
  loadTexts: async (language, part) =>
    ((await readPackaged(`/texts/${language}/${part}.json`)) ?? {}) as Catalogue,
  pack,
  countries,
  derive,
  sha256,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  sideDoors,
  allowEverySite,
  openBrowserSettings,
  sendingConsent,
  surroundings: () => ({
    languages: navigator.languages,
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }),
  draft,
  saveFile,
  openTab: (url) => void browser.tabs.create({ url }),
  goTo: (url) => location.replace(url),
  goBack,
  leave,
  canReadAloud,
  readAloud,
  stopReading,
  copy: (words) => navigator.clipboard.writeText(words),
  print: () => window.print(),
  recall,
  remember,
};

function askPatiently<Name extends MessageName>(
  name: Name,
  body: Body<Name>,
): Promise<Answered<Name>> {
  return Promise.race([
    ask(name, body),
    new Promise<Answered<Name>>((resolve) => {
      const patience = name === 'preview.read' ? patienceForSitesMs : patienceMs;
      setTimeout(() => resolve({ ok: false, failure: 'broken' }), patience);
    }),
  ]);
}

function saveFile(name: string, words: string): void {
  const url = URL.createObjectURL(new Blob([words], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
