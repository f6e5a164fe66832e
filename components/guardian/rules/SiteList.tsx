import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';

export type SiteListProps = {
  readonly patterns: readonly string[];
  readonly empty: string;
  /** null: only to be read. */
  readonly onRemove: ((pattern: string) => void) | null;
};

/** A school may list thousands: a page of them at a time, and a search. */
const onePage = 50;

export function SiteList({ patterns, empty, onRemove }: SiteListProps) {
  const { text } = useServices();
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(onePage);
  const wanted = search.trim().toLowerCase();
  const found = patterns.filter((pattern) => pattern.includes(wanted));
  if (patterns.length === 0) return <p class="soft">{empty}</p>;
  return (
    <div class="stack">
      {patterns.length > onePage && (
        <Field
          label={text('rulesSiteSearch', { count: patterns.length })}
          type="search"
          dir="ltr"
          value={search}
          onInput={setSearch}
        />
      )}
      <ul class="sites">
        {found.slice(0, shown).map((pattern) => (
          <li class="site" key={pattern}>
            <bdi lang="en" dir="ltr">
              {pattern}
            </bdi>
            {onRemove && (
              <Button
                kind="plain"
                icon="trash"
                label={text('rulesSiteRemove', { pattern })}
                onPress={() => onRemove(pattern)}
              />
            )}
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <Button onPress={() => setShown(shown + onePage)}>
          {text('rulesSiteMore', { count: found.length - shown })}
        </Button>
      )}
    </div>
  );
}
