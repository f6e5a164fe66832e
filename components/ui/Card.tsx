import './card.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';

export type CardProps = {
  readonly heading?: string;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
};

/** A sheet of paper on the desk. With a heading it is a named region. */
export function Card({ heading, icon, children }: CardProps) {
  const id = useId();
  if (heading === undefined) return <div class="card">{children}</div>;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 class="card-heading" id={id}>
        {icon && <Icon name={icon} />}
        <span>{heading}</span>
      </h2>
      {children}
    </section>
  );
}
