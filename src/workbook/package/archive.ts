import { deflateSync } from "fflate";
import { RefusedError } from "../../finding";
import { CENTRAL_HEADER, END_RECORD, LOCAL_HEADER, readDirectory } from "./archive-directory";
import type { StoredEntry } from "./archive-directory";
import { crc32 } from "./crc32";
import { checkContent, inflatePart } from "./inflate";
import { damagedPart, passwordProtected, tooLarge } from "./refusal";

/** Inflated size above which a part is refused: Excel's largest sheets stay below, bombs do not. */
export const LARGEST_PART = 600_000_000;

/** Every part we write bears the first moment of ZIP, so that the same input gives the same file. */
const FIXED_DATE = 0x0021;
const ZIP64_EXTRA = 0x0001;

type Entry =
  { readonly stored: StoredEntry } | { readonly name: string; readonly content: Uint8Array };

/** Content of parts to be replaced or added; `null` takes a part out. */
export type PartChanges = ReadonlyMap<string, Uint8Array | null>;

/**
 * The parts of a package. Immutable: a change gives another archive, in which untouched parts
 * are the very bytes of the file, compressed as they were.
 */
export class Archive {
  private readonly entries: ReadonlyMap<string, Entry>;
  private readonly comment: Uint8Array;

  private constructor(entries: ReadonlyMap<string, Entry>, comment: Uint8Array) {
    this.entries = entries;
    this.comment = comment;
  }

  /** @throws RefusedError when the bytes are no sound ZIP archive */
  static open(bytes: Uint8Array): Archive {
    const { entries, comment } = readDirectory(bytes);
    return new Archive(
      new Map(entries.map((stored) => [stored.name.toLowerCase(), { stored }])),
      comment,
    );
  }

  /** An archive that holds nothing yet. */
  static empty(): Archive {
    return new Archive(new Map(), new Uint8Array());
  }

  /** Names of all parts in the order of the file. */
  names(): readonly string[] {
    return [...this.entries.values()].map(nameOf);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Inflated size of a part in bytes, 0 where there is none. */
  sizeOf(name: string): number {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) return 0;
    return "stored" in entry ? entry.stored.size : entry.content.length;
  }

  /** Whether a part is the very same in an earlier or later archive of the same file. */
  shares(other: Archive, name: string): boolean {
    const key = name.toLowerCase();
    return this.entries.get(key) === other.entries.get(key);
  }

  /**
   * Content of a part.
   * @throws RefusedError when it is missing, damaged, encrypted or larger than {@link LARGEST_PART}
   */
  read(name: string): Uint8Array {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) {
      throw damagedPart(name, "fehlt der Inhalt", "the content is missing");
    }
    return "stored" in entry ? readStored(entry.stored) : entry.content;
  }

  /** The archive with these changes; a part that gets the content it has stays compressed as it was. */
  with(changes: PartChanges): Archive {
    const entries = new Map(this.entries);
    for (const [name, content] of changes) {
      const key = name.toLowerCase();
      if (content === null) entries.delete(key);
      else if (!this.holds(key, content))
        entries.set(key, { name: this.nameAsStored(key) ?? name, content });
    }
    return new Archive(entries, this.comment);
  }

  /** The archive as a file. The same parts give the same bytes. */
  save(): Uint8Array {
    const written = [...this.entries.values()].map((entry) =>
      "stored" in entry ? copied(entry.stored) : packed(entry.name, entry.content),
    );
    return assemble(written, this.comment);
  }

  private holds(name: string, content: Uint8Array): boolean {
    if (!this.has(name) || this.sizeOf(name) !== content.length) return false;
    const present = this.read(name);
    return content.every((byte, at) => byte === present[at]);
  }

  private nameAsStored(key: string): string | undefined {
    const entry = this.entries.get(key);
    return entry === undefined ? undefined : nameOf(entry);
  }
}

function nameOf(entry: Entry): string {
  return "stored" in entry ? entry.stored.name : entry.name;
}

function readStored(entry: StoredEntry): Uint8Array {
  if (entry.encrypted) throw passwordProtected();
  if (entry.size > LARGEST_PART) throw tooLarge(entry.name, LARGEST_PART);
  if (entry.method === 8) return inflatePart(entry.name, entry.data, entry.size, entry.checksum);
  if (entry.method === 0 && entry.data.length === entry.size) {
    checkContent(entry.name, entry.data, entry.checksum);
    return entry.data;
  }
  throw damagedPart(
    entry.name,
    "ist ein Packverfahren benutzt, das Excel nicht kennt",
    "a way of packing is used that Excel does not know",
  );
}

interface WrittenEntry {
  /** Local header, data and what belongs to it. */
  readonly local: Uint8Array;
  /** Central header, its offset still to be filled in. */
  readonly central: Uint8Array;
}

/** A part of the file as it is; of its directory entry only a ZIP64 field goes, sizes fit 32 bits here. */
function copied(entry: StoredEntry): WrittenEntry {
  const old = entry.centralHeader;
  const oldView = new DataView(old.buffer, old.byteOffset, old.length);
  const extraAt = 46 + oldView.getUint16(28, true);
  const extraEnd = extraAt + oldView.getUint16(30, true);
  const kept: number[] = [];
  for (let at = extraAt; at < extraEnd;) {
    const length = at + 4 <= extraEnd ? 4 + oldView.getUint16(at + 2, true) : extraEnd - at;
    const isZip64 = length >= 4 && oldView.getUint16(at, true) === ZIP64_EXTRA;
    if (!isZip64) kept.push(...old.subarray(at, Math.min(at + length, extraEnd)));
    at += length;
  }
  const central = new Uint8Array(extraAt + kept.length + old.length - extraEnd);
  central.set(old.subarray(0, extraAt));
  central.set(kept, extraAt);
  central.set(old.subarray(extraEnd), extraAt + kept.length);
  const view = new DataView(central.buffer);
  view.setUint32(20, entry.data.length, true);
  view.setUint32(24, entry.size, true);
  view.setUint16(30, kept.length, true);
  view.setUint16(34, 0, true);
  return { local: entry.raw, central };
}

function packed(name: string, content: Uint8Array): WrittenEntry {
  const deflated = deflateSync(content, { level: 6 });
  const smaller = deflated.length < content.length;
  const data = smaller ? deflated : content;
  const nameBytes = new TextEncoder().encode(name);
  // Bit 11: the name is UTF-8; set only where it matters, as Excel does.
  const flags = nameBytes.length === name.length ? 0 : 0x0800;

  const local = new Uint8Array(30 + nameBytes.length + data.length);
  const localView = new DataView(local.buffer);
  localView.setUint32(0, LOCAL_HEADER, true);
  writeDescription(localView, 4, flags, smaller ? 8 : 0, crc32(content), data, content, nameBytes);
  local.set(nameBytes, 30);
  local.set(data, 30 + nameBytes.length);

  const central = new Uint8Array(46 + nameBytes.length);
  const centralView = new DataView(central.buffer);
  centralView.setUint32(0, CENTRAL_HEADER, true);
  centralView.setUint16(4, 20, true);
  writeDescription(
    centralView,
    6,
    flags,
    smaller ? 8 : 0,
    crc32(content),
    data,
    content,
    nameBytes,
  );
  central.set(nameBytes, 46);
  return { local, central };
}

/** The fields that local and central header share, from “version needed” to the length of the name. */
function writeDescription(
  view: DataView,
  at: number,
  flags: number,
  method: number,
  checksum: number,
  data: Uint8Array,
  content: Uint8Array,
  name: Uint8Array,
): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, flags, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, checksum, true);
  view.setUint32(at + 14, data.length, true);
  view.setUint32(at + 18, content.length, true);
  view.setUint16(at + 22, name.length, true);
}

function assemble(entries: readonly WrittenEntry[], comment: Uint8Array): Uint8Array {
  const localSize = entries.reduce((sum, entry) => sum + entry.local.length, 0);
  const centralSize = entries.reduce((sum, entry) => sum + entry.central.length, 0);
  if (entries.length > 0xfffe || localSize + centralSize > 0xfffffffe) {
    throw new RefusedError({
      de: "Die Arbeitsmappe wäre größer als 4 GB. Bitte nur die benötigten Blätter in eine neue Arbeitsmappe kopieren.",
      en: "The workbook would be larger than 4 GB. Please copy the sheets you need to a new workbook.",
    });
  }
  const file = new Uint8Array(localSize + centralSize + 22 + comment.length);
  const view = new DataView(file.buffer);
  let localAt = 0;
  let centralAt = localSize;
  for (const { local, central } of entries) {
    file.set(local, localAt);
    file.set(central, centralAt);
    view.setUint32(centralAt + 42, localAt, true);
    localAt += local.length;
    centralAt += central.length;
  }
  view.setUint32(centralAt, END_RECORD, true);
  view.setUint16(centralAt + 8, entries.length, true);
  view.setUint16(centralAt + 10, entries.length, true);
  view.setUint32(centralAt + 12, centralSize, true);
  view.setUint32(centralAt + 16, localSize, true);
  view.setUint16(centralAt + 20, comment.length, true);
  file.set(comment, centralAt + 22);
  return file;
}
