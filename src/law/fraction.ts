/**
 * An exact rational number. Statutory floors need it: 0.0015 has no exact binary form, and a floor
 * on 644.9999999 is a euro off.
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Always above 0; without a common divisor with the numerator. */
  readonly denominator: bigint;
}

/** `numerator / denominator`, reduced; the denominator must be above 0. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator <= 0n) throw new RangeError("The denominator of a fraction must be above 0");
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/**
 * The decimal number a person reads, exactly: 0.0015 becomes 15/10000.
 * With `digits`, only so many significant digits are taken, which removes the dust of binary sums.
 */
export function exactly(value: number, digits?: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError("Only finite numbers have a fraction");
  const text = digits === undefined ? String(value) : value.toPrecision(digits);
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`Not a decimal number: ${text}`);
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = match;
  const scale = decimals.length - Number(exponent);
  const digitsOfValue = BigInt(`${sign}${whole}${decimals}`);
  return scale > 0
    ? fraction(digitsOfValue, 10n ** BigInt(scale))
    : fraction(digitsOfValue * 10n ** BigInt(-scale));
}

export function plus(left: Fraction, right: Fraction): Fraction {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** The largest whole number that is not above the fraction. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** The nearest number JavaScript can hold. */
export function numberOf({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
