import type { ComponentChildren } from 'preact';

import { useServices } from '@/components/services.ts';

/** A list that shows its first entries; the others are one press away. */
export function Folded({ items, first }: { items: readonly ComponentChildren[]; first: number }) {
  const { text } = useServices();
  return (
    <>
      <ul class="stack">{items.slice(0, first)}</ul>
      {items.length > first && (
        <details class="help-more">
          <summary>{text('mineMore')}</summary>
          <ul class="stack">{items.slice(first)}</ul>
        </details>
      )}
    </>
  );
}
