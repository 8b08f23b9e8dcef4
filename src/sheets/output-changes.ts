import type { OwnGrids } from "../analysis/returned-workbook";
import type { CellContent, Grid } from "../budget/grid";
import { type Text, verbatim } from "../language";
import { calendarDate, excelSerial, isCalendarDate } from "../law/calendar";
import type { Row, Unit } from "../model/row";
import { FIRST_YEAR_COLUMN } from "../model/expression";
import type { PlanSheet, PlanValue } from "../workbook/plan";
import { AXIS_ROW } from "./sheet-frame";
import type { LaidOutModel } from "./workbook-plan";

/** What writing would do to a sheet. */
export type SheetFate = "new" | "rewritten" | "unchanged" | "removed";

/** A sheet of ours, in the plan or in the workbook. */
export interface SheetChange {
  readonly key: string;
  /** As it will be called, or is called where it goes. */
  readonly name: string;
  /** Undefined for a sheet that goes. */
  readonly role: PlanSheet["role"] | undefined;
  readonly fate: SheetFate;
  /** Cells whose content will be another one. */
  readonly cells: number;
}

/** An input that will be written otherwise than it was last written. */
export interface InputChange {
  readonly kind: "changed" | "added" | "removed";
  readonly label: Text;
  /** Which scenarios it belongs to, where they differ. */
  readonly scenario: Text | undefined;
  readonly unit: Unit;
  /** Undefined where one value holds for all years. */
  readonly year: number | undefined;
  /** As last written; nothing where it is added. */
  readonly before: PlanValue;
  /** As it will be written; nothing where it is removed. */
  readonly after: PlanValue;
}

/** What writing a plan would change against what stands in the workbook. */
export interface OutputChanges {
  readonly sheets: readonly SheetChange[];
  readonly inputs: readonly InputChange[];
}

/**
 * Compares a plan with the sheets of an earlier run.
 * @param there our sheets as they stand in the workbook, by key
 */
export function outputChanges(laidOut: LaidOutModel, there: OwnGrids): OutputChanges {
  const planned = laidOut.plan.sheets;
  const keys = new Set(planned.map(({ key }) => key));
  const gone = [...there].filter(([key]) => !keys.has(key));
  return {
    sheets: [
      ...planned.map((sheet) => sheetChange(sheet, there.get(sheet.key))),
      ...gone.map(([key, { name }]): SheetChange => ({
        key,
        name,
        role: undefined,
        fate: "removed",
        cells: 0,
      })),
    ],
    inputs: inputChanges(laidOut, there.get(laidOut.checks.sheet.key)),
  };
}

function sheetChange({ key, name, role, cells }: PlanSheet, grid: Grid | undefined): SheetChange {
  if (grid === undefined) return { key, name, role, fate: "new", cells: cells.length };
  const others = cells.filter(
    ({ row, column, value }) => !isSame(value, asPlanValue(grid.rows[row]?.[column] ?? null)),
  );
  const same = others.length === 0 && grid.name === name;
  return { key, name, role, fate: same ? "unchanged" : "rewritten", cells: others.length };
}

/** A cell as a plan would hold it; an error value is none of ours. */
function asPlanValue(content: CellContent): PlanValue {
  if (content === null || typeof content !== "object") return content;
  if (content.kind === "date" && isCalendarDate(content.iso)) {
    return excelSerial(calendarDate(content.iso));
  }
  return content.kind === "date" ? content.iso : content.text;
}

/** Engines add in another order: the last binary digits do not count. */
const DIGITS = 1e-9;

function isSame(a: PlanValue, b: PlanValue): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= DIGITS * Math.max(1, Math.abs(a), Math.abs(b));
  }
  // Some hosts give an empty text for an empty cell.
  return (a ?? "") === (b ?? "");
}

const WRITTEN = "written.";

/** Rows `written.…` hold the inputs: those of the plan against those of the last run. */
function inputChanges(laidOut: LaidOutModel, grid: Grid | undefined): readonly InputChange[] {
  if (grid === undefined) return [];
  const before = new Map(
    grid.rows.flatMap((cells) => {
      const [id] = cells;
      return typeof id === "string" && id.startsWith(WRITTEN) ? [[id, cells] as const] : [];
    }),
  );
  const years = (grid.rows[AXIS_ROW] ?? []).map((year) =>
    typeof year === "number" ? year : undefined,
  );
  const rows = laidOut.checks.sheet.rows.filter(({ id }) => id.startsWith(WRITTEN));
  const planned = new Set(rows.map(({ id }) => id));
  return [
    ...rows.flatMap((row) => rowChanges(row, laidOut.built.years, before.get(row.id), years)),
    ...[...before].flatMap(([id, cells]) => (planned.has(id) ? [] : [removed(id, cells)])),
  ];
}

function rowChanges(
  row: Row,
  axis: readonly number[],
  before: readonly CellContent[] | undefined,
  years: readonly (number | undefined)[],
): readonly InputChange[] {
  const { label, scenario } = row;
  return inputsOf(row, axis).flatMap(({ year, column, value, unit }): InputChange[] => {
    const input = { label, scenario, unit, year, after: value };
    if (before === undefined) {
      return value === null ? [] : [{ ...input, kind: "added", before: null }];
    }
    const old = asPlanValue(before[year === undefined ? column : years.indexOf(year)] ?? null);
    return isSame(old, value) ? [] : [{ ...input, kind: "changed", before: old }];
  });
}

/** An input that is no longer there; its row says what it was called. */
function removed(id: string, cells: readonly CellContent[]): InputChange {
  const label = asPlanValue(cells[LABEL_COLUMN] ?? null);
  return {
    kind: "removed",
    label: verbatim(typeof label === "string" ? label : id.slice(WRITTEN.length)),
    scenario: undefined,
    unit: "text",
    year: undefined,
    before: null,
    after: null,
  };
}

const LABEL_COLUMN = 1;

/** An input of one cell. */
interface WrittenInput {
  readonly year: number | undefined;
  readonly column: number;
  readonly value: PlanValue;
  readonly unit: Unit;
}

function inputsOf(row: Row, axis: readonly number[]): readonly WrittenInput[] {
  const single = [...row.fixed].flatMap(([column, content]): WrittenInput[] => {
    if (content.kind !== "written") return [];
    const { value, unit = row.unit } = content;
    return [{ year: undefined, column, value, unit }];
  });
  const contents = row.years?.kind === "each" ? row.years.contents : [];
  const byYear = contents.flatMap((content, index): WrittenInput[] => {
    const year = axis[index];
    if (content?.kind !== "written" || year === undefined) return [];
    const { value, unit = row.unit } = content;
    return [{ year, column: FIRST_YEAR_COLUMN + index, value, unit }];
  });
  return [...single, ...byYear];
}
