import { cellAddress } from "../address";
import type { CellContent } from "../budget/grid";
import type { AddedSheet } from "../workbook/excel";

/** Made of the sample's `.xlsx` file when the pages are built. */
const SAMPLE = "assets/beispielhaushalt.json";

/** A sheet of the sample: what stands in its cells, and by address what else they have. */
export interface SampleSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellContent[])[];
  readonly formulas: Readonly<Record<string, string>>;
  /** Number formats other than `General`. */
  readonly formats: Readonly<Record<string, string>>;
}

/** The sheets of the shipped sample budget, as they are added to a workbook. */
export async function fetchSample(): Promise<readonly AddedSheet[]> {
  const answer = await fetch(SAMPLE);
  const sheets = (await answer.json()) as readonly SampleSheet[];
  return sheets.map(addedSheet);
}

/** A sheet of the sample for Excel. */
export function addedSheet({ name, rows, formulas, formats }: SampleSheet): AddedSheet {
  return {
    name,
    rows,
    formulaAt: (row, column) => formulas[cellAddress(row, column)],
    formatAt: (row, column) => formats[cellAddress(row, column)] ?? "General",
  };
}
