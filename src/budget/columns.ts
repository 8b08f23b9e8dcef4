import type { Grid } from "./grid";
import type { HeaderBand } from "./header";
import type { AmountKind, AmountUnit, Direction } from "./line";
import { cellText, isBlank } from "./cells";
import { readNumberText } from "./numbers";
import { cellYear, headerYear } from "./years";
import {
  directionWord,
  headerDirection,
  isBalanceHeader,
  isDerivedHeader,
  isPartOfYear,
  kindOf,
  unitOf,
} from "./vocabulary";
import { fold } from "./words";

/** What the cells of a column are. */
export type ColumnRole =
  | "amount"
  | "year"
  | "kind"
  | "direction"
  | "product"
  | "product-label"
  | "account"
  | "account-label"
  | "label"
  | "line-number"
  | "running-number"
  | "unit"
  | "key"
  | "derived"
  | "unknown-number"
  | "empty";

/** Which part of an amount a column holds: the amount, a balance, or old, change and new of a supplementary budget. */
export type AmountPart = "value" | "balance" | "old" | "change" | "new";

/** A column of the table with its meaning. */
export interface ColumnMeaning {
  readonly column: number;
  readonly header: string;
  readonly folded: string;
  readonly role: ColumnRole;
  /** Order among columns of the same role: the highest is the most detailed level. */
  readonly rank: number;
  readonly part: AmountPart;
  readonly year?: number;
  readonly offset?: number;
  /** The header names a year that cannot be taken: a form's blank, or several. */
  readonly damagedYear: boolean;
  readonly kind?: AmountKind;
  readonly direction?: Direction;
  readonly unit?: AmountUnit;
  /** Single letters E and A count as directions. */
  readonly letters: boolean;
}

/** What a sample of a column's cells looks like. */
interface ColumnProfile {
  rows: number;
  filled: number;
  numbers: number;
  years: number;
  codes: number;
  wordedCodes: number;
  labelledCodes: number;
  texts: number;
  digits: number;
  /** Numbers by their count of digits; numbers with decimals or separators count as -1. */
  readonly lengths: Map<number, number>;
  zeroLed: number;
  /** Cells that Excel holds as numbers, and how many of them are larger than the one above. */
  typed: number;
  rising: number;
  last: number;
  readonly distinct: Set<string>;
}

const SAMPLE_ROWS = 600;
/** Numbers that name something, also where Excel has shortened them (`5,29E+05`). */
const CODE = /^(?:\p{L}{1,4}[_-]?)?-?\d[\d .\-/]*[A-Za-z]?$|^\d[.,]\d+E\+\d+$/u;
const WORDED_CODE = /^\p{L}[\p{L}./ -]* \d[\d.\-/]*$/u;
const LABELLED_CODE = /^\d[\d.\-/]*(?: ?[-–:]? ?)\p{L}/u;
const YEAR_HEADER = /jahr|datum|date|year|periode|(?<![a-z])hj(?![a-z])/;
const AMOUNT_HEADER =
  /betrag|(?<![a-z])euro?(?![a-z])|€|(?<![a-z])amount(?! kind)|(?<![a-z])wert(?!typ|e?berich)|(?<![a-z])value|(?<![a-z])summe|teur|volumen/;
const LABEL_HEADER =
  /zweckbest|(?<![a-z])text|teilplanzeile|position(?!s?nr)|buchungstext|erlaeuterung|aufwandsarten|auszahlungsarten|arten$|beschreibung|gegenstand|massnahme/;
const LABEL_SUFFIX =
  /bez\.?$|bezeichnung|(?<![a-z])name|beschreibung|(?<![a-z])label|klartext|\w+name$/;

const PRODUCT_RANKS: readonly (readonly [RegExp, number])[] = [
  [/produktbereich|(?<![a-z])bereich|fachbereich|dezernat|einzelplan|(?<![a-z])epl/, 2],
  [
    /produktgruppe|(?<![a-z])(?:pgr?|ua)(?![a-z])|teilhaushalt|abschnitt|kapitel|(?<![a-z])gruppe(?!n?ierung)|(?<![a-z])gruppennr|unterabschnitt|gliederung(?!scode)/,
    3,
  ],
  [/teilplan|profitcenter|kostenstelle|onummer|psp|budget(?!ierung)/, 4],
  [/produkt(?!bereich|gruppe)|kostentraeger|leistung/, 5],
];
const ACCOUNT_RANKS: readonly (readonly [RegExp, number])[] = [
  [/kontengruppe|kontenart|gruppierung|(?<![a-z])u?grp?(?![a-z])/, 2],
  [/(?<![a-z])titel|haushaltsstelle|(?<![a-z])hst|finanzposition/, 5],
  [/kostenart|konto|(?<![a-z])(?:kto|sk)(?![a-z])|(?<![a-z])account/, 6],
];

/** Decides what each column is, from its header and a sample of its cells. */
export function meanColumns(grid: Grid, band: HeaderBand): readonly ColumnMeaning[] {
  const profiles = sampleColumns(grid, band);
  const meanings = profiles.map((profile, column) =>
    meanColumn(column, band.texts[column] ?? "", band.folded[column] ?? "", profile),
  );
  return orderLabels(withoutRowSums(withSupplement(meanings)), profiles);
}

function sampleColumns(grid: Grid, band: HeaderBand): ColumnProfile[] {
  const profiles: ColumnProfile[] = band.texts.map(emptyProfile);
  const first = band.last + 1;
  const count = grid.rows.length - first;
  const step = Math.max(1, Math.floor(count / SAMPLE_ROWS));
  for (let row = first; row < grid.rows.length; row += step) {
    const cells = grid.rows[row] ?? [];
    for (let column = 0; column < Math.min(cells.length, 400); column += 1) {
      const content = cells[column] ?? null;
      if (isBlank(content)) continue;
      const profile = (profiles[column] ??= emptyProfile());
      profile.filled += 1;
      if (cellYear(content) !== undefined) profile.years += 1;
      const text = cellText(content).trim();
      if (profile.distinct.size < 64) profile.distinct.add(text);
      const value = Number(text);
      if (value > profile.last) profile.rising += 1;
      if (!Number.isNaN(value)) profile.last = value;
      if (typeof content === "number") profile.typed += 1;
      if (typeof content === "number") profile.numbers += 1;
      else if (typeof content === "string" && readNumberText(content) !== null)
        profile.numbers += 1;
      if (CODE.test(text)) {
        profile.codes += 1;
        const length = /^-?\d+$/.test(text) ? text.length : -1;
        profile.lengths.set(length, (profile.lengths.get(length) ?? 0) + 1);
        if (typeof content === "string" && /^0\d/.test(text)) profile.zeroLed += 1;
      } else if (typeof content === "object") profile.codes += 1;
      else if (WORDED_CODE.test(text)) profile.wordedCodes += 1;
      else if (LABELLED_CODE.test(text)) profile.labelledCodes += 1;
      else profile.texts += 1;
      const digits = /\d[\d.\-/ ]*/.exec(text)?.[0].replace(/\D/g, "").length ?? 0;
      profile.digits = Math.max(profile.digits, digits);
    }
  }
  for (let column = 0; column < profiles.length; column += 1) {
    (profiles[column] ??= emptyProfile()).rows = Math.ceil(Math.max(0, count) / step);
  }
  return profiles;
}

function emptyProfile(): ColumnProfile {
  return {
    rows: 0,
    filled: 0,
    numbers: 0,
    years: 0,
    codes: 0,
    wordedCodes: 0,
    labelledCodes: 0,
    texts: 0,
    digits: 0,
    lengths: new Map(),
    zeroLed: 0,
    typed: 0,
    rising: 0,
    last: Number.NEGATIVE_INFINITY,
    distinct: new Set(),
  };
}

function meanColumn(
  column: number,
  header: string,
  folded: string,
  profile: ColumnProfile,
): ColumnMeaning {
  const base = {
    column,
    header,
    folded,
    rank: 0,
    part: "value",
    damagedYear: false,
    letters: false,
  } as const;
  const { filled } = profile;
  const numeric = filled > 0 && profile.numbers >= filled * 0.6;
  const product = rankOf(folded, PRODUCT_RANKS);
  const account = rankOf(folded, ACCOUNT_RANKS);
  const year = headerYear(folded);
  if (
    filled > 0 &&
    profile.years >= filled * 0.9 &&
    YEAR_HEADER.test(folded) &&
    year.year === undefined
  )
    return { ...base, role: "year" };
  const values = [...profile.distinct].map(fold);
  if (filled > 0 && !numeric && isKindColumn(values)) return { ...base, role: "kind" };
  if (
    filled > 0 &&
    values.length <= 4 &&
    values.every((value) => value.length <= 12 && !/\d/.test(value) && unitOf(value) !== undefined)
  )
    return { ...base, role: "unit" };
  const letters =
    values.length <= 3 &&
    values.every((value) => value === "e" || value === "a") &&
    (values.length === 2 || /^e ?[/_-] ?a$|art|richtung|aufwand|ausgabe|einnahme/.test(folded));
  if (
    filled > 0 &&
    values.length <= 40 &&
    values.every((value) => directionWord(value, letters) !== undefined)
  )
    return { ...base, role: "direction", letters };

  const codes = profile.codes + profile.wordedCodes + profile.labelledCodes >= filled * 0.6;
  const keyed = product > 0 || account > 0;
  const kind = kindOf(folded);
  const timed =
    year.year !== undefined || year.offset !== undefined || year.unfilled || year.several;
  const balance = isBalanceHeader(folded);
  const direction = balance ? undefined : headerDirection(folded);
  const partOfYear = isPartOfYear(folded) && !year.several;
  if (numeric && (partOfYear || isDerivedHeader(folded)))
    return { ...base, role: "derived", ...(kind === undefined ? {} : { kind }) };
  const amountHeader =
    kind !== undefined ||
    timed ||
    balance ||
    AMOUNT_HEADER.test(folded) ||
    (direction !== undefined && !keyed);
  // The header of a form: its cells may hold footnotes and column numbers, but no prose.
  const form = kind !== undefined && timed && !/bemerk|erlaeuter|hinweis|komment/.test(folded);
  if (
    amountHeader &&
    (numeric || filled === 0 || form) &&
    !(keyed && kind === undefined && !timed)
  ) {
    const part = amountPart(folded, balance);
    const unit = unitOf(folded);
    return {
      ...base,
      role: "amount",
      part,
      ...(year.year === undefined ? {} : { year: year.year }),
      ...(year.offset === undefined ? {} : { offset: year.offset }),
      damagedYear: year.year === undefined && (year.unfilled || year.several),
      ...(kind === undefined ? {} : { kind }),
      ...(direction === undefined ? {} : { direction }),
      ...(unit === undefined ? {} : { unit }),
    };
  }
  if (filled === 0) return { ...base, role: "empty" };
  if (/^(?:id|lfd|laufende nummer)/.test(folded)) return { ...base, role: "running-number" };
  const suffixed = LABEL_SUFFIX.test(folded);
  if (codes && (!suffixed || profile.codes >= filled * 0.6)) {
    const whole = filled >= profile.rows * 0.9 ? 0.5 : 0;
    if (account > 0 && profile.digits >= 2) return { ...base, role: "account", rank: account };
    if (product > 0 || account > 0)
      return { ...base, role: "product", rank: Math.max(product, 1) + whole };
    if (profile.labelledCodes >= filled * 0.6) return { ...base, role: "label" };
    if (profile.codes >= filled * 0.6) {
      if (
        /^(?:nr|zeile|zl|lfd|pos|z\.)/.test(folded) ||
        (folded === "" && column === 0 && profile.digits <= 2 && profile.rising >= filled * 0.8)
      )
        return { ...base, role: "line-number" };
      const bare = folded === "" || profile.typed >= filled * 0.5;
      if (numeric && profile.zeroLed === 0 && (bare || !looksLikeCodes(profile)))
        return { ...base, role: "unknown-number" };
      return { ...base, role: "key" };
    }
    return { ...base, role: "key" };
  }
  if (numeric) return { ...base, role: "unknown-number" };
  if (LABEL_HEADER.test(folded)) return { ...base, role: "label", rank: 2 };
  if (account > 0) return { ...base, role: "account-label", rank: account };
  if (product > 0) return { ...base, role: "product-label", rank: product };
  return { ...base, role: suffixed ? "label" : "key" };
}

/**
 * Whether cells name kinds of amounts: all of them, or most and at least two kinds, so that a word
 * that is none (`Obligo`) is reported with its row.
 */
function isKindColumn(values: readonly string[]): boolean {
  if (values.length > 12) return false;
  const kinds = values.map(kindOf).filter((kind) => kind !== undefined);
  if (kinds.length === values.length) return true;
  return new Set(kinds).size >= 2 && kinds.length * 2 > values.length;
}

/** Numbers of one length, with zeros in front, or short ones name something; others are amounts. */
function looksLikeCodes(profile: ColumnProfile): boolean {
  if ((profile.lengths.get(-1) ?? 0) > profile.codes * 0.1) return false;
  if (profile.digits <= 3) return true;
  return Math.max(...profile.lengths.values()) >= profile.codes * 0.9;
}

/** Old, change and new of a supplementary budget, balance, or simply the value. */
function amountPart(folded: string, balance: boolean): AmountPart {
  if (/(?<![a-z])(?:bisher|alt(?:er|e|es)?(?![a-z]))/.test(folded)) return "old";
  if (
    /mehr ?\(?\+|(?<![a-z])aenderung|erhoeh|vermind|(?<![a-z])mehr ?\/|\+ ?\/ ?-|nachtrag(?!s?(?:plan|haushalt|ansatz))/.test(
      folded,
    )
  )
    return "change";
  if (/(?<![a-z])neu(?:er|e|es)?(?![a-z])|einschl\. nachtrag|nunmehr|festgesetzt/.test(folded))
    return "new";
  return balance ? "balance" : "value";
}

function rankOf(folded: string, ranks: readonly (readonly [RegExp, number])[]): number {
  let rank = 0;
  for (const [pattern, value] of ranks) if (pattern.test(folded)) rank = Math.max(rank, value);
  return rank;
}

/** Beside each other, numbers headed as a change and as a new amount are parts of a supplementary budget. */
function withSupplement(meanings: readonly ColumnMeaning[]): readonly ColumnMeaning[] {
  const parts = meanings.map(({ role, part, folded }) => {
    if (role === "amount") return part;
    return role === "unknown-number" ? amountPart(folded, false) : "value";
  });
  if (!parts.includes("new") || !parts.includes("change")) return meanings;
  return meanings.map((meaning, at) => {
    const part = parts[at] ?? "value";
    if (meaning.role !== "unknown-number" || (part !== "new" && part !== "change")) return meaning;
    return { ...meaning, role: "amount", part };
  });
}

/** A `Summe` without a year beside several years adds them up and is no amount of its own. */
function withoutRowSums(meanings: readonly ColumnMeaning[]): readonly ColumnMeaning[] {
  const timed = meanings.filter(
    ({ role, year, offset }) => role === "amount" && (year !== undefined || offset !== undefined),
  );
  if (timed.length < 2) return meanings;
  return meanings.map((meaning) =>
    meaning.role === "amount" && /^(?:gesamt)?summe$|^(?:ins)?gesamt$|^total$/.test(meaning.folded)
      ? { ...meaning, role: "derived" }
      : meaning,
  );
}

/**
 * Gives names without a stem of their own (`Bezeichnung`) to the number on their left, and makes
 * sure that there is a label: the last text column if no header says so.
 */
function orderLabels(
  meanings: readonly ColumnMeaning[],
  profiles: readonly ColumnProfile[],
): readonly ColumnMeaning[] {
  const ordered = meanings.map((meaning): ColumnMeaning => {
    if (meaning.role !== "label" || !LABEL_SUFFIX.test(meaning.folded) || meaning.rank > 0)
      return meaning;
    const left = meanings[meaning.column - 1];
    if (left?.role === "product") return { ...meaning, role: "product-label", rank: left.rank };
    if (left?.role === "account") return { ...meaning, role: "account-label", rank: left.rank };
    return meaning;
  });
  if (ordered.some((meaning) => meaning.role === "label" || meaning.role === "account-label"))
    return ordered;
  const texts = ordered.filter(
    (meaning) => meaning.role === "key" && (profiles[meaning.column]?.texts ?? 0) > 0,
  );
  const last = texts.at(-1);
  if (last === undefined) return ordered;
  return ordered.map((meaning) => (meaning === last ? { ...meaning, role: "label" } : meaning));
}
