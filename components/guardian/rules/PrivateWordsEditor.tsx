import { type Services, useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { fromBase64 } from '@/rules/guardian/bytes.ts';
import { toBase64url } from '@/rules/lists/feed/base64url.ts';
import type { ChildProfile, PrivateWords } from '@/rules/policy/schema.ts';
import {
  makePrivateWords,
  mostPrivateWords,
  privateWordOf,
  shortestPrivate,
} from '@/rules/typed/private-words.ts';

import { AddEntry } from './AddEntry.tsx';
import type { HelpsEditorProps } from './HelpsEditor.tsx';

const saltBytes = 16;
const longest = 60;

/** Words that a family keeps to itself. They go in and do not come out: what is kept can not be read. */
export function PrivateWordsEditor({ profile, onChange, disabled = false }: HelpsEditorProps) {
  const { text } = useServices();
  const { privateWords, ...without } = profile;
  const count = privateWords?.hashes.length ?? 0;
  return (
    <div class="stack">
      <p class="soft">{text('privateWordsMeaning')}</p>
      {count > 0 && <p>{text('privateWordsCount', { count })}</p>}
      {!disabled && (
        <AddPrivateWord
          there={privateWords}
          onAdd={(words) => onChange({ ...profile, privateWords: words })}
        />
      )}
      {!disabled && count > 0 && (
        <Button kind="plain" icon="trash" onPress={() => onChange(without satisfies ChildProfile)}>
          {text('privateWordsRemove')}
        </Button>
      )}
    </div>
  );
}

type AddProps = {
  readonly there: PrivateWords | undefined;
  readonly onAdd: (words: PrivateWords) => void;
};

function AddPrivateWord({ there, onAdd }: AddProps) {
  const services = useServices();
  const { text } = services;
  const add = async (typed: string): Promise<string | null> => {
    const added = await withWord(services, there, typed);
    if ('problem' in added) return text(added.problem);
    onAdd(added.words);
    return null;
  };
  return <AddEntry label={text('privateWordAdd')} hint={text('privateWordHint')} onAdd={add} />;
}

type Added = { readonly words: PrivateWords } | { readonly problem: string };

/** `typed` is hashed at once, with the salt of the words that are there already. */
async function withWord(
  { sha256, random }: Pick<Services, 'sha256' | 'random'>,
  there: PrivateWords | undefined,
  typed: string,
): Promise<Added> {
  const hashes = there?.hashes ?? [];
  if (typed.length > longest) return { problem: 'privateWordLong' };
  if (privateWordOf(typed) === null) {
    const isShort = typed.replaceAll(/[^\p{L}\p{N}]/gu, '').length < shortestPrivate;
    return { problem: isShort ? 'privateWordShort' : 'privateWordLong' };
  }
  if (hashes.length >= mostPrivateWords) return { problem: 'privateWordFull' };
  const { privateWords } = await makePrivateWords(
    [typed],
    there?.salt ?? toBase64url(random(saltBytes)),
    async (bytes) => fromBase64(await sha256(bytes)) ?? new Uint8Array(),
  );
  const [hash = ''] = privateWords.hashes;
  if (hashes.includes(hash)) return { problem: 'privateWordThere' };
  return { words: { ...privateWords, hashes: [...hashes, hash] } };
}
