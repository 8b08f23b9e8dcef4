import { decodeText } from "./xml-text";

/** Texts kept at a time; a power of two. */
const PLACES = 2048;

/**
 * Texts of a part, decoded once while they keep coming: a sheet names the same products, accounts and
 * types of cells over and over, and the same bytes then give the very same string.
 */
export class RecentTexts {
  private readonly bytes: Uint8Array;
  private readonly part: string;
  /** Where the bytes of the text at a place stand. */
  private readonly starts = new Int32Array(PLACES);
  private readonly lengths = new Int32Array(PLACES);
  private readonly texts: string[] = new Array<string>(PLACES).fill("");

  constructor(bytes: Uint8Array, part: string) {
    this.bytes = bytes;
    this.part = part;
  }

  /** Text between two offsets. @throws RefusedError for an unknown entity */
  at(start: number, end: number): string {
    const { bytes, starts, lengths, texts } = this;
    const length = end - start;
    let place = length;
    for (let at = start; at < end; at++) place = (Math.imul(place, 31) + (bytes[at] as number)) | 0;
    place = (place ^ (place >>> 15)) & (PLACES - 1);
    const known = starts[place] as number;
    let same = lengths[place] === length;
    for (let at = 0; same && at < length; at++) same = bytes[known + at] === bytes[start + at];
    if (same) return texts[place] as string;
    const text = decodeText(bytes, start, end, this.part);
    starts[place] = start;
    lengths[place] = length;
    texts[place] = text;
    return text;
  }
}
