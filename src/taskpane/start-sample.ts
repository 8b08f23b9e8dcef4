import type { Grid } from "../budget/grid";
import { openPackage } from "../workbook/package";

const SAMPLE = "assets/beispielhaushalt.xlsx";

/** The sheets of the shipped sample budget; its file is read by the same code as any other. */
export async function sampleGrids(): Promise<readonly Grid[]> {
  const answer = await fetch(SAMPLE);
  const sample = openPackage(new Uint8Array(await answer.arrayBuffer()));
  return sample.read((await sample.sheets()).map(({ name }) => name));
}
