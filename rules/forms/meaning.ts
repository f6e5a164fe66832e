// What a box of a form asks for, told from its words. A wrong guess would put a child's report where it does not belong,
// so anything that is not clear is nobody's box.
import type { FactKey } from '../reporting/fact-keys.ts';
import type { Box } from './box.ts';
import {
  countryWords,
  never,
  neverByName,
  neverWholeName,
  phrases,
  typersOwn,
  weakAddress,
} from './phrases.ts';
import { plain } from './plain.ts';

/** `strength`: 3 said in its label, 2 in an example or by two signs, 1 only in its name. */
export type Meaning = { readonly key: FactKey; readonly strength: 1 | 2 | 3 };

/** Autofill names of HTML that belong to the person who types, or to their money. */
const personal =
  /(?:^| )(?:(?:honorific|given|additional|family)-[a-z-]+|name|nickname|username|new-password|current-password|one-time-code|organization(?:-title)?|street-address|address-[a-z0-9-]+|postal-code|cc-[a-z-]+|transaction-[a-z]+|bday(?:-[a-z]+)?|sex|photo|tel(?:-[a-z-]+)?|email|impp|webauthn)(?: |$)/;

export function meaningOf(box: Box): Meaning | null {
  if (personal.test(box.autocomplete.toLowerCase()) || isNeverByName(box)) return null;
  const label = tell(plain(box.label));
  const example = tell(plain(box.placeholder));
  if (label.isNever || example.isNever) return null;
  const meaning = fromWords(label, example) ?? fromSigns(box);
  if (meaning === null || isTypersOwn(meaning.key, box)) return null;
  return meaning.key === 'account' && box.besidePassword ? null : meaning;
}

type Told = { readonly facts: readonly FactKey[]; readonly isNever: boolean };

function fromWords(label: Told, example: Told): Meaning | null {
  const [byLabel, ...more] = label.facts;
  if (byLabel !== undefined) return more.length === 0 ? { key: byLabel, strength: 3 } : null;
  const [byExample, ...others] = example.facts;
  return byExample !== undefined && others.length === 0 ? { key: byExample, strength: 2 } : null;
}

function fromSigns(box: Box): Meaning | null {
  const [label, placeholder] = [plain(box.label), plain(box.placeholder)];
  const name = plain(`${box.name} ${box.id}`);
  // Two questions in one label: nobody's.
  if (tell(label).facts.length > 0) return null;
  const byName = tell(name).facts;
  // "Website" alone may ask for the typer's own. Two signs together say that an address is wanted.
  const signs = [
    box.type === 'url',
    /https?:|www\./i.test(box.placeholder),
    has(label, weakAddress) || has(placeholder, weakAddress),
    byName.includes('address') || has(name, weakAddress),
  ];
  if (signs.filter(Boolean).length > 1) return { key: 'address', strength: 2 };
  // Without a word for people, the page's own name for the box has to do.
  const [only, ...more] = byName;
  const isSilent = label.trim() === '' && placeholder.trim() === '';
  return isSilent && only !== undefined && more.length === 0 ? { key: only, strength: 1 } : null;
}

/** Longest phrases first, each cut out as it is found: in "name of the site" is no name of a person. */
function tell(words: string): Told {
  if (countryWords.includes(words)) return { facts: ['country'], isNever: false };
  let left = words;
  const facts = new Set<FactKey>();
  for (const { phrase, key } of phrases) {
    if (!left.includes(phrase)) continue;
    left = left.replaceAll(phrase, ' | ');
    facts.add(key);
  }
  return { facts: [...facts], isNever: has(left, never) };
}

function isNeverByName({ name, id }: Box): boolean {
  const names = [plain(name), plain(id)];
  return names.some((each) => neverWholeName.includes(each) || has(each, neverByName));
}

const isTypersOwn = (key: FactKey, { label, placeholder }: Box): boolean =>
  key !== 'words' &&
  key !== 'time' &&
  key !== 'country' &&
  (has(plain(label), typersOwn) || has(plain(placeholder), typersOwn));

const has = (words: string, any: readonly string[]): boolean =>
  any.some((phrase) => words.includes(phrase));
