import { cellOfField } from "../../model/adopt-inputs";
import type { Grid } from "../../budget/grid";
import type { FieldPath } from "../../model/document-place";
import type { SheetArea } from "../../workbook/port";
import type { Computation } from "./compute";

/** The sheet and row id of a field's input cell. */
export interface InputCellKey {
  /** Key of the sheet, as the stored part knows it. */
  readonly sheet: string;
  readonly row: string;
  readonly column: number;
}

/** Where a field of the document is typed in the workbook; undefined for fields without a cell. */
export function inputCell({ built }: Computation, path: FieldPath): InputCellKey | undefined {
  const cell = cellOfField(built, path);
  if (cell === undefined) return undefined;
  return { sheet: cell.row.sheet, row: cell.row.id, column: cell.column };
}

/** The cell on the sheet as it stands: rows are found by the ids in column A, wherever they are now. */
export function areaOnSheet(grid: Grid, { row, column }: InputCellKey): SheetArea | undefined {
  const index = grid.rows.findIndex((cells) => cells[0] === row);
  if (index < 0) return undefined;
  return {
    sheet: grid.name,
    firstRow: index,
    firstColumn: column,
    lastRow: index,
    lastColumn: column,
  };
}
