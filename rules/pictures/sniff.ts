// What a file is, by its first bytes: what a server says of it is believed by no browser either.
export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'bmp' | 'ico' | 'svg';

/** So many bytes are enough. */
export const beginning = 64;

const marks: readonly (readonly [PictureType, RegExp])[] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['avif', /^[\s\S]{4}ftyp(?:avi[fs]|mif1|msf1|heic|heix)/],
  ['bmp', /^BM/],
  ['svg', /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!doctype svg|svg)/i],
];

/** Null: no picture that a browser shows. */
export function sniff(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0 && bytes[1] === 0 && (bytes[2] === 1 || bytes[2] === 2)) return 'ico';
  const text = String.fromCharCode(...bytes.subarray(0, beginning));
  return marks.find(([, mark]) => mark.test(text))?.[0] ?? null;
}
