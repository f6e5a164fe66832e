import './button.css';
import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';

export type ButtonProps = {
  /** One "main" on a screen; "quiet" beside it; "plain" in running content; "danger" only for adults. */
  readonly kind?: 'main' | 'quiet' | 'plain' | 'danger';
  readonly size?: 'small' | 'wide';
  readonly icon?: IconName;
  /** Not needed on a form's submit button: the form does the work. */
  readonly onPress?: () => void;
  readonly disabled?: boolean;
  /** Work is under way: keeps focus and name, takes no second press. */
  readonly busy?: boolean;
  /** Name for a button that shows only its icon. */
  readonly label?: string;
  readonly expanded?: boolean;
  readonly pressed?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly children?: ComponentChildren;
};

export function Button(props: ButtonProps) {
  const { kind = 'quiet', size, icon, onPress, disabled = false, busy = false } = props;
  const classes = ['button', `button-${kind}`, size && `button-${size}`];
  if (props.children === undefined) classes.push('button-icon-only');
  return (
    <button
      type={props.type ?? 'button'}
      class={classes.filter(Boolean).join(' ')}
      disabled={disabled}
      autofocus={props.autoFocus}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      onClick={() => {
        if (!busy) onPress?.();
      }}
    >
      {icon && <Icon name={icon} />}
      {props.children !== undefined && <span class="button-words">{props.children}</span>}
    </button>
  );
}
