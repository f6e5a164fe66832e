/** Characters of the whole file of a signed pack. */
export const mostPackLength = 400_000;
