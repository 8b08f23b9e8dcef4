import { fill, type Text, verbatim } from "../language";
import { CONSTANT_COLUMN } from "../model/expression";
import type { Row, RowHead } from "../model/row";
import type { CalculationSheet } from "../model/sheet";
import { costNames, type RequestPosition } from "./request-positions";

/** Columns B, C and F. */
export const LABEL_COLUMN = 1;
export const KEY_COLUMN = 2;
const ORIGIN_COLUMN = 5;

/** The rows of one position, or of their sum. */
export interface RequestRows {
  /** What the budget holds. */
  readonly held: Row;
  /** What the scenario costs, invoiced VAT included. */
  readonly needed: Row;
  /** Held less needed: a shortfall is negative, as in `cover`. */
  readonly difference: Row;
  /** Needed, rounded up as the forms want it. */
  readonly rounded: Row;
  /** In words whether the budget is enough, year by year. */
  readonly word: Row;
}

/** What the rows of every position are called. */
export const REQUEST_TERMS = {
  held: { de: "Veranschlagt", en: "Held by the budget" },
  needed: { de: "Benötigt (mit berechneter Umsatzsteuer)", en: "Needed (invoiced VAT included)" },
  difference: { de: "Über- (+) / Unterdeckung (−)", en: "Over (+) / short (−)" },
  rounded: { de: "Anmeldung (Bedarf aufgerundet)", en: "Request (need rounded up)" },
  word: { de: "Ergebnis in Worten", en: "Result in words" },
  all: { de: "alle Positionen", en: "all positions" },
  none: { de: "ohne Produkt und Konto", en: "without product and account" },
} as const satisfies Record<string, Text>;

/** Titles of the columns that other sheets use for other things. */
export const COLUMN_TITLES = new Map([
  [KEY_COLUMN, { de: "Produkt / Konto", en: "Product / account" }],
  [CONSTANT_COLUMN, { de: "Summe", en: "Total", overNumbers: true as const }],
  [ORIGIN_COLUMN, { de: "Herkunft", en: "Origin" }],
]);

/** What the two sides of the comparison are. */
export function addNote(sheet: CalculationSheet): void {
  const text: Text = {
    de: "Benötigt ist, was das Szenario den Ergebnisplan über den verbleibenden Eigenaufwand hinaus kostet. Veranschlagt ist, was Zeilen der Rolle „veranschlagt“ auf KR Zuordnung enthalten.",
    en: "Needed is what the scenario costs the result plan beyond the remaining in-house expense. Held is what lines of the role “budgeted” on KR Zuordnung contain.",
  };
  const row = sheet.row({ id: "note", label: text, unit: "text" });
  row.fixed.set(LABEL_COLUMN, { kind: "text", text, look: "note" });
}

/** `03.02.02 / 529100`, as it stands beside each row and on the overview. */
export function positionKey({ product, account }: RequestPosition): Text {
  if (product === undefined && account === undefined) return REQUEST_TERMS.none;
  return verbatim(`${product ?? "–"} / ${account ?? "–"}`);
}

/** Product and account in words, and what the budget calls them. */
export function positionTitle(position: RequestPosition): Text {
  const { product, account, name } = position;
  const key: Text =
    (product ?? account) === undefined
      ? { de: "Ohne Produkt und Konto", en: "Without product and account" }
      : fill(
          { de: "{0}, {1}", en: "{0}, {1}" },
          product === undefined
            ? { de: "Ohne Produkt", en: "Without product" }
            : { de: `Produkt ${product}`, en: `Product ${product}` },
          account === undefined
            ? { de: "ohne Konto", en: "without account" }
            : { de: `Konto ${account}`, en: `account ${account}` },
        );
  return name === undefined ? key : fill({ de: "{0}: {1}", en: "{0}: {1}" }, key, name);
}

/** The rows of a position or of the sum, still without formulas. */
export function openRows(
  sheet: CalculationSheet,
  code: string,
  position: RequestPosition | undefined,
): RequestRows {
  const row = (id: string, part: keyof RequestRows, head: Partial<RowHead> = {}): Row =>
    sheet.row({
      id,
      label: REQUEST_TERMS[part],
      unit: "EUR",
      ...(position === undefined ? {} : { scenario: positionKey(position) }),
      ...head,
    });
  const count = position?.plans.length ?? 0;
  const costs = position === undefined ? undefined : costNames(position);
  return {
    // The id of this row is what the plan rows of its budget lines carry.
    held: row(
      position === undefined ? `${code}.held` : code,
      "held",
      count === 0 ? {} : lines(count),
    ),
    needed: row(`${code}.needed`, "needed", costs === undefined ? {} : { source: costs }),
    difference: row(`${code}.difference`, "difference", { emphasis: "signed" }),
    rounded: row(`${code}.rounded`, "rounded", { emphasis: "total" }),
    word: row(`${code}.word`, "word", { unit: "text" }),
  };
}

function lines(count: number): Pick<RowHead, "source"> {
  return {
    source:
      count === 1
        ? { de: "1 Haushaltszeile", en: "1 budget line" }
        : { de: `${String(count)} Haushaltszeilen`, en: `${String(count)} budget lines` },
  };
}

/** Budget lines outside the positions count as soon as someone gives their group the role. */
export function openOthers(sheet: CalculationSheet, count: number): Row {
  sheet.heading({
    de: "Weitere Haushaltszeilen (zählen, sobald ihre Gruppe „veranschlagt“ ist)",
    en: "Further budget lines (count as soon as their group is “budgeted”)",
  });
  return sheet.row({ id: "P0", label: REQUEST_TERMS.held, unit: "EUR", ...lines(count) });
}

/** What is missing between the positions and the scenario, year by year. */
export interface Controls {
  readonly needed: Row;
  readonly held: Row;
}

/** The rows of the control, still without formulas. */
export function openControls(sheet: CalculationSheet): Controls {
  sheet.space();
  sheet.heading({ de: "Kontrolle (muss 0 sein)", en: "Control (has to be 0)" });
  return {
    needed: sheet.row({
      id: "control.needed",
      label: {
        de: "Benötigt − (Belastung Ergebnisplan − Eigenaufwand)",
        en: "Needed − (result plan expense − in-house expense)",
      },
      unit: "EUR",
    }),
    held: sheet.row({
      id: "control.held",
      label: {
        de: "Veranschlagt − Veranschlagt im Szenario",
        en: "Held − budgeted in the scenario",
      },
      unit: "EUR",
    }),
  };
}

/** The words of the result, one cell each: nothing needed, enough, short. */
export function addWords(sheet: CalculationSheet): { readonly first: Row; readonly last: Row } {
  sheet.space();
  sheet.heading({ de: "Wörter", en: "Words" });
  const word = (id: string, label: Text, text: Text): Row => {
    const row = sheet.row({ id, label, unit: "text" });
    row.fixed.set(CONSTANT_COLUMN, { kind: "text", text });
    return row;
  };
  const first = word(
    "word.none",
    { de: "Das Szenario braucht nichts", en: "The scenario needs nothing" },
    { de: "kein Bedarf", en: "no need" },
  );
  word(
    "word.enough",
    { de: "Der Haushalt enthält genug", en: "The budget holds enough" },
    { de: "gedeckt", en: "covered" },
  );
  const last = word(
    "word.short",
    { de: "Der Haushalt enthält zu wenig", en: "The budget holds too little" },
    { de: "Unterdeckung", en: "short" },
  );
  return { first, last };
}
