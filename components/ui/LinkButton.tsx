import './button.css';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';

export type LinkButtonProps = {
  readonly href: string;
  readonly kind?: 'main' | 'quiet' | 'plain';
  readonly icon?: IconName;
  readonly size?: 'small' | 'wide';
  readonly children: ComponentChildren;
};

/** A link as big as a finger. The web opens beside this page and learns nothing of it; a phone or mail link stays here. */
export function LinkButton({ href, kind = 'quiet', icon, size, children }: LinkButtonProps) {
  const outside = /^https?:/.test(href);
  const classes = ['button', `button-${kind}`, size && `button-${size}`];
  return (
    <a
      class={classes.filter(Boolean).join(' ')}
      href={href}
      {...(outside && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {icon && <Icon name={icon} />}
      <span class="button-words">{children}</span>
    </a>
  );
}
