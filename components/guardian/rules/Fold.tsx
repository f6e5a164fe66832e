import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';

export type FoldProps = {
  readonly icon: IconName;
  readonly heading: string;
  readonly count?: number;
  /** Something in it keeps the rules from being saved. */
  readonly care?: boolean;
  readonly children: ComponentChildren;
};

/** One kind of rules behind its own line. */
export function Fold({ icon, heading, count, care = false, children }: FoldProps) {
  const { text, language } = useServices();
  return (
    <details class="fold">
      <summary>
        <Icon name={icon} />
        <h2 class="fold-heading">{heading}</h2>
        {count !== undefined && (
          <span class="fold-count">{new Intl.NumberFormat(language).format(count)}</span>
        )}
        {care && <span class="badge badge-care">{text('foldCare')}</span>}
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
