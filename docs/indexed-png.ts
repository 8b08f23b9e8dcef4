import { deflateSync } from "node:zlib";
import { crc32 } from "../src/workbook/package/crc32";

/** A picture as `pdftoppm` draws it: three bytes a pixel, row by row. */
interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_COLOURS = 256;

/**
 * Turns a PPM picture into a PNG with a palette, a third of the size of one in full colour. The
 * commonest colours stay exact, so fills and lines do; shades at the edges of letters take the nearest.
 * @throws Error when the bytes are no binary PPM of 8 bits
 */
export function indexedPng(ppm: Uint8Array): Uint8Array {
  const picture = pixelsOf(ppm);
  const palette = commonestColours(picture);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, picture.width);
  view.setUint32(4, picture.height);
  header.set([8, 3, 0, 0, 0], 8);
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Uint8Array.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255])),
    ),
    chunk("IDAT", deflateSync(rowsByPalette(picture, palette), { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function pixelsOf(ppm: Uint8Array): Pixels {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(
    new TextDecoder("latin1").decode(ppm.subarray(0, 64)),
  );
  if (head === null) throw new Error("no binary PPM picture of 8 bits");
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    bytes: ppm.subarray(head[0].length),
  };
}

function colourAt({ bytes }: Pixels, pixel: number): number {
  const [red = 0, green = 0, blue = 0] = bytes.subarray(3 * pixel, 3 * pixel + 3);
  return (red << 16) | (green << 8) | blue;
}

function commonestColours(picture: Pixels): readonly number[] {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < picture.width * picture.height; pixel += 1) {
    const colour = colourAt(picture, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || a - b)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour);
}

/** Each row begins with the number of its filter, 0 for none. */
function rowsByPalette(picture: Pixels, palette: readonly number[]): Uint8Array {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const rows = new Uint8Array((picture.width + 1) * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const colour = colourAt(picture, y * picture.width + x);
      let index = known.get(colour);
      if (index === undefined) {
        index = nearest(colour, palette);
        known.set(colour, index);
      }
      rows[y * (picture.width + 1) + x + 1] = index;
    }
  }
  return rows;
}

function nearest(colour: number, palette: readonly number[]): number {
  const distances = palette.map((other) => distance(colour, other));
  return distances.indexOf(Math.min(...distances));
}

function distance(a: number, b: number): number {
  const shades = [16, 8, 0].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255));
  return shades.reduce((sum, difference) => sum + difference * difference, 0);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length);
  const checksum = new Uint8Array(4);
  new DataView(checksum.buffer).setUint32(0, crc32(body));
  return joined([length, body, checksum]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
