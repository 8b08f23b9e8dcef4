import { shown, type ChangedInput } from "../analysis/returned-workbook";
import type { Grid } from "../budget/grid";
import { RefusedError } from "../finding";
import { calendarDate, excelSerial, isCalendarDate } from "../law/calendar";
import type { TypedInput } from "../model/typed-inputs";
import { frameKeys } from "./sheet-frame";
import type { StoredContent } from "./stored-part";

/**
 * What users typed into our sheets since they were last written, as inputs of the model.
 * @throws RefusedError for a text where a number belongs, naming the cell
 */
export function typedInputs(changed: readonly ChangedInput[]): readonly TypedInput[] {
  return changed.map((change) => ({
    sheet: change.sheet,
    row: change.row,
    label: change.label,
    place: change.place,
    cell: change.cell,
    value: typedValue(change),
  }));
}

/** Keys of our sheets by their names: as stored, else the fixed ones. */
export function sheetKeys(stored: StoredContent | undefined): ReadonlyMap<string, string> {
  return new Map([
    ...frameKeys(),
    ...(stored?.sheets ?? []).map(({ key, name }) => [name, key] as const),
  ]);
}

/** Our sheets by key. */
export function ownGrids(
  grids: readonly Grid[],
  stored: StoredContent | undefined,
): ReadonlyMap<string, Grid> {
  const keys = sheetKeys(stored);
  return new Map(grids.map((grid) => [keys.get(grid.name) ?? grid.name, grid] as const));
}

function typedValue({ now, written, cell, label }: ChangedInput): number | string | null {
  if (now === null || typeof now === "number") return now;
  if (typeof now === "object" && now.kind === "date" && isCalendarDate(now.iso)) {
    return excelSerial(calendarDate(now.iso));
  }
  if (typeof now === "string" && typeof written === "string") return now;
  throw new RefusedError({
    de: `${cell} („${label}“): „${shown(now)}“ ist hier keine Eingabe, mit der gerechnet werden kann. Bitte eine Zahl oder ein Datum eintragen und noch einmal schreiben.`,
    en: `${cell} (“${label}”): “${shown(now)}” is no input that can be computed with. Please enter a number or a date and write again.`,
  });
}
