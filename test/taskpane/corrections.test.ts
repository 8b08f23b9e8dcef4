import fc from "fast-check";
import { placedCell, sheetCell } from "../../src/address";
import type { SheetCorrection } from "../../src/budget/line";
import {
  correctionParts,
  withColumn,
  withoutPart,
  withRow,
} from "../../src/taskpane/session/correction-parts";
import { readRowList, writeRowList } from "../../src/budget/row-list";

const WHOLE: SheetCorrection = {
  sheet: "Haushalt",
  headerRows: [3, 4],
  budgetYear: 2023,
  unit: "TEUR",
  notation: "german",
  signs: { revenue: "negative", expense: "positive" },
  columns: [
    { column: 3, means: "ignore" },
    { column: 5, means: "amount", year: 2023, kind: "ansatz" },
  ],
  leaveOut: [7, 9],
  takeIn: [12],
};

describe("the parts of a correction", () => {
  it("are named singly and make up the whole", () => {
    expect(correctionParts(WHOLE)).toHaveLength(11);
    expect(correctionParts({ sheet: "Haushalt", notABudget: true })).toEqual([
      { sheet: "Haushalt", notABudget: true },
    ]);
  });

  it("can each be taken back, and all of them one by one", () => {
    for (const part of correctionParts(WHOLE)) {
      const rest = withoutPart(WHOLE, part);
      expect(correctionParts(rest)).toHaveLength(10);
      expect(correctionParts(rest)).not.toContainEqual(part);
    }
    const none = correctionParts(WHOLE).reduce(withoutPart, WHOLE);
    expect(none).toEqual({ sheet: "Haushalt" });
  });

  it("say one thing of a column and of a row", () => {
    const changed = withColumn(WHOLE, { column: 5, means: "balance" });
    expect(changed.columns).toEqual([
      { column: 3, means: "ignore" },
      { column: 5, means: "balance" },
    ]);
    expect(withRow(WHOLE, 7, "take-in")).toMatchObject({ leaveOut: [9], takeIn: [7, 12] });
    expect(withRow(withRow(WHOLE, 12, undefined), 3, "leave-out")).toEqual({
      ...withoutPart(WHOLE, { sheet: "Haushalt", takeIn: [12] }),
      leaveOut: [3, 7, 9],
    });
  });
});

describe("row numbers as people write them", () => {
  it("are read with ranges, and refused where they mean nothing", () => {
    expect(readRowList("12, 15-18; 20")).toEqual([11, 14, 15, 16, 17, 19]);
    for (const range of ["15 - 17", "15–17", "15:17", "15 : 17", "15 bis 17", "15 to 17"])
      expect(readRowList(range)).toEqual([14, 15, 16]);
    expect(readRowList("3:4, 8 bis 9; 12")).toEqual([2, 3, 7, 8, 11]);
    expect(readRowList("")).toEqual([]);
    for (const wrong of ["0", "7-3", "A12", "12,5x", "1-999999", "9999999"])
      expect(readRowList(wrong)).toBeUndefined();
  });

  it("come back as they were written", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 400 })), (rows) => {
        expect(readRowList(writeRowList(rows))).toEqual([...rows].sort((a, b) => a - b));
      }),
    );
    expect(writeRowList([11, 14, 15, 16])).toBe("12, 15-17");
  });
});

describe("the cell of a finding", () => {
  it("is found from its address, whatever the sheet is called", () => {
    const place = fc.record({
      sheet: fc.string({ minLength: 1, maxLength: 31 }),
      row: fc.nat({ max: 1_048_575 }),
      column: fc.nat({ max: 16_383 }),
    });
    fc.assert(
      fc.property(place, (cell) => {
        expect(placedCell(sheetCell(cell.sheet, cell.row, cell.column))).toEqual(cell);
      }),
    );
    expect(placedCell("Haushalt")).toBeUndefined();
    expect(placedCell("'Haushalt'!A1:B2")).toBeUndefined();
  });
});
