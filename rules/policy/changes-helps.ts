// The differences between two states of the helps inside web pages. See changes.ts for the law these tables follow.
import type { Difference } from './changes-time.ts';
import { pictureModes, revealRules } from './helps-schema.ts';
import { helpsOf } from './helps.ts';
import type { ChildProfile, Helps } from './schema.ts';

type CompareHelps = (before: Helps, after: Helps) => readonly Difference[];

/** Another band brings other helps by itself: that is said once, as the change of the band. */
export const helpsDifferences = (before: ChildProfile, after: ChildProfile): Difference[] =>
  before.helps === undefined && after.helps === undefined
    ? []
    : Object.values(helpsTable).flatMap((compare) => compare(helpsOf(before), helpsOf(after)));

const switched =
  (name: 'kindness' | 'privacy' | 'pressure' | 'search' | 'pages'): CompareHelps =>
  (before, after) =>
    before[name] === after[name]
      ? []
      : [
          {
            key: after[name] ? 'changeHelpOn' : 'changeHelpOff',
            values: { helpKey: `changeValueHelp_${name}` },
            weakens: !after[name],
          },
        ];

const helpsTable: Readonly<Record<keyof Helps, CompareHelps>> = {
  kindness: switched('kindness'),
  privacy: switched('privacy'),
  pressure: switched('pressure'),
  search: switched('search'),
  pages: switched('pages'),
  pictures: ({ pictures: from }, { pictures: to }) =>
    from === to
      ? []
      : [
          {
            key: 'changePictures',
            values: { fromKey: `changeValuePictures_${from}`, toKey: `changeValuePictures_${to}` },
            weakens: pictureModes.indexOf(to) < pictureModes.indexOf(from),
          },
        ],
  reveal: ({ reveal: from }, { reveal: to }) =>
    from === to
      ? []
      : [
          {
            key: 'changeReveal',
            values: { fromKey: `changeValueReveal_${from}`, toKey: `changeValueReveal_${to}` },
            weakens: revealRules.indexOf(to) > revealRules.indexOf(from),
          },
        ],
};

/** How many only: the words themselves are known to nobody. Another salt makes every hash another one. */
export function privateWordsDifferences(
  { privateWords: before }: ChildProfile,
  { privateWords: after }: ChildProfile,
): Difference[] {
  const kept = new Set(before?.salt === after?.salt ? before?.hashes : []);
  const now = new Set(after?.hashes);
  const lost = (before?.hashes ?? []).filter((hash) => !kept.has(hash) || !now.has(hash)).length;
  const added = [...now].filter((hash) => !kept.has(hash)).length;
  return [
    ...(lost === 0
      ? []
      : [{ key: 'changePrivateWordsRemoved', values: { count: String(lost) }, weakens: true }]),
    ...(added === 0
      ? []
      : [{ key: 'changePrivateWordsAdded', values: { count: String(added) }, weakens: false }]),
  ];
}
