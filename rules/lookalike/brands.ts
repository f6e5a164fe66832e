// Well-known names that others imitate, with the hosts that are really theirs. Packaged data (public/lists/starter.json): one line a brand,
// "word word: host host". The first host is the one people know. A mark after a word tells what may be concluded:
// "~" ordinary sites use it too (apple, steam): it counts only beside a lure, or in foreign letters;
// "=" ordinary names stand one letter away (icloud, cloud): no typo is concluded;
// "!" only these hosts bear it: the bare name under another ending is an imitation.
export type Brand = {
  /** The host people know; what the imitation pretends to be. */
  readonly host: string;
  readonly word: string;
  /** An ordinary word as well. */
  readonly isPlain: boolean;
  readonly hasNeighbours: boolean;
  /** Nobody else bears the name, under any ending. */
  readonly isSole: boolean;
};

export const readBrands = (
  lines: readonly string[],
): { readonly brands: Brand[]; readonly hosts: Set<string> } => {
  const rows = lines.map((line) => line.split(': '));
  return {
    brands: rows.flatMap(([words = '', hosts = '']) =>
      words.split(' ').map((marked) => ({
        host: hosts.split(' ', 1)[0] ?? '',
        word: marked.replaceAll(/[~=!]/g, ''),
        isPlain: marked.includes('~'),
        hasNeighbours: marked.includes('='),
        isSole: marked.includes('!'),
      })),
    ),
    hosts: new Set(rows.flatMap(([, hosts = '']) => hosts.split(' '))),
  };
};
