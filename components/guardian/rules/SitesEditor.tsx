import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Pattern } from '@/rules/hosts/pattern.ts';

import { AddSite } from './AddSite.tsx';
import type { FilterEditorProps } from './CategoryEditor.tsx';
import { SiteList } from './SiteList.tsx';

export type SitesEditorProps = FilterEditorProps & { readonly list: 'allowlist' | 'blocklist' };

/** One list of sites. What was typed is shown back in the form in which it is judged. */
export function SitesEditor({ filter, onChange, list, disabled = false }: SitesEditorProps) {
  const { text } = useServices();
  const [added, setAdded] = useState<Pattern | null>(null);
  const patterns = filter[list];
  const [disagreeing] = filter.allowlist.filter((pattern) => filter.blocklist.includes(pattern));
  const keep = (kept: string[]) => onChange({ ...filter, [list]: kept });
  return (
    <div class="stack">
      {!disabled && (
        <AddSite
          label={text(list === 'allowlist' ? 'rulesAllowAdd' : 'rulesBlockAdd')}
          there={patterns}
          onAdd={(pattern) => {
            keep([...patterns, pattern.text]);
            setAdded(pattern);
          }}
        />
      )}
      {added !== null && patterns.includes(added.text) && (
        <Notice tone={added.wide ? 'care' : 'good'} live>
          <p>{text('rulesSiteAdded', { pattern: added.text })}</p>
          {added.wide && <p>{text('rulesSiteWide')}</p>}
        </Notice>
      )}
      {disagreeing !== undefined && (
        <Notice tone="care">
          <p>{text('rulesSitesDisagree', { pattern: disagreeing })}</p>
        </Notice>
      )}
      <SiteList
        patterns={patterns}
        empty={text(list === 'allowlist' ? 'rulesAllowEmpty' : 'rulesBlockEmpty')}
        onRemove={disabled ? null : (gone) => keep(patterns.filter((pattern) => pattern !== gone))}
      />
    </div>
  );
}
