import { unitOf, unitOfTitle } from "./vocabulary";
import { fold } from "./words";
import type { AmountUnit } from "./line";
import type { Grid } from "./grid";
import type { HeaderBand } from "./header";
import type { ColumnMeaning } from "./columns";
import type { AmountValues } from "./values";
import type { SheetFindings } from "./collect";

/** The unit of a sheet and of its single amount columns. */
export interface SheetUnits {
  readonly unit: AmountUnit;
  readonly byColumn: ReadonlyMap<number, AmountUnit>;
}

/** A column's header and the sheet's title name different units; one would be wrong by a thousand. */
export interface UnitContradiction {
  readonly contradiction: {
    readonly column: number;
    readonly header: AmountUnit;
    readonly title: AmountUnit;
  };
}

/**
 * The unit of each amount column: from its header, else from the header rows, the titles, the
 * sheet's name; without any word about it the amounts count as euros, and that is said.
 */
export function findUnits(
  grid: Grid,
  band: HeaderBand,
  columns: readonly ColumnMeaning[],
  amounts: readonly AmountValues[],
  firstRow: number,
  told: AmountUnit | undefined,
  findings: SheetFindings,
): SheetUnits | UnitContradiction {
  if (told !== undefined) {
    return { unit: told, byColumn: new Map(columns.map(({ column }) => [column, told])) };
  }
  const titled = first(band.titles.map(fold), unitOfTitle);
  const sheetUnit =
    first(
      band.folded.filter((_, column) => columns.every((known) => known.column !== column)),
      unitOf,
    ) ??
    titled ??
    unitOf(fold(grid.name));
  const contrary = columns.find(
    ({ unit }) => unit !== undefined && titled !== undefined && unit !== titled,
  );
  if (contrary !== undefined && titled !== undefined && contrary.unit !== undefined)
    return { contradiction: { column: contrary.column, header: contrary.unit, title: titled } };
  const byColumn = new Map<number, AmountUnit>();
  let cellUnits = 0;
  for (const column of columns) {
    const values = amounts.find((candidate) => candidate.column === column.column);
    const stated = column.unit ?? sheetUnit;
    const inCells = values === undefined ? undefined : commonUnit(values);
    if (values !== undefined && values.units.size > 0) cellUnits += 1;
    let unit = stated ?? inCells ?? "EUR";
    if (unit !== "EUR" && values !== undefined && isScaledByFormat(grid, values, firstRow)) {
      // A format such as `#,##0,` only shows thousands; the cell itself holds euros.
      findings.at("note", "unit-by-format", firstRow, column.column, {
        de: "Die Spalte zeigt die Beträge nur durch ihr Zahlenformat gekürzt; in den Zellen stehen Euro.",
        en: "The column shortens its amounts by number format only; the cells hold euros.",
      });
      unit = "EUR";
    }
    byColumn.set(column.column, unit);
  }
  const used = new Set(byColumn.values());
  if (used.size > 1) {
    findings.add("note", "units-mixed", {
      de: "Die Spalten haben verschiedene Einheiten; jede ist mit ihrer eigenen gelesen.",
      en: "The columns have different units; each is read with its own.",
    });
  }
  if (
    sheetUnit === undefined &&
    cellUnits === 0 &&
    columns.every(({ unit }) => unit === undefined)
  ) {
    findings.add("note", "unit-assumed", {
      de: "Das Blatt nennt keine Einheit; die Beträge sind als Euro gelesen.",
      en: "The sheet names no unit; the amounts are read as euros.",
    });
  }
  return { unit: mostUsed(byColumn), byColumn };
}

function first(
  texts: readonly string[],
  read: (folded: string) => AmountUnit | undefined,
): AmountUnit | undefined {
  for (const text of texts) {
    const unit = read(text);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** The unit that all cells of a column write themselves. */
function commonUnit(values: AmountValues): AmountUnit | undefined {
  const units = new Set(values.units.values());
  const [unit] = units;
  return units.size === 1 && values.units.size === values.numbers ? unit : undefined;
}

function isScaledByFormat(grid: Grid, values: AmountValues, firstRow: number): boolean {
  for (let at = 0; at < Math.min(values.values.length, 200); at += 1) {
    const value = values.values[at];
    if (value === undefined || Number.isNaN(value) || value === 0) continue;
    return /[0#],+(?:["\\;€\s_]|$)/.test(grid.formatAt(firstRow + at, values.column));
  }
  return false;
}

function mostUsed(byColumn: ReadonlyMap<number, AmountUnit>): AmountUnit {
  const counts = new Map<AmountUnit, number>();
  for (const unit of byColumn.values()) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "EUR";
}
