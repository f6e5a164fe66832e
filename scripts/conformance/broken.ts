// How a check says that a desk does not keep the protocol.
export class Broken extends Error {}

export function must(isKept: boolean, why: string): void {
  if (!isKept) throw new Broken(why);
}

export const short = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 120)}…` : text;
