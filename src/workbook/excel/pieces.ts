/** A part of what is to be written that goes to Excel in one batch or not at all. */
export interface Piece {
  /** Estimated size in the request. */
  readonly bytes: number;
  readonly write: (context: Excel.RequestContext) => void;
}

/**
 * Excel on the web takes 5 MB in one request (learn.microsoft.com, “Resource limits and performance
 * optimization”); a tenth is left for what the estimate misses.
 */
const MOST_BYTES = 4_700_000;
/** A call with its path and its place in the list of actions, in captured requests. */
const BYTES_OF_A_CALL = 135;

/** Size of so many calls with so much data. */
export function bytesOf(calls: number, data: unknown = ""): number {
  return calls * BYTES_OF_A_CALL + new TextEncoder().encode(JSON.stringify(data)).length;
}

/** The pieces in as few batches as their size allows, in their order. */
export function inBatches(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const batches: Piece[][] = [];
  let left = 0;
  for (const piece of pieces) {
    const open = batches.at(-1);
    if (open === undefined || piece.bytes > left) {
      batches.push([piece]);
      left = MOST_BYTES - piece.bytes;
    } else {
      open.push(piece);
      left -= piece.bytes;
    }
  }
  return batches;
}
