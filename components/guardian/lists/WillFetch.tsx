import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';

export type WillFetchProps = {
  /** Who keeps the list. */
  readonly name: string;
  readonly host: string;
  readonly hours: number;
  /** What is to be decided together with it, and seen together. */
  readonly children?: ComponentChildren;
};

/** Who will be asked, how often, and what they learn: said before anything is fetched, for saving comes after it. */
export function WillFetch({ name, host, hours, children }: WillFetchProps) {
  const { text } = useServices();
  const ref = useRef<HTMLDivElement>(null);
  // What is to be saved stands over the end of the page: this must not lie under it.
  useEffect(() => ref.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={ref} class="stack-tight">
      <Notice tone="calm" icon="download" live>
        <p>{text('listWillFetch', { name, host, count: hours })}</p>
        <p>{text('listTheySee')}</p>
        <p class="strong">{text('listAfterSaving')}</p>
      </Notice>
      {children}
    </div>
  );
}
