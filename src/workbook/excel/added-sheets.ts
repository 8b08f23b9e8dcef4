import { cellAddress } from "../../address";
import type { CellContent, Grid } from "../../budget/grid";
import { RefusedError } from "../../finding";
import { fill } from "../../language";
import { type CellInput, couldBeTaken } from "./cell-input";

/** A sheet to add: what stands in its cells, their formulas and number formats. */
export type AddedSheet = Pick<Grid, "name" | "rows" | "formulaAt" | "formatAt">;

/**
 * Adds sheets of another workbook behind the existing ones, as ordinary sheets of the user: values and
 * number formats. One batch for all of them.
 * @throws RefusedError when a sheet of that name is there already
 */
export async function addSheets(
  context: Excel.RequestContext,
  grids: readonly AddedSheet[],
): Promise<void> {
  const { worksheets } = context.workbook;
  const found = grids.map(({ name }) => worksheets.getItemOrNullObject(name));
  await context.sync();
  const taken = grids.filter((_, index) => found[index]?.isNullObject === false);
  if (taken.length > 0) {
    throw new RefusedError(
      fill(
        {
          de: "Die Arbeitsmappe hat schon ein Blatt „{0}“. Es wird nicht überschrieben. Bitte das Blatt umbenennen und die Beispieldaten dann noch einmal einfügen.",
          en: "The workbook already has a sheet “{0}”. It is not overwritten. Please rename the sheet, then insert the sample data again.",
        },
        taken.map(({ name }) => name).join("“, „"),
      ),
    );
  }
  for (const grid of grids) {
    const worksheet = worksheets.add(grid.name);
    const columns = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (columns === 0) continue;
    const cells = (cell: (content: CellContent, row: number, column: number) => CellInput) =>
      grid.rows.map((contents, row) =>
        Array.from({ length: columns }, (_, column) => cell(contents[column] ?? null, row, column)),
      );
    const address = `A1:${cellAddress(grid.rows.length - 1, columns - 1)}`;
    const range = worksheet.getRange(address).untrack();
    range.numberFormat = cells((_, row, column) => grid.formatAt(row, column));
    range.formulas = cells((content, row, column) => grid.formulaAt(row, column) ?? input(content));
  }
  await context.sync();
}

/** The value as Excel has to be told it: it reads a text as if it were typed. */
function input(content: CellContent): CellInput {
  if (content === null || typeof content === "number" || typeof content === "boolean")
    return content;
  if (typeof content === "string") return couldBeTaken(content) ? `'${content}` : content;
  return content.kind === "date" ? content.iso : content.text;
}
