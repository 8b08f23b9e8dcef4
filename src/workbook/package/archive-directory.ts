import { damaged } from "./refusal";

/** Signatures of the records of a ZIP archive (APPNOTE 4.3). */
export const LOCAL_HEADER = 0x04034b50;
export const CENTRAL_HEADER = 0x02014b50;
export const END_RECORD = 0x06054b50;
const DATA_DESCRIPTOR = 0x08074b50;
const END_RECORD_64 = 0x06064b50;
const END_LOCATOR_64 = 0x07064b50;
const ZIP64_EXTRA = 0x0001;

/** A file of an archive as it is stored, all of it views into the archive's own bytes. */
export interface StoredEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly checksum: number;
  /** Inflated size as declared. */
  readonly size: number;
  /** Local header, compressed data and data descriptor: what is copied as it is. */
  readonly raw: Uint8Array;
  /** Compressed data alone. */
  readonly data: Uint8Array;
  /** Central header, to be written again with its new offset. */
  readonly centralHeader: Uint8Array;
}

export interface StoredArchive {
  readonly entries: readonly StoredEntry[];
  readonly comment: Uint8Array;
}

interface End {
  readonly count: number;
  readonly directoryAt: number;
  readonly directorySize: number;
  readonly comment: Uint8Array;
}

/**
 * Reads the directory of a ZIP archive, ZIP64 and data descriptors included.
 * Nothing is inflated. Archives that a reader could understand in two ways (an entry twice,
 * entries that overlap, a local header that contradicts the directory) are refused.
 * @throws RefusedError with what is wrong
 */
export function readDirectory(bytes: Uint8Array): StoredArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  const entries: (StoredEntry & { readonly from: number })[] = [];
  const names = new Set<string>();
  let at = end.directoryAt;
  for (let index = 0; index < end.count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER) throw truncated();
    const length =
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > end.directoryAt + end.directorySize) throw truncated();
    const entry = readEntry(bytes, view, bytes.subarray(at, at + length), end.directoryAt);
    const key = entry.name.toLowerCase();
    // Part names are equal without regard to case (ECMA-376 part 2, 6.2.2.3).
    if (names.has(key)) {
      throw damaged(
        `der Teil „${entry.name}“ ist doppelt enthalten`,
        `part “${entry.name}” is contained twice`,
      );
    }
    names.add(key);
    entries.push(entry);
    at += length;
  }
  refuseOverlaps(entries, end.directoryAt);
  return { entries, comment: end.comment };
}

function findEnd(bytes: Uint8Array, view: DataView): End {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    if (at + 22 + view.getUint16(at + 20, true) !== bytes.length) continue;
    return readEnd(bytes, view, at);
  }
  throw truncated();
}

function readEnd(bytes: Uint8Array, view: DataView, at: number): End {
  let disk = view.getUint16(at + 4, true);
  let count = view.getUint16(at + 10, true);
  let directorySize = view.getUint32(at + 12, true);
  let directoryAt = view.getUint32(at + 16, true);
  const locator = at - 20;
  if (locator >= 0 && view.getUint32(locator, true) === END_LOCATOR_64) {
    const record = readLong(view, locator + 8);
    if (record + 56 > bytes.length || view.getUint32(record, true) !== END_RECORD_64) {
      throw truncated();
    }
    disk = view.getUint32(record + 16, true);
    count = readLong(view, record + 32);
    directorySize = readLong(view, record + 40);
    directoryAt = readLong(view, record + 48);
  }
  if (disk !== 0 || directoryAt + directorySize > at) throw truncated();
  return { count, directoryAt, directorySize, comment: bytes.subarray(at + 22) };
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  centralHeader: Uint8Array,
  directoryAt: number,
): StoredEntry & { readonly from: number } {
  const header = new DataView(centralHeader.buffer, centralHeader.byteOffset, centralHeader.length);
  const flags = header.getUint16(8, true);
  const method = header.getUint16(10, true);
  const checksum = header.getUint32(16, true);
  const nameEnd = 46 + header.getUint16(28, true);
  const name = readName(centralHeader.subarray(46, nameEnd));
  const { size, compressed, from } = readSizes(header, nameEnd);

  if (from + 30 > directoryAt || view.getUint32(from, true) !== LOCAL_HEADER) throw truncated();
  const localNameEnd = from + 30 + view.getUint16(from + 26, true);
  const dataAt = localNameEnd + view.getUint16(from + 28, true);
  const dataEnd = dataAt + compressed;
  if (dataEnd > directoryAt) throw truncated();
  if (
    view.getUint16(from + 8, true) !== method ||
    readName(bytes.subarray(from + 30, localNameEnd)) !== name
  ) {
    throw damaged(
      `der Teil „${name}“ ist an zwei Stellen unterschiedlich beschrieben`,
      `part “${name}” is described in two different ways`,
    );
  }
  const end = flags & 0x0008 ? descriptorEnd(view, dataEnd, checksum, directoryAt) : dataEnd;
  return {
    name,
    method,
    encrypted: (flags & 0x0001) !== 0,
    checksum,
    size,
    raw: bytes.subarray(from, end),
    data: bytes.subarray(dataAt, dataEnd),
    centralHeader,
    from,
  };
}

function readName(name: Uint8Array): string {
  const text = new TextDecoder().decode(name);
  // Office never writes such names; another program could take them for a path of the machine.
  if (/\\|^\/|(^|\/)\.\.?(\/|$)|\p{Cc}|^[a-z]:/iu.test(text)) {
    throw damaged(
      `der Teil „${text}“ hat einen unzulässigen Namen`,
      `part “${text}” has a name that is not allowed`,
    );
  }
  return text;
}

/** Sizes and offset, taken from the ZIP64 field where the 32-bit ones are full. */
function readSizes(header: DataView, extraAt: number) {
  let compressed = header.getUint32(20, true);
  let size = header.getUint32(24, true);
  let from = header.getUint32(42, true);
  const extraEnd = extraAt + header.getUint16(30, true);
  for (let at = extraAt; at + 4 <= extraEnd; at += 4 + header.getUint16(at + 2, true)) {
    if (header.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const fieldEnd = at + 4 + header.getUint16(at + 2, true);
    let next = at + 4;
    const take = (): number => {
      if (next + 8 > Math.min(fieldEnd, extraEnd)) throw truncated();
      next += 8;
      return readLong(header, next - 8);
    };
    if (size === 0xffffffff) size = take();
    if (compressed === 0xffffffff) compressed = take();
    if (from === 0xffffffff) from = take();
    break;
  }
  return { compressed, size, from };
}

/** Where the data descriptor ends; its signature is optional and its sizes have four or eight bytes. */
function descriptorEnd(view: DataView, at: number, checksum: number, limit: number): number {
  const signed = at + 4 <= limit && view.getUint32(at, true) === DATA_DESCRIPTOR;
  const start = signed ? at + 4 : at;
  if (start + 12 > limit || view.getUint32(start, true) !== checksum) throw truncated();
  const next = start + 12;
  const followed = (position: number): boolean => {
    if (position === limit) return true;
    if (position + 4 > limit) return false;
    const signature = view.getUint32(position, true);
    return signature === LOCAL_HEADER || signature === CENTRAL_HEADER;
  };
  return !followed(next) && followed(next + 8) ? next + 8 : next;
}

function refuseOverlaps(
  entries: readonly (StoredEntry & { readonly from: number })[],
  directoryAt: number,
): void {
  const sorted = [...entries].sort((left, right) => left.from - right.from);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]?.from ?? directoryAt;
    if (entry.from + entry.raw.length > next) {
      throw damaged(
        `der Teil „${entry.name}“ überschneidet sich mit einem anderen`,
        `part “${entry.name}” overlaps another one`,
      );
    }
  });
}

function readLong(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000;
  if (!Number.isSafeInteger(value)) throw truncated();
  return value;
}

function truncated() {
  return damaged(
    "das Verzeichnis der enthaltenen Teile fehlt oder passt nicht zur Datei",
    "the directory of its parts is missing or does not fit the file",
  );
}
