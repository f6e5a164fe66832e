import './screen.css';
import type { ComponentChildren } from 'preact';

import { Mark } from '@/components/icons/Mark.tsx';
import { useServices } from '@/components/services.ts';

import { LanguageSwitch } from './LanguageSwitch.tsx';

export type ScreenProps = {
  /** Which surface this is, for tests from outside: "blocked", "time-up", "report" and so on. */
  readonly surface?: string;
  /** "narrow" for one question at a time, "wide" for the guardian area and "my page". */
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** Always in the same place: the top end corner. */
  readonly help?: ComponentChildren;
  /** Beside the name at the top: tabs, a lock. */
  readonly top?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** The frame of every full page: who we are, language, help, and one main landmark. */
export function Screen({ surface, width = 'normal', help, top, children }: ScreenProps) {
  const { text } = useServices();
  return (
    <div class={`screen screen-${width}`} data-saathi={surface}>
      <header class="screen-top no-print">
        <span class="screen-brand">
          <Mark />
          <span>{text('saathi')}</span>
        </span>
        {top}
        <span class="screen-tools">
          <LanguageSwitch />
          {help}
        </span>
      </header>
      <main class="screen-main">{children}</main>
    </div>
  );
}
