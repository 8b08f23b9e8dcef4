import { Inflate } from "fflate";
import { crc32 } from "./crc32";
import { damagedPart } from "./refusal";

/** Compressed bytes handed over at a time: bounds what one step can inflate to (1032 times as much). */
const STEP = 65536;

/**
 * Inflates a part to exactly the size and checksum that the archive declares for it.
 * A part that grows beyond its declared size is stopped there, whatever the rest would become.
 * @throws RefusedError when the data is damaged or lies about its size
 */
export function inflatePart(
  part: string,
  data: Uint8Array,
  size: number,
  checksum: number,
): Uint8Array {
  const content = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw lied(part);
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += STEP) {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch (cause) {
    if (cause instanceof Error && cause.name === "RefusedError") throw cause;
    throw damagedPart(part, "lassen sich die Daten nicht entpacken", "the data cannot be unpacked");
  }
  if (filled !== size) throw lied(part);
  checkContent(part, content, checksum);
  return content;
}

/** Compares content with its checksum in the archive. */
export function checkContent(part: string, content: Uint8Array, checksum: number): void {
  if (crc32(content) !== checksum) {
    throw damagedPart(part, "stimmt die Prüfsumme nicht", "the checksum does not match");
  }
}

function lied(part: string) {
  return damagedPart(
    part,
    "stimmt die angegebene Größe nicht mit dem Inhalt überein",
    "the declared size does not match the content",
  );
}
