import { cellAddress } from "../src/address";
import type { SampleSheet } from "../src/taskpane/start-sample";
import { openPackage } from "../src/workbook/package";

/** The sheets of the sample budget as JSON: the pane puts them into Excel and needs no reader of files for it. */
export async function sampleSheets(file: Uint8Array): Promise<string> {
  const sample = openPackage(file);
  const grids = await sample.read((await sample.sheets()).map(({ name }) => name));
  const sheets = grids.map(({ name, rows, formulaAt, formatAt }): SampleSheet => {
    const formulas: Record<string, string> = {};
    const formats: Record<string, string> = {};
    rows.forEach((contents, row) =>
      contents.forEach((_, column) => {
        const address = cellAddress(row, column);
        const formula = formulaAt(row, column);
        const format = formatAt(row, column);
        if (formula !== undefined) formulas[address] = formula;
        if (format !== "General") formats[address] = format;
      }),
    );
    return { name, rows, formulas, formats };
  });
  return JSON.stringify(sheets);
}
