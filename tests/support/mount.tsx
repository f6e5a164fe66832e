// Puts a surface on a page with pretended services, and finds things on it as a person does: by role and name.
import axe from 'axe-core';
import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { expect, vi } from 'vitest';

import { Page } from '@/components/page/Page.tsx';
import type { TextPart } from '@/components/page/texts.ts';
import type { AgeBand } from '@/rules/policy/schema.ts';

import { fakePlatform, type FakePlatform, type Replies } from './fake-platform.ts';
import { aState, noon } from './page-replies.ts';
import { loadTextsFromFiles, packFromFiles } from './texts.ts';

export type Mounted = {
  readonly root: HTMLElement;
  readonly platform: FakePlatform;
  /** All words on the page, without the marks that isolate names. */
  readonly words: () => string;
  readonly button: (name: string | RegExp) => HTMLElement;
  readonly press: (name: string | RegExp) => Promise<void>;
  readonly choose: (label: string | RegExp) => Promise<void>;
  readonly type: (label: string | RegExp, words: string) => Promise<void>;
  readonly until: (check: () => void) => Promise<void>;
  readonly unmount: () => void;
};

export type MountOptions = {
  readonly parts?: readonly TextPart[];
  readonly band?: AgeBand;
  readonly language?: 'en' | 'ur';
  readonly replies?: Replies;
  readonly services?: Parameters<typeof fakePlatform>[0]['services'];
  readonly audience?: 'child' | 'adult';
};

const everyPart: readonly TextPart[] = [
  'page',
  'blocked',
  'report',
  'form',
  'popup',
  'journal',
  'mine',
  'time',
  'codes',
  'picture',
  'pictures',
  'growing',
];

export async function mount(
  shown: ComponentChildren,
  options: MountOptions = {},
): Promise<Mounted> {
  const { band = '9-12', language = 'en' } = options;
  const platform = fakePlatform({
    loadTexts: loadTextsFromFiles,
    pack: packFromFiles,
    now: () => noon,
    remembered: { language, band },
    replies: { 'state.read': aState(band, { language }), ...options.replies },
    ...(options.services && { services: options.services }),
  });
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  await act(() => {
    render(
      <Page
        platform={platform}
        parts={options.parts ?? everyPart}
        title="saathi"
        audience={options.audience ?? 'child'}
      >
        {shown}
      </Page>,
      root,
    );
  });
  const page = controls(root);
  await page.until(() => expect(root.childElementCount).toBeGreaterThan(0));
  await settle();
  return { root, platform, ...page, unmount: () => render(null, root) };
}

function controls(root: HTMLElement) {
  const words = () => plain(root.textContent);
  const button = (name: string | RegExp) =>
    found([...root.querySelectorAll<HTMLElement>('button, a')], name);
  const click = async (target: HTMLElement) => {
    await act(() => target.click());
    await settle();
  };
  return {
    words,
    button,
    press: (name: string | RegExp) => click(button(name)),
    choose: (label: string | RegExp) =>
      click(found([...root.querySelectorAll<HTMLElement>('label.choice')], label)),
    type: async (label: string | RegExp, typed: string) => {
      const name = found([...root.querySelectorAll<HTMLLabelElement>('label')], label);
      const box = root.querySelector<HTMLInputElement>(`[id="${name.htmlFor}"]`);
      if (box === null) throw new Error(`No box for ${String(label)}`);
      await act(() => {
        box.value = typed;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    until: async (check: () => void) => {
      await vi.waitFor(async () => {
        await settle();
        check();
      });
    },
  };
}

/** Lets answered messages and their effects reach the page. */
async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

function found<Element extends HTMLElement>(
  all: readonly Element[],
  name: string | RegExp,
): Element {
  const matches = all.filter((element) => {
    const own = plain(element.getAttribute('aria-label') ?? element.textContent).trim();
    return typeof name === 'string' ? own === name : name.test(own);
  });
  const [first] = matches;
  if (first === undefined) {
    throw new Error(
      `Nothing is named ${String(name)} among: ${all.map((e) => plain(e.textContent)).join(' | ')}`,
    );
  }
  return first;
}

const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u2068\u2069]/g, '');

/** No violation that can be seen without layout; colours and sizes are looked at in a real browser. */
export async function expectAccessible(root: HTMLElement): Promise<void> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}
