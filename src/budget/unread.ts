import type { Table } from "./table";
import type { TimedColumn } from "./timing";
import { readNumberText } from "./numbers";

/** Says which columns hold numbers that were not taken as amounts, and how many rows are hidden. */
export function reportUnread(table: Table, slots: readonly TimedColumn[]): void {
  const read = new Set(slots.map(({ column }) => column));
  for (const meaning of table.meanings) {
    if (read.has(meaning.column)) continue;
    if (meaning.role !== "unknown-number" && meaning.role !== "derived") continue;
    const count = numbersIn(table, meaning.column);
    if (count === 0) continue;
    table.findings.at(
      meaning.role === "derived" ? "note" : "warning",
      "column-not-read",
      table.band.last,
      meaning.column,
      {
        de: `Die Spalte „${meaning.header || "ohne Überschrift"}“ mit ${count} Zahlen ist nicht als Haushaltsbetrag gelesen.`,
        en: `The column “${meaning.header || "without header"}” with ${count} numbers is not read as budget amounts.`,
      },
    );
  }
  const hidden = [...table.grid.hiddenRows].filter((row) => row >= table.firstRow).length;
  if (hidden > 0) {
    table.findings.add("note", "rows-hidden", {
      de: `${hidden} Zeilen des Blatts sind ausgeblendet; ihre Beträge zählen mit.`,
      en: `${hidden} rows of the sheet are hidden; their amounts count.`,
    });
  }
}

function numbersIn(table: Table, column: number): number {
  let count = 0;
  for (let row = table.firstRow; row < table.grid.rows.length; row += 1) {
    const content = table.grid.rows[row]?.[column];
    if (typeof content === "number") count += 1;
    else if (
      typeof content === "string" &&
      typeof readNumberText(content) === "object" &&
      readNumberText(content) !== null
    )
      count += 1;
  }
  return count;
}
