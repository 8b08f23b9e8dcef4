/** A row that takes part in the arithmetic of printed sums. */
export interface SumItem {
  /** Index among the rows of the table, for the caller. */
  readonly index: number;
  /** Values by amount column, NaN where the cell is empty. */
  readonly values: readonly number[];
  readonly total: boolean;
  readonly lineNumber?: number;
  /** Block (product) the row belongs to; line numbers count within it. */
  readonly block: string;
}

/** How a printed sum is explained. */
export interface SumProof {
  /** The items it is made of. */
  readonly parts: readonly SumItem[];
  /** Differences within rounding, by column. */
  readonly rounding: boolean;
  /** A plain sum of all parts; otherwise parts were added and subtracted. */
  readonly plain: boolean;
  /** What the parts add up to, by column. */
  readonly expected: readonly number[];
}

/** How far back a sum is looked for. */
const REACH = 20_000;
/** So many steps are spent on looking for sums far away and with signs: no sheet may take forever. */
const EFFORT = 5_000_000;
const NEAR = 100;
/** Sums of more parts than this are not tried with all signs. */
const SIGNED_PARTS = 6;
const CENT = 0.005;

/**
 * Explains the sums a sheet prints. Rows are pushed in order; a sum takes the place of the rows it
 * is made of, so that sums of sums are found the same way.
 */
export class SumStack {
  private readonly items: SumItem[] = [];
  /** Running sums of all items, one row of `width` numbers each, in one block of memory. */
  private prefix: Float64Array;
  private readonly width: number;
  private readonly numbered = new Map<string, SumItem>();
  private effort = EFFORT;

  constructor(width: number) {
    this.width = width;
    this.prefix = new Float64Array(width * 256);
  }

  push(item: SumItem): void {
    const { width } = this;
    const at = this.items.length * width;
    if (at + width > this.prefix.length) {
      const larger = new Float64Array(this.prefix.length * 2);
      larger.set(this.prefix);
      this.prefix = larger;
    }
    for (let column = 0; column < width; column += 1) {
      const before = at === 0 ? 0 : (this.prefix[at - width + column] ?? 0);
      this.prefix[at + column] = before + (item.values[column] || 0);
    }
    this.items.push(item);
    if (item.lineNumber !== undefined) this.numbered.set(`${item.block}|${item.lineNumber}`, item);
  }

  /** Replaces the parts of a sum by the sum itself. */
  replace(parts: readonly SumItem[], total: SumItem): void {
    const taken = new Set(parts);
    let open = taken.size;
    let from = this.items.length;
    const last = Math.max(0, from - REACH);
    while (from > last && open > 0) {
      from -= 1;
      const item = this.items[from];
      if (item !== undefined && taken.has(item)) open -= 1;
    }
    const rest = this.items.slice(from).filter((item) => !taken.has(item));
    this.items.length = from;
    for (const item of rest) this.push(item);
    this.push(total);
  }

  /**
   * The shortest run of rows directly above that adds up to the sum, at least `least` rows and at
   * most `reach`.
   */
  run(total: SumItem, least: number, tolerant: boolean, reach = REACH): SumProof | undefined {
    const { width, prefix } = this;
    const top = this.items.length;
    if (top === 0) return undefined;
    const end = (top - 1) * width;
    const last = Math.max(0, top - Math.min(reach, this.reach()));
    const wanted = total.values
      .map((value, column) => ({ value, column }))
      .filter(({ value }) => !Number.isNaN(value));
    for (let from = top - least; from >= last; from -= 1) {
      this.effort -= 1;
      const before = (from - 1) * width;
      let exact = true;
      let near = tolerant;
      for (const { value, column } of wanted) {
        const sum = (prefix[end + column] ?? 0) - (from === 0 ? 0 : (prefix[before + column] ?? 0));
        const off = Math.abs(sum - value);
        if (off <= CENT || off <= Math.abs(value) * 1e-12) continue;
        exact = false;
        near &&= off <= roundingOf(value, total.values, top - from);
        if (!near) break;
      }
      if (exact || (near && this.isWhole(from))) {
        const expected = total.values.map(
          (_, column) =>
            (prefix[end + column] ?? 0) - (from === 0 ? 0 : (prefix[before + column] ?? 0)),
        );
        return { parts: this.withZeros(from, total), rounding: !exact, plain: true, expected };
      }
    }
    return undefined;
  }

  /** The rows the label names by number, added and subtracted. */
  referred(total: SumItem, numbers: readonly number[]): SumProof | undefined {
    const parts = numbers
      .map((number) => this.numbered.get(`${total.block}|${number}`))
      .filter((item): item is SumItem => item !== undefined);
    if (parts.length === 0 || parts.length < Math.min(2, numbers.length)) return undefined;
    return signed(total, parts);
  }

  /** The rows of one side, revenue or expense, back to where they add up; rows between them are passed. */
  ofSide(total: SumItem, belongs: (item: SumItem) => boolean): SumProof | undefined {
    const expected: number[] = total.values.map(() => 0);
    const parts: SumItem[] = [];
    const last = Math.max(0, this.items.length - this.reach());
    for (let at = this.items.length - 1; at >= last; at -= 1) {
      this.effort -= 1;
      const item = this.items[at];
      if (item === undefined || !belongs(item)) continue;
      parts.unshift(item);
      let agrees = true;
      for (let column = 0; column < expected.length; column += 1) {
        const sum = (expected[column] ?? 0) + (item.values[column] || 0);
        expected[column] = sum;
        const wanted = total.values[column] ?? Number.NaN;
        if (Math.abs(sum - wanted) > CENT + Math.abs(wanted) * 1e-12) agrees = false;
      }
      if (agrees) return { parts, rounding: false, plain: true, expected };
    }
    return undefined;
  }

  /** The last few rows of the block, added and subtracted. */
  combined(total: SumItem): SumProof | undefined {
    if (this.effort <= 0) return undefined;
    this.effort -= SIGNED_PARTS * this.width * 2 ** SIGNED_PARTS;
    for (let count = 2; count <= SIGNED_PARTS; count += 1) {
      const parts = this.items.slice(-count);
      if (parts.length < count || parts[0]?.block !== total.block) return undefined;
      const proof = signed(total, parts);
      if (proof === undefined) continue;
      const whole = this.isWhole(this.items.length - count);
      if (!proof.rounding || whole || parts.every((part) => part.total)) return proof;
    }
    return undefined;
  }

  /**
   * The rows a sum most likely is meant to add up when it does not: those its label names, or all
   * rows since the sum before. Undefined when there are none.
   */
  intended(total: SumItem, numbers: readonly number[]): SumProof | undefined {
    const candidates: SumProof[] = [];
    const named = numbers
      .map((number) => this.numbered.get(`${total.block}|${number}`))
      .filter((item): item is SumItem => item !== undefined);
    if (named.length >= 2 && named.length === numbers.length) {
      candidates.push(...signPatterns(named).map((signs) => combine(total, named, signs)));
    } else {
      let start = this.items.length;
      while (start > 0) {
        const item = this.items[start - 1];
        if (item === undefined || item.total || item.block !== total.block) break;
        if (this.items.length - start > REACH) break;
        start -= 1;
      }
      const open = this.items.slice(start);
      if (open.length >= 2) candidates.push(combine(total, open, undefined));
    }
    const agreeing = (proof: SumProof): number =>
      total.values.filter(
        (value, column) => Math.abs(value - (proof.expected[column] ?? 0)) <= CENT,
      ).length;
    return candidates.sort((a, b) => agreeing(b) - agreeing(a))[0];
  }

  /** Whether a run takes in all rows since the sum before: a rounded sum leaves none of them out. */
  private isWhole(from: number): boolean {
    const before = this.items[from - 1];
    return before === undefined || before.total || before.block !== this.items[from]?.block;
  }

  private reach(): number {
    return this.effort > 0 ? REACH : NEAR;
  }

  /** Rows of nothing but zeros and gaps directly above the run belong to it as well. */
  private withZeros(from: number, total: SumItem): readonly SumItem[] {
    let start = from;
    while (start > 0) {
      const item = this.items[start - 1];
      if (item === undefined || item.total || item.block !== total.block) break;
      if (item.values.some((value) => value !== 0 && !Number.isNaN(value))) break;
      start -= 1;
    }
    return this.items.slice(start);
  }
}

/** Whole amounts may each be rounded: a sum of n of them is off by at most half a unit each. */
function roundingOf(wanted: number, values: readonly number[], parts: number): number {
  const whole = values.every((value) => Number.isNaN(value) || Number.isInteger(value));
  const most = whole ? Math.min(5, 0.5 * parts + 0.5) : Math.min(0.05, 0.005 * parts + 0.005);
  // Among small amounts a difference of a unit is no rounding but another sum.
  return Math.min(most, Math.abs(wanted) * 0.01);
}

function signed(total: SumItem, parts: readonly SumItem[]): SumProof | undefined {
  let near: SumProof | undefined;
  for (const signs of signPatterns(parts)) {
    const proof = combine(total, parts, signs);
    let exact = true;
    let close = true;
    for (let column = 0; column < total.values.length; column += 1) {
      const wanted = total.values[column] ?? Number.NaN;
      if (Number.isNaN(wanted)) continue;
      const off = Math.abs((proof.expected[column] ?? 0) - wanted);
      if (off > CENT + Math.abs(wanted) * 1e-12) exact = false;
      if (off > roundingOf(wanted, total.values, parts.length)) {
        close = false;
        break;
      }
    }
    if (exact) return proof;
    if (close) near ??= { ...proof, rounding: true };
  }
  return near;
}

/** All ways to add and subtract a few parts; many parts are only added. */
function signPatterns(parts: readonly SumItem[]): readonly (readonly number[])[] {
  if (parts.length > SIGNED_PARTS + 1) return [parts.map(() => 1)];
  const patterns: number[][] = [];
  for (let pattern = 0; pattern < 1 << (parts.length - 1); pattern += 1) {
    const signs = parts.map((_, at) => (at > 0 && (pattern >> (at - 1)) & 1 ? -1 : 1));
    patterns.push(
      signs,
      signs.map((sign) => -sign),
    );
  }
  return patterns;
}

function combine(
  total: SumItem,
  parts: readonly SumItem[],
  signs: readonly number[] | undefined,
): SumProof {
  const expected: number[] = total.values.map(() => 0);
  parts.forEach((part, at) => {
    const sign = signs?.[at] ?? 1;
    part.values.forEach((value, column) => {
      expected[column] = (expected[column] ?? 0) + sign * (value || 0);
    });
  });
  const plain = signs === undefined || signs.every((sign) => sign === 1);
  return { parts, rounding: false, plain, expected };
}
