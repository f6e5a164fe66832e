import './button.css';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';

export type LinkButtonProps = {
  readonly href: string;
  readonly kind?: 'main' | 'quiet' | 'plain';
  readonly icon?: IconName;
  readonly size?: 'small' | 'wide';
  /** Done instead of following the link. */
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
};

/** A link as big as a finger. The web opens beside this page and learns nothing of it; a phone or mail link stays here. */
export function LinkButton(props: LinkButtonProps) {
  const { href, kind = 'quiet', icon, size, onPress, children } = props;
  const outside = /^https?:/.test(href);
  const classes = ['button', `button-${kind}`, size && `button-${size}`];
  return (
    <a
      class={classes.filter(Boolean).join(' ')}
      href={href}
      {...(onPress && {
        onClick: (event: MouseEvent) => {
          event.preventDefault();
          onPress();
        },
      })}
      {...(outside && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {icon && <Icon name={icon} />}
      <span class="button-words">{children}</span>
    </a>
  );
}
