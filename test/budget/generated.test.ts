import fc from "fast-check";
import { readBudget } from "../../src/budget/read";
import type { CellContent, Grid } from "../../src/budget/grid";
import type { SheetReading } from "../../src/budget/line";
import { readCsv, typedCsvGrid } from "../../src/budget/csv";
import { cellText } from "../../src/budget/cells";
import { gridOf, sums, understood } from "./grids";
import { budgets, layOut, layouts, readTruth, truth } from "./generated";

function read(grid: Grid): SheetReading {
  const [reading] = readBudget([grid]);
  if (reading === undefined) throw new Error("no reading");
  return reading;
}

describe("a generated budget", () => {
  it("is read back to the same lines from any layout", () => {
    fc.assert(
      fc.property(budgets, layouts, (budget, layout) => {
        const sheet = understood(read(layOut(budget, layout).grid));
        expect(readTruth(sheet)).toEqual(truth(budget));
      }),
      { numRuns: 120 },
    );
  });

  it("has the same totals whatever the order of its lines and columns", () => {
    fc.assert(
      fc.property(budgets, layouts, layouts, (budget, first, second) => {
        const a = understood(read(layOut(budget, first).grid));
        const b = understood(read(layOut(budget, second).grid));
        expect(sums(b)).toEqual(sums(a));
      }),
      { numRuns: 50 },
    );
  });

  it("is the same from a text file and from the sheet that is made of it", () => {
    fc.assert(
      fc.property(
        budgets,
        layouts,
        fc.constantFrom(";", ",", "\t"),
        (budget, layout, delimiter) => {
          const { rows } = layOut(budget, layout);
          const text = rows
            .map((cells) => cells.map((content) => field(content, delimiter)).join(delimiter))
            .join("\r\n");
          const { grid } = readCsv(new TextEncoder().encode(text), "haushalt.csv");
          const readings = readBudget([grid]);
          const [reading] = readings;
          if (reading === undefined) throw new Error("no reading");
          expect(readTruth(understood(reading))).toEqual(truth(budget));
          const typed = typedCsvGrid(grid, readings);
          expect(readTruth(understood(read(typed)))).toEqual(truth(budget));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("a damaged cell", () => {
  it("that held an amount is reported at its address", () => {
    fc.assert(
      fc.property(budgets, layouts, fc.nat(), garbage, (budget, layout, at, content) => {
        const laid = layOut(budget, layout);
        const [row, column] = laid.amountCells[at % laid.amountCells.length] ?? [0, 0];
        const reading = read(gridOf(withCell(laid.rows, row, column, content)));
        if (reading.status === "budget") {
          const cells = reading.findings.map(({ cell }) => cell ?? "");
          const address = cells.some((cell) => cell.endsWith(`${row + 1}`));
          expect(address || reading.findings.some(({ code }) => code === "column-not-read")).toBe(
            true,
          );
        }
      }),
      { numRuns: 80 },
    );
  });

  it("that held an amount below a sum makes the sum disagree", () => {
    fc.assert(
      fc.property(budgets, layouts, fc.nat(), (budget, layout, at) => {
        const laid = layOut(budget, { ...layout, down: false, sums: true, written: "number" });
        const [row, column] = laid.amountCells[at % laid.amountCells.length] ?? [0, 0];
        const before = laid.rows[row]?.[column];
        if (typeof before !== "number") throw new Error("no amount");
        const reading = read(gridOf(withCell(laid.rows, row, column, before * 3 + 1_000_000)));
        const found = reading.findings.some(({ code }) =>
          /^total-(?:mismatch|unexplained)$/.test(code),
        );
        expect(found || reading.status === "question").toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it("that held a key changes no sum", () => {
    fc.assert(
      fc.property(
        budgets,
        layouts,
        fc.nat(),
        fc.constantFrom("x?", "###", "ÄÖ ü"),
        (budget, layout, at, text) => {
          // Accounts alone tell revenue from expense there, so their damage is not harmless.
          const laid = layOut(budget, { ...layout, direction: "words" });
          const [row, column] = laid.keyCells[at % laid.keyCells.length] ?? [0, 0];
          const reading = read(gridOf(withCell(laid.rows, row, column, text)));
          if (reading.status === "budget") {
            expect(sums(reading)).toEqual(sums(understood(read(laid.grid))));
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it("in the header leaves no year out silently", () => {
    fc.assert(
      fc.property(budgets, layouts, fc.nat(), (budget, layout, at) => {
        const laid = layOut(budget, { ...layout, down: false, grouped: false });
        const row = laid.headerRows[0] ?? 0;
        const amounts = [...new Set(laid.amountCells.map(([, column]) => column))];
        const column = amounts[at % amounts.length] ?? 0;
        const reading = read(gridOf(withCell(laid.rows, row, column, null)));
        if (reading.status === "budget") {
          expect(reading.findings.some(({ code }) => code === "column-not-read")).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });
});

const garbage: fc.Arbitrary<CellContent> = fc.constantFrom<CellContent>(
  "k. A.",
  "siehe Vorbericht",
  "12,3,4",
  "1.2.3",
  "--5--",
  true,
  { kind: "error", text: "#DIV/0!" },
  { kind: "date", iso: "2024-05-01" },
);

function withCell(
  rows: readonly (readonly CellContent[])[],
  row: number,
  column: number,
  content: CellContent,
): CellContent[][] {
  const changed = rows.map((cells) => [...cells]);
  const cells = changed[row];
  if (cells !== undefined) cells[column] = content;
  return changed;
}

function field(content: CellContent, delimiter: string): string {
  if (content === null) return "";
  const text = typeof content === "number" ? String(content).replace(".", ",") : cellText(content);
  return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
