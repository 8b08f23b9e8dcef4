import { crc32 } from "../../src/workbook/package/crc32";
import { deflateRawSync } from "node:zlib";

/** How a file is put into a made-up archive; what is not said is as usual. */
export interface ZipFile {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly stored?: boolean;
  /** Sizes and checksum behind the data, as programs write them that do not know them before. */
  readonly descriptor?: "signed" | "unsigned" | "zip64";
  readonly flags?: number;
  readonly method?: number;
  readonly checksum?: number;
  /** Declared inflated size, to lie about it. */
  readonly size?: number;
  /** Name in the local header, to contradict the directory. */
  readonly localName?: string;
  /** Offset in the directory, to let entries overlap. */
  readonly offset?: number;
  /** Sizes and offset in the ZIP64 field. */
  readonly zip64?: boolean;
}

/** An archive of files with nothing special. */
export function packFiles(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return packArchive(Object.entries(files).map(([name, content]) => ({ name, content })));
}

/** An archive built byte by byte, sound or not, for trials of the reader. */
export function packArchive(
  files: readonly ZipFile[],
  options: { zip64?: boolean; comment?: string } = {},
): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const data = file.stored === true ? content : deflateRawSync(content, { level: 6 });
    const method = file.method ?? (file.stored === true ? 0 : 8);
    const flags = (file.flags ?? 0) | (file.descriptor === undefined ? 0 : 8) | 0x0800;
    const checksum = file.checksum ?? crc32(content);
    const size = file.size ?? content.length;
    const local = localHeader(file, { method, flags, checksum, size, packed: data.length });
    const behind = descriptor(file, checksum, data.length, size);
    pieces.push(local, data, behind);
    directory.push(
      centralHeader(
        file,
        { method, flags, checksum, size, packed: data.length },
        file.offset ?? offset,
      ),
    );
    offset += local.length + data.length + behind.length;
  }
  const central = Buffer.concat(directory);
  return new Uint8Array(
    Buffer.concat([...pieces, central, endRecords(files.length, offset, central.length, options)]),
  );
}

interface Description {
  readonly method: number;
  readonly flags: number;
  readonly checksum: number;
  readonly size: number;
  readonly packed: number;
}

function localHeader(file: ZipFile, entry: Description): Buffer {
  const name = Buffer.from(file.localName ?? file.name);
  const header = Buffer.alloc(30);
  const later = file.descriptor !== undefined;
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt32LE(later ? 0 : entry.checksum, 14);
  header.writeUInt32LE(later ? 0 : entry.packed, 18);
  header.writeUInt32LE(later ? 0 : entry.size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor(file: ZipFile, checksum: number, packed: number, size: number): Buffer {
  if (file.descriptor === undefined) return Buffer.alloc(0);
  const long = file.descriptor === "zip64";
  const body = Buffer.alloc(long ? 20 : 12);
  body.writeUInt32LE(checksum, 0);
  if (long) {
    body.writeBigUInt64LE(BigInt(packed), 4);
    body.writeBigUInt64LE(BigInt(size), 12);
  } else {
    body.writeUInt32LE(packed, 4);
    body.writeUInt32LE(size, 8);
  }
  return file.descriptor === "unsigned"
    ? body
    : Buffer.concat([Buffer.from("PK\x07\x08", "latin1"), body]);
}

function centralHeader(file: ZipFile, entry: Description, offset: number): Buffer {
  const name = Buffer.from(file.name);
  const header = Buffer.alloc(46);
  const extra = Buffer.alloc(file.zip64 === true ? 28 : 0);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt32LE(entry.checksum, 16);
  header.writeUInt32LE(file.zip64 === true ? 0xffffffff : entry.packed, 20);
  header.writeUInt32LE(file.zip64 === true ? 0xffffffff : entry.size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(file.zip64 === true ? 0xffffffff : offset, 42);
  if (file.zip64 === true) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    extra.writeBigUInt64LE(BigInt(entry.size), 4);
    extra.writeBigUInt64LE(BigInt(entry.packed), 12);
    extra.writeBigUInt64LE(BigInt(offset), 20);
  }
  return Buffer.concat([header, name, extra]);
}

function endRecords(
  count: number,
  directoryAt: number,
  directorySize: number,
  { zip64 = false, comment = "" }: { zip64?: boolean; comment?: string },
): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : directorySize, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : directoryAt, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  if (!zip64) return Buffer.concat([end, Buffer.from(comment)]);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(directorySize), 40);
  record.writeBigUInt64LE(BigInt(directoryAt), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directoryAt + directorySize), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, end, Buffer.from(comment)]);
}
