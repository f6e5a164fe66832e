// Which languages the text model has learnt. In any other its findings are guesses.

const known = /^(?:en|ur|ar|fr|es|ru|zh|cmn|yue)(?:[-_]|$)/i;
const isTag = /^[a-z]{2,3}(?:[-_]|$)/i;
/** Small words that are in every text of some length. Pages often name a language that they are not written in. */
const smallWords: readonly ReadonlySet<string>[] = [
  'the and of to is in for you with that on are this your',
  'le la les des et est une dans pour que vous qui sur pas',
  'el los las del que una para con por es en como más su',
  'hai ka ki ke ko mein se aur nahi kya hain ho bhi',
].map((list) => new Set(list.split(' ')));
const looked = 4000;
/** Share of the words, at least. */
const smallShare = 0.12;

/** `tag`: what the page says of itself; '' where it says nothing. */
export function isKnownLanguage(tag: string, text: string): boolean {
  const beginning = text.slice(0, looked);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return known.test(tag);
  const inKnownScript =
    beginning.match(/[\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}]/gu)
      ?.length ?? 0;
  if (inKnownScript < letters / 2) return false;
  if (!isTag.test(tag) || known.test(tag)) return true;
  const all = beginning.toLowerCase().match(/\p{L}+/gu) ?? [];
  return smallWords.some(
    (small) => all.filter((word) => small.has(word)).length >= all.length * smallShare,
  );
}
