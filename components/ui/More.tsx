import './more.css';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';

export type MoreProps = {
  readonly label: string;
  /** What it is more about: said to who hears the page, seen beside it by who sees it. */
  readonly about?: string;
  /** "hint": the line explains what stands above it. */
  readonly look?: 'hint';
  readonly children: ComponentChildren;
};

/** Details behind a line, for those who ask. */
export function More({ label, about, look, children }: MoreProps) {
  return (
    <details class={look === 'hint' ? 'more more-hint' : 'more'}>
      <summary>
        <Icon name="chevron" />
        <span>
          {label}
          {about !== undefined && <span class="visually-hidden">{`: ${about}`}</span>}
        </span>
      </summary>
      <div class="more-body stack">{children}</div>
    </details>
  );
}
