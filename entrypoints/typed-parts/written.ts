// What a child wrote of what stands in a field, and what the page put there itself. A page that could have its own words
// looked at would learn what a family keeps to itself: it tries a thousand names, and a card comes up at the right one.

/** So much more than what was typed a keyboard's suggestion or a browser's own filling may put in at once. */
const slack = 60;

let room = slack;
/** What stood in the field when the page last wrote there. */
let base = '';

export function beginWriting(): void {
  base = '';
}

/** An event of a person's hand: what is pasted may be of any length. */
export function hasWritten({ type, data }: Event & { readonly data?: string | null }): void {
  room += type === 'paste' ? Infinity : (data?.length ?? 1);
}

/** Of `now` what is the child's own. `before`: what stood there at the last look. */
export function writtenIn(before: string, now: string): string {
  if (differing(before, now).length > room) base = now;
  room = slack;
  return differing(base, now);
}

function differing(before: string, now: string): string {
  let start = 0;
  while (start < now.length && now[start] === before[start]) start += 1;
  let [end, last] = [now.length, before.length];
  while (end > start && last > start && now[end - 1] === before[last - 1]) {
    end -= 1;
    last -= 1;
  }
  return now.slice(start, end);
}
