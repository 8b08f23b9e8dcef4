import { fill, type Text } from "../language";
import { cell } from "../model/expression";
import type { Row, Unit } from "../model/row";
import type { CalculationSheet, ColumnTitle } from "../model/sheet";
import type { BudgetRequest, RequestedPosition } from "./budget-request";
import { positionKey, type RequestRows } from "./request-rows";

/** So many positions fit on the page; the sum stands below them in any case. */
const POSITIONS_SHOWN = 4;

/** Columns C to G. */
const COLUMN = { word: 2, held: 3, needed: 4, difference: 5, rounded: 6 } as const;

/** The budget year of the request: held, needed, short or over, rounded up, by product and account. */
export function addRequestList(
  sheet: CalculationSheet,
  request: BudgetRequest,
  year: { readonly label: string; readonly column: number },
): void {
  const { positions, total, scenario } = request;
  const over = (text: Text): ColumnTitle => ({ ...text, overNumbers: true });
  sheet.heading(
    fill({ de: "Haushaltsanmeldung {0}", en: "Budget request {0}" }, year.label),
    new Map<number, ColumnTitle>([
      [COLUMN.word, { de: "in Worten", en: "in words" }],
      [COLUMN.held, over({ de: "veranschlagt", en: "held" })],
      [COLUMN.needed, over({ de: "benötigt", en: "needed" })],
      [COLUMN.difference, over({ de: "über / unter", en: "over / short" })],
      [COLUMN.rounded, over({ de: "Anmeldung", en: "request" })],
    ]),
  );
  sheet.row({
    id: "request.scenario",
    label: fill({ de: "Szenario: {0}", en: "Scenario: {0}" }, scenario.scenario.name),
    unit: "text",
  });
  const add = (id: string, label: Text, rows: RequestRows): void => {
    const row = sheet.row({ id: `request.${id}`, label, unit: "EUR" });
    const put = (column: number, unit: Unit, from: Row): void => {
      row.fixed.set(column, { kind: "formula", unit, expression: cell(from, year.column) });
    };
    put(COLUMN.word, "text", rows.word);
    put(COLUMN.held, "EUR", rows.held);
    put(COLUMN.needed, "EUR", rows.needed);
    put(COLUMN.difference, "signedEUR", rows.difference);
    put(COLUMN.rounded, "EUR", rows.rounded);
  };
  for (const one of positions.slice(0, POSITIONS_SHOWN)) add(one.code, positionLabel(one), one);
  const count = String(positions.length);
  add(
    "total",
    positions.length === 1
      ? { de: "Summe", en: "Total" }
      : { de: `Summe aller ${count} Positionen`, en: `Total of all ${count} positions` },
    total,
  );
}

/** Product, account and what they are called, as far as it fits. */
function positionLabel({ position }: RequestedPosition): Text {
  const key = positionKey(position);
  return position.name === undefined
    ? key
    : fill({ de: "{0} {1}", en: "{0} {1}" }, key, shortened(position.name));
}

/** Characters of the name that fit beside product and account. */
const NAME_LENGTH = 26;

function shortened(name: Text): Text {
  const cut = (text: string): string =>
    text.length > NAME_LENGTH ? `${text.slice(0, NAME_LENGTH - 1).trimEnd()}…` : text;
  return { de: cut(name.de), en: cut(name.en) };
}
