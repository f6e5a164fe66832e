/** Whether an address is that of an empty page, which speaks for whoever opened it: "", about:blank, about:blank#x. */
export const isEmptyPage = (address: string): boolean =>
  /^(?:about:blank(?:[?#].*)?)?$/s.test(address);
