import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { parseWord } from '@/rules/hosts/address-words.ts';

import { AddEntry } from './AddEntry.tsx';
import type { FilterEditorProps } from './CategoryEditor.tsx';

/** As many as the policy takes. */
const mostWords = 300;

/** Words that close an address wherever they stand in it. */
export function WordsEditor({ filter, onChange, disabled = false }: FilterEditorProps) {
  const { text } = useServices();
  const { words = [], ...rest } = filter;
  // Where no word is left the policy is as it was before there were any.
  const keep = (kept: string[]) => onChange(kept.length === 0 ? rest : { ...rest, words: kept });
  return (
    <div class="stack">
      <p class="soft">{text('rulesWordsMeaning')}</p>
      {!disabled && words.length < mostWords && (
        <AddWord there={words} onAdd={(word) => keep([...words, word])} />
      )}
      {words.length === 0 ? (
        <p class="soft">{text('rulesWordsEmpty')}</p>
      ) : (
        <ul class="sites">
          {words.map((word) => (
            <li class="site" key={word}>
              <bdi>{word}</bdi>
              {!disabled && (
                <Button
                  kind="plain"
                  icon="trash"
                  label={text('rulesSiteRemove', { pattern: word })}
                  onPress={() => keep(words.filter((other) => other !== word))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type AddWordProps = {
  readonly there: readonly string[];
  readonly onAdd: (word: string) => void;
};

function AddWord({ there, onAdd }: AddWordProps) {
  const { text } = useServices();
  const add = (typed: string): string | null => {
    const read = parseWord(typed);
    if (!read.ok) return text(`word-${read.failure}`);
    if (there.includes(read.value)) return text('rulesSiteThere', { pattern: read.value });
    onAdd(read.value);
    return null;
  };
  return <AddEntry label={text('rulesWordAdd')} hint={text('rulesWordHint')} onAdd={add} />;
}
