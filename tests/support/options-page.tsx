// The options page in happy-dom, with real words and a background in small: what is there, and what a person does.
import { readFileSync } from 'node:fs';

import axe from 'axe-core';
import { render } from 'preact';
import { act } from 'preact/test-utils';

import { optionsParts } from '@/components/guardian/options-parts.ts';
import { OptionsPage } from '@/components/guardian/OptionsPage.tsx';
import { HelpButton } from '@/components/help/HelpButton.tsx';
import { Page } from '@/components/page/Page.tsx';
import type { Platform } from '@/components/page/platform.ts';
import type { Language } from '@/rules/policy/schema.ts';
import type { Catalogue } from '@/rules/words/text.ts';

import { fakePlatform, type FakePlatform } from './fake-platform.ts';
import { createHousehold, type Household, type HouseholdOptions } from './household.ts';
import { noon } from './page-replies.ts';

export type OptionsPageOptions = HouseholdOptions & {
  readonly language?: Language;
  /** The room of the guardian area. */
  readonly section?: string;
  readonly services?: Partial<Platform>;
};

const words = (language: Language, part: string): Catalogue =>
  JSON.parse(readFileSync(`public/texts/${language}/${part}.json`, 'utf8')) as Catalogue;

export type Opened = ReturnType<typeof actions> & {
  readonly household: Household;
  readonly platform: FakePlatform;
  readonly close: () => void;
};

export async function openOptionsPage(options: OptionsPageOptions = {}): Promise<Opened> {
  const household = createHousehold(options);
  const language = options.language ?? 'en';
  let seed = 7;
  const platform = fakePlatform({
    now: () => noon,
    remembered: { language, chosen: language },
    loadTexts: async (wanted, part) => words(wanted, part),
    replies: household.replies,
    services: {
      // Not random, but never the same twice: ids must differ.
      random: (bytes) => Uint8Array.from({ length: bytes }, () => (seed = (seed * 31 + 11) % 251)),
      derive: async (secret) => derived(secret),
      ...options.services,
    },
  });
  window.location.hash = options.section ?? '';
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  await settle(() =>
    render(
      <Page platform={platform} parts={optionsParts} title="guardianTitle" audience="adult">
        <OptionsPage help={<HelpButton />} />
      </Page>,
      root,
    ),
  );
  return {
    household,
    platform,
    close: () => render(null, root),
    ...actions(root),
  };
}

/** As the browser's Argon2id: base64, and another one for another secret. */
export const derived = (secret: string): string => btoa(`key of ${secret}`);

/** Lets promises, effects and what they bring come to rest. */
async function settle(action: () => void = () => {}): Promise<void> {
  await act(async () => action());
  // What was rendered asks, what was answered renders again: a few rounds bring a page to rest.
  for (let round = 0; round < 6; round += 1) {
    await act(() => new Promise<void>((done) => setTimeout(done, 0)));
  }
}

function actions(root: HTMLElement) {
  const all = <Kind extends Element>(selector: string): Kind[] =>
    Array.from(root.querySelectorAll<Kind>(selector));
  const nameOf = (element: Element): string =>
    plain(element.getAttribute('aria-label') ?? element.textContent)
      .replaceAll(/\s+/g, ' ')
      .trim();
  const one = <Kind extends Element>(found: Kind[], what: string): Kind => {
    const [first] = found;
    if (first === undefined) throw new Error(`${what} is not on the page:\n${root.textContent}`);
    return first;
  };
  const button = (name: string) =>
    one(
      all<HTMLButtonElement>('button').filter((found) => nameOf(found) === name),
      `button "${name}"`,
    );
  const labelled = (name: string) => {
    const labels = all<HTMLLabelElement>('label');
    const label = one(
      [
        ...labels.filter((found) => nameOf(found) === name),
        ...labels.filter((found) => nameOf(found).startsWith(name)),
      ],
      `label "${name}"`,
    );
    const id = label.getAttribute('for');
    const control = id === null ? label.querySelector('input') : document.getElementById(id);
    if (control === null) throw new Error(`label "${name}" belongs to nothing`);
    return control as HTMLInputElement;
  };
  const change = (control: HTMLInputElement, value: string, event: string) =>
    settle(() => {
      control.value = value;
      control.dispatchEvent(new Event(event, { bubbles: true }));
    });
  return {
    root,
    button,
    labelled,
    text: () => plain(root.textContent),
    surface: () => root.querySelector('[data-saathi]')?.getAttribute('data-saathi'),
    heading: () => plain(root.querySelector('h1')?.textContent ?? ''),
    has: (selector: string) => root.querySelector(selector) !== null,
    press: (name: string) => settle(() => button(name).click()),
    choose: (name: string) => settle(() => labelled(name).click()),
    type: (name: string, value: string) => change(labelled(name), value, 'input'),
    select: (name: string, value: string) => change(labelled(name), value, 'change'),
    goTo: (section: string) =>
      settle(() => {
        window.location.hash = section;
        window.dispatchEvent(new Event('hashchange'));
      }),
    settle,
    violations: () => violationsIn(root),
  };
}

/** Without the isolates around values. */
const plain = (spoken: string): string => spoken.replaceAll(/[\u2068\u2069]/g, '');

/** Colour needs eyes: the browser tests look at it. */
async function violationsIn(root: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
