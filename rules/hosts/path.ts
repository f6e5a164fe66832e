// One spelling for a path: what servers treat alike must match alike.

const slash = '%2f';

/** `pathname` is already serialised by the URL parser (dot segments gone, odd characters escaped). "%2F" stays. */
export function canonicalPath(pathname: string): string {
  return pathname
    .replaceAll(/%(?![0-9a-f]{2})/gi, '%25')
    .replaceAll(/%[0-9a-f]{2}/gi, decodeUnreserved)
    .replaceAll(/\/{2,}/g, '/')
    .toLowerCase()
    .replaceAll(/(?:%[89a-f][0-9a-f])+/g, foldLetters);
}

/**
 * A prefix glob: `*` stands for any characters, and the match must end where a segment ends,
 * so "/bad" covers "/bad", "/bad/x", "/bad;id=1" and "/bad%2Fx", but not "/badminton". Linear in practice: no back-tracking.
 */
export function matchesPathGlob(glob: string, path: string): boolean {
  const pieces = glob.split('*');
  const [first = '', ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  let position = first.length;
  const last = rest.pop();
  if (last === undefined) return endsSegment(path, position);
  for (const piece of rest) {
    const found = path.indexOf(piece, position);
    if (found === -1) return false;
    position = found + piece.length;
  }
  if (last === '') return true;
  for (
    let found = path.indexOf(last, position);
    found !== -1;
    found = path.indexOf(last, found + 1)
  ) {
    if (endsSegment(path, found + last.length)) return true;
  }
  return false;
}

/** Whether a path is just that one page, with or without a slash at its end. */
export const isSamePath = (glob: string, path: string): boolean =>
  withoutFinalSlash(glob) === withoutFinalSlash(path);

const withoutFinalSlash = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : path);

function endsSegment(path: string, position: number): boolean {
  if (position >= path.length || path[position - 1] === '/') return true;
  const next = path[position];
  return next === '/' || next === ';' || path.startsWith(slash, position);
}

function decodeUnreserved(escape: string): string {
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return /[a-z0-9\-._~]/i.test(character) ? character : escape;
}

/** Letters beyond ASCII: lower case, composed, escaped again. Bytes that are no UTF-8 stay. */
function foldLetters(escapes: string): string {
  try {
    const folded = decodeURIComponent(escapes).toLowerCase().normalize('NFC');
    return encodeURIComponent(folded).toLowerCase();
  } catch (reason) {
    if (reason instanceof URIError) return escapes;
    throw reason;
  }
}
