// All training texts as hashes, word by word, in four long arrays: what the two trainings run over.
import { canonical, maxWord } from '../../rules/text/canonical.ts';
import {
  forgetIdeographs,
  hashWord,
  makePieces,
  pairOf,
  piecesOf,
  runsOf,
  vectorRun,
} from '../../rules/text/features.ts';
import { walk } from '../../rules/text/walk.ts';

/** Words of a row that training reads: the rest of a long text teaches little more. */
const mostWords = 200;

/** Word w has the hashes from `starts[w]` to `starts[w + 1]`; those from `vectorsFrom[w]` to `vectorsTo[w]` have vectors. */
export type Corpus = {
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
  readonly vectorsFrom: Int32Array;
  readonly vectorsTo: Int32Array;
  /** Row r has the words from `rows[r]` to `rows[r + 1]`. */
  readonly rows: Int32Array;
  /** How many rows' hashes begin with these 24 bits, up to 255. */
  readonly seen: Uint8Array;
};

export function makeCorpus(texts: readonly string[]): Corpus {
  const size = texts.reduce((sum, text) => sum + Math.min(text.length, 1500) + 2, 0);
  const corpus = {
    hashes: new Int32Array(size * 5),
    starts: new Int32Array(size),
    vectorsFrom: new Int32Array(size),
    vectorsTo: new Int32Array(size),
    rows: new Int32Array(texts.length + 1),
    seen: new Uint8Array(2 ** 24),
  };
  const write = createWriter(corpus);
  texts.forEach((text, row) => {
    corpus.rows[row + 1] = write(text);
  });
  const used = corpus.starts[corpus.rows[texts.length] ?? 0] ?? 0;
  for (let at = 0; at < used; at += 1) {
    const key = (corpus.hashes[at] ?? 0) >>> 8;
    if ((corpus.seen[key] ?? 0) < 255) corpus.seen[key] = (corpus.seen[key] ?? 0) + 1;
  }
  return corpus;
}

function createWriter(corpus: Corpus): (text: string) => number {
  const letters = new Uint16Array(maxWord);
  const pieces = makePieces();
  const runs = new Int32Array(8);
  let [used, word, end, before] = [0, 0, 0, 0];
  const put = (hash: number): void => {
    corpus.hashes[used] = hash;
    used += 1;
  };
  const endWord = (vectorsFrom: number, vectorsTo: number): void => {
    corpus.vectorsFrom[word] = vectorsFrom;
    corpus.vectorsTo[word] = vectorsTo;
    word += 1;
    corpus.starts[word] = used;
  };
  const sink = {
    word(folded: Uint16Array, length: number) {
      if (word >= end) return;
      const size = canonical(folded, length, letters);
      piecesOf(letters, size, pieces);
      const from = used + pieces.vectorsFrom;
      for (let at = 0; at < pieces.count; at += 1) put(pieces.hashes[at] ?? 0);
      const to = used;
      const hash = hashWord(letters, size);
      if (before === 0) forgetIdeographs();
      else put(pairOf(before, hash));
      before = hash;
      endWord(from, to);
    },
    ideograph(unit: number) {
      if (word >= end) return;
      before = 0;
      const count = runsOf(unit, runs);
      // Longer runs first: what has no vector stands before what has one.
      for (let at = count - 1; at >= 0; at -= 1) put(runs[at] ?? 0);
      endWord(used - Math.min(count, vectorRun), used);
    },
  };
  return (text) => {
    before = 0;
    end = word + mostWords;
    forgetIdeographs();
    walk(text, 0, Math.min(text.length, 1500), sink);
    return word;
  };
}
