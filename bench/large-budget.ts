import { type CellContent, plainGrid } from "../src/budget/grid";
import { createWorkbook } from "../src/workbook/package";

const YEARS = 16;
const LINES_A_PRODUCT = 19;

/**
 * A made-up budget of so many rows and 20 columns as a workbook: product, account, 16 years, a sum
 * after the lines of each product.
 */
export function largeBudget(rows: number): Uint8Array {
  const header = Array.from({ length: YEARS }, (_, year) =>
    year < 3 ? `Ergebnis ${2010 + year}` : `Planung ${2010 + year}`,
  );
  const cells: CellContent[][] = [
    ["Produkt", "Produktbezeichnung", "Konto", "Bezeichnung", ...header],
  ];
  let state = 20240229;
  const random = (): number => (state = (state * 1103515245 + 12345) & 0x7fffffff) % 9_000_000;
  let sums = header.map(() => 0);
  for (let row = 0; row < rows; row += 1) {
    const line = row % (LINES_A_PRODUCT + 1);
    const product = Math.floor(row / (LINES_A_PRODUCT + 1));
    if (line === LINES_A_PRODUCT) {
      cells.push([null, null, null, "Summe", ...sums]);
      sums = header.map(() => 0);
      continue;
    }
    const amounts = header.map(() => random() / 100);
    sums = sums.map((sum, year) => Math.round(100 * (sum + (amounts[year] ?? 0))) / 100);
    cells.push([
      `${String(product % 90).padStart(2, "0")}.${String(product).padStart(5, "0")}`,
      `Produkt ${product}`,
      String((line < 5 ? 441_000 : 521_000) + 100 * line),
      line < 5 ? `Erträge aus Gebühren ${line}` : `Aufwendungen für Geräte ${line}`,
      ...amounts,
    ]);
  }
  const workbook = createWorkbook([plainGrid("Haushalt", cells)]);
  return workbook.save();
}
