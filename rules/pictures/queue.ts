// Whose picture is looked at next. Each frame says anew, each time, what it wants and in which order: what has left the
// view is not on its list any more. Frames take turns, the one that asked last first, since somebody is looking there.

export type Wanted = { readonly address: string; readonly mayBePrivate: boolean };

/** So many are known to the host at once; the rest is asked for with the next list. */
export const mostWaiting = 40;

/** `lists`: one for each frame, oldest question first. No address twice. */
export function nextInLine(
  lists: readonly (readonly Wanted[])[],
  isKnown: (address: string) => boolean,
): readonly Wanted[] {
  const open = lists.toReversed().map((list) => list.filter(({ address }) => !isKnown(address)));
  const longest = Math.max(0, ...open.map(({ length }) => length));
  const line = new Map<string, Wanted>();
  for (let place = 0; place < longest && line.size < mostWaiting; place += 1) {
    for (const list of open) {
      const wanted = list[place];
      if (wanted !== undefined && !line.has(wanted.address)) line.set(wanted.address, wanted);
    }
  }
  return [...line.values()].slice(0, mostWaiting);
}
