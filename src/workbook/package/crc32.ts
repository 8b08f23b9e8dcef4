/** Four tables of the polynomial of ZIP, so that four bytes are taken in one step. */
const TABLES: readonly Int32Array[] = (() => {
  const first = new Int32Array(256);
  for (let value = 0; value < 256; value++) {
    let rest = value;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    first[value] = rest;
  }
  const tables = [first];
  for (let step = 1; step < 4; step++) {
    const before = tables[step - 1] ?? first;
    tables.push(before.map((value) => (value >>> 8) ^ (first[value & 255] ?? 0)));
  }
  return tables;
})();

/** CRC-32 of the bytes as ZIP stores it, an unsigned 32-bit number. */
export function crc32(bytes: Uint8Array): number {
  const [one, two, three, four] = TABLES as [Int32Array, Int32Array, Int32Array, Int32Array];
  let crc = -1;
  let at = 0;
  const wholeSteps = bytes.length - 3;
  // The indices stay below 256, so the tables always hold a value.
  while (at < wholeSteps) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (four[crc & 255] as number) ^
      (three[(crc >>> 8) & 255] as number) ^
      (two[(crc >>> 16) & 255] as number) ^
      (one[crc >>> 24] as number);
    at += 4;
  }
  for (; at < bytes.length; at++) {
    crc = (crc >>> 8) ^ (one[(crc ^ (bytes[at] as number)) & 255] as number);
  }
  return (crc ^ -1) >>> 0;
}
