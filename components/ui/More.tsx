import './more.css';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';

export type MoreProps = {
  readonly label: string;
  /** What it is more about: said to who hears the page, seen beside it by who sees it. */
  readonly about?: string;
  /** "hint": the line explains what stands above it. */
  readonly look?: 'hint';
  /** For what is too much to draw before somebody asks for it. */
  readonly onOpen?: () => void;
  readonly children: ComponentChildren;
};

/** Details behind a line, for those who ask. */
export function More({ label, about, look, onOpen, children }: MoreProps) {
  return (
    <details
      class={look === 'hint' ? 'more more-hint' : 'more'}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
    >
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
