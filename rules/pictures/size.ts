// How many points a picture will take once it is unpacked, read from its first bytes: some kilobytes can become gigabytes.
import { sniff } from './sniff.ts';

/** More would not fit into memory, four at a time. A good phone's photograph has twelve to fifty million. */
const mostPoints = 50_000_000;
const mostIcons = 20;
const longestHead = 65_536;

/** False also for what can not be told: the browser itself gives up on most of that. */
export const isTooLarge = (file: Uint8Array): boolean => pointsIn(file) > mostPoints;

/** 0: not known. */
export function pointsIn(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const type = sniff(file);
  try {
    if (type === 'png') return view.getUint32(16) * view.getUint32(20);
    if (type === 'gif') return view.getUint16(6, true) * view.getUint16(8, true);
    if (type === 'bmp') return Math.abs(view.getInt32(18, true) * view.getInt32(22, true));
    if (type === 'webp') return pointsInWebp(view);
    if (type === 'jpeg') return pointsInJpeg(view);
    if (type === 'avif') return pointsInAvif(view);
    return type === 'ico' ? pointsInIcons(file) : 0;
  } catch {
    return 0; // ends before it has said how large it is
  }
}

/** Only the extended form can be large: the two others have 14 bits for a side. */
function pointsInWebp(view: DataView): number {
  const side = (at: number): number =>
    1 + view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00;
  const form = view.getUint8(15);
  if (form === 0x58) return side(24) * side(27); // "VP8X"
  if (form === 0x20)
    return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  const bits = view.getUint32(21, true);
  return (1 + (bits & 0x3fff)) * (1 + ((bits >>> 14) & 0x3fff));
}

/** From one segment to the next, until the one that says it. */
function pointsInJpeg(view: DataView): number {
  for (let at = 2; ;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    // Any number of these may stand before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
}

/** The largest of all sizes that are named: one for each tile, one for the whole. */
function pointsInAvif(view: DataView): number {
  let most = 0;
  const end = Math.min(view.byteLength - 16, longestHead);
  for (let at = 0; at <= end; at += 1) {
    if (view.getUint32(at) !== 0x69_73_70_65) continue; // "ispe"
    most = Math.max(most, view.getUint32(at + 8) * view.getUint32(at + 12));
  }
  return most;
}

/** An icon may hold whole files of the other kind. */
function pointsInIcons(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let most = 0;
  for (let icon = 0; icon < Math.min(view.getUint16(4, true), mostIcons); icon += 1) {
    const inside = file.subarray(view.getUint32(6 + icon * 16 + 12, true));
    if (sniff(inside) === 'png') most = Math.max(most, pointsIn(inside));
  }
  return most;
}
