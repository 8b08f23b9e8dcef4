import type { Amount, BudgetLine, Direction } from "./line";
import { cameralScheme } from "./cameral";
import {
  classifyRows,
  type BalanceVotes,
  type Classification,
  type ClassifiedRow,
} from "./classify";
import { findDirections } from "./directions";
import type { AmountRow } from "./rows";
import { isStep, type Steps, within } from "./steps";
import type { TimedColumn } from "./timing";
import {
  addEvidence,
  agreeSigns,
  decideSign,
  noEvidence,
  type SignConvention,
  type SignEvidence,
} from "./signs";
import { cellFactor, columnFactor, type Table } from "./table";
import type { AmountValues } from "./values";

/** The detail lines of a sheet and what is doubtful about them. */
export interface LineReading {
  readonly lines: readonly BudgetLine[];
  readonly doubtful: readonly AmountRow[];
  readonly cameral: boolean;
  readonly unknownDirections: number;
}

/**
 * Makes budget lines of the rows of a table: sums told apart, directions and signs decided. Years
 * across and years down both come here once their amounts are gathered by slot (year, kind, column).
 */
export function* readLines(
  table: Table,
  rows: readonly AmountRow[],
  slots: readonly TimedColumn[],
): Steps<LineReading> {
  const { findings } = table;
  const grouping = cameralScheme(table, rows);
  const classified = yield* within(classifyRows(table, rows, slots, grouping), 0, 0.5);
  const directions = findDirections(classified.rows, grouping);
  if (directions.byGrouping > 0) {
    findings.add("note", "direction-by-grouping", {
      de: "Einnahmen und Ausgaben sind nach dem Gruppierungsplan unterschieden (Hauptgruppen 0 bis 3 Einnahmen, 4 bis 9 Ausgaben), weil das Blatt die Richtung nicht nennt.",
      en: "Revenue and expense are told apart by the Gruppierungsplan (main groups 0 to 3 revenue, 4 to 9 expense), because the sheet does not name the direction.",
    });
  }
  const signs = decideSigns(table, classified, slots, directions.of);
  const lines: BudgetLine[] = [];
  const columns = lineColumns(table, slots);
  for (const [at, entry] of classified.rows.entries()) {
    if (isStep(at)) yield 0.5 + (0.5 * at) / classified.rows.length;
    if (entry.what !== "line") continue;
    pushLines(table, entry, columns, directions.of.get(entry), signs, lines);
  }
  const unknown = lines.filter(({ direction }) => direction === undefined);
  const [first] = unknown;
  if (first !== undefined) {
    const cell = first.amounts[0]?.cell ?? { row: first.row, column: 0 };
    findings.at(
      "warning",
      "direction-unknown",
      cell.row,
      cell.column,
      unknown.length === 1
        ? {
            de: `Bei der Zeile „${first.label}“ sagt das Blatt nicht, ob sie Ertrag oder Aufwand ist. Ihre Beträge sind wie gedruckt übernommen.`,
            en: `For the line “${first.label}” the sheet does not say whether it is revenue or expense. Its amounts are taken as printed.`,
          }
        : {
            de: `Bei ${unknown.length} Zeilen sagt das Blatt nicht, ob es Ertrag oder Aufwand ist (zuerst „${first.label}“). Ihre Beträge sind wie gedruckt übernommen.`,
            en: `For ${unknown.length} lines the sheet does not say whether they are revenue or expense (first “${first.label}”). Their amounts are taken as printed.`,
          },
    );
  }
  reportWithoutProduct(table, lines);
  return {
    lines,
    doubtful: classified.doubtful,
    cameral: directions.scheme?.name === "cameral",
    unknownDirections: unknown.length,
  };
}

/** Lines without a product in a sheet that names products for others. */
function reportWithoutProduct(table: Table, lines: readonly BudgetLine[]): void {
  const without = lines.filter(({ product }) => product === undefined);
  const [first] = without;
  const column = table.meanings.find(({ role }) => role === "product")?.column;
  if (first === undefined || column === undefined || without.length === lines.length) return;
  table.findings.at(
    "note",
    "product-missing",
    first.row,
    column,
    without.length === 1
      ? {
          de: `In Zeile ${first.row + 1} steht kein Produkt; sie zählt ohne Produkt mit.`,
          en: `In row ${first.row + 1} there is no product; it counts without one.`,
        }
      : {
          de: `In ${without.length} Zeilen steht kein Produkt (zuerst Zeile ${first.row + 1}); sie zählen ohne Produkt mit.`,
          en: `In ${without.length} rows there is no product (first row ${first.row + 1}); they count without one.`,
        },
  );
}

/** The sign each direction is printed with, from all its lines; doubts are said. */
function decideSigns(
  table: Table,
  { rows, balances }: Classification,
  slots: readonly TimedColumn[],
  directions: ReadonlyMap<ClassifiedRow, Direction>,
): SignConvention {
  const evidence = { revenue: noEvidence(), expense: noEvidence() };
  for (const entry of rows) {
    if (entry.what !== "line") continue;
    const own = directions.get(entry);
    for (let at = 0; at < slots.length; at += 1) {
      const side = slots[at]?.direction ?? own;
      const value = entry.row.values[at];
      if (side !== undefined && value !== undefined) addEvidence(evidence[side], value);
    }
  }
  return signsOf(table, evidence, balances);
}

/** Turns the evidence of both directions into the sheet's convention and says what is unusual. */
function signsOf(
  table: Table,
  evidence: Readonly<Record<Direction, SignEvidence>>,
  balances: BalanceVotes,
): SignConvention {
  const { revenue, expense } = agreeSigns(
    decideSign(evidence.revenue),
    decideSign(evidence.expense),
    balances,
  );
  for (const [decided, de, en] of [
    [revenue, "Erträge", "Revenue"],
    [expense, "Aufwendungen", "Expense"],
  ] as const) {
    if (table.signs[decided === revenue ? "revenue" : "expense"] !== undefined) continue;
    if (decided.doubtful) {
      table.findings.add("warning", "sign-doubtful", {
        de: `${de} stehen im Blatt teils mit, teils ohne Minus. Gelesen wurde die Schreibweise mit der größeren Summe; bitte das Vorzeichen prüfen.`,
        en: `${en} stands in the sheet partly with and partly without a minus. The notation with the larger sum was taken; please check the sign.`,
      });
    } else if (decided.sign === -1) {
      table.findings.add("note", "sign-negative", {
        de: `${de} stehen im Blatt mit Minus und werden hier positiv geführt.`,
        en: `${en} is printed with a minus in the sheet and is positive here.`,
      });
    }
  }
  const told = (direction: Direction, decided: 1 | -1): 1 | -1 => {
    const sign = table.signs[direction];
    return sign === undefined ? decided : sign === "negative" ? -1 : 1;
  };
  return {
    revenue: told("revenue", revenue.sign),
    expense: told("expense", expense.sign),
  };
}

/** What all amounts of a column have in common, looked up once for a sheet of millions of them. */
interface LineColumn {
  readonly slot: TimedColumn;
  readonly values: AmountValues;
  /** Euros per printed unit where the cell itself names none. */
  readonly factor: number;
  readonly ownUnits: boolean;
}

function lineColumns(
  table: Table,
  slots: readonly TimedColumn[],
): readonly (LineColumn | undefined)[] {
  return slots.map((slot) => {
    const values = table.amounts.get(slot.column);
    if (values === undefined) return undefined;
    const ownUnits = values.units.size > 0;
    return { slot, values, factor: columnFactor(table, values), ownUnits };
  });
}

/** One line for a row; two where revenue and expense stand in columns of their own. */
function pushLines(
  table: Table,
  { row }: ClassifiedRow,
  columns: readonly (LineColumn | undefined)[],
  rowDirection: Direction | undefined,
  signs: SignConvention,
  lines: BudgetLine[],
): void {
  // Built without spreading: a large budget has millions of amounts.
  const sides: LineSide[] = [];
  let side: LineSide | undefined;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at];
    const printedValue = row.values[at] ?? Number.NaN;
    if (column === undefined || Number.isNaN(printedValue)) continue;
    const { year, kind, direction = rowDirection, column: place } = column.slot;
    const cell = row.cells?.[at] ?? { row: row.row, column: place };
    const unit = column.ownUnits ? cellFactor(table, column.values, cell.row) : column.factor;
    const factor = unit * (direction === undefined ? 1 : signs[direction]);
    const content = table.grid.rows[cell.row]?.[cell.column];
    const value = printedValue * factor + 0;
    if (side === undefined || side.direction !== direction) side = sideIn(sides, direction);
    side.amounts.push(
      typeof content === "string"
        ? { year, kind, value, cell, factor, text: content }
        : { year, kind, value, cell, factor },
    );
  }
  for (const { direction, amounts } of sides) {
    const { product, productLabel, account, label, keys } = row.keys;
    lines.push({
      sheet: table.grid.name,
      row: row.row,
      ...(product === undefined ? {} : { product }),
      ...(productLabel === undefined ? {} : { productLabel }),
      ...(account === undefined ? {} : { account }),
      label,
      ...(direction === undefined ? {} : { direction }),
      amounts,
      keys,
    });
  }
}

/** The amounts of one direction in a row. */
interface LineSide {
  readonly direction: Direction | undefined;
  readonly amounts: Amount[];
}

function sideIn(sides: LineSide[], direction: Direction | undefined): LineSide {
  const known = sides.find((side) => side.direction === direction);
  if (known !== undefined) return known;
  const side: LineSide = { direction, amounts: [] };
  sides.push(side);
  return side;
}
