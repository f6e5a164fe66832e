/** A host or address among other words: left to right, in a Latin hand, at the start of the reader's line. */
export function Host({ name, strong = false }: { name: string; strong?: boolean }) {
  return (
    <span class={strong ? 'host strong' : 'host'}>
      <bdi dir="ltr" lang="en">
        {name}
      </bdi>
    </span>
  );
}
