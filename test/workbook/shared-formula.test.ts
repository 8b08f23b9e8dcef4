import { moveFormula } from "../../src/workbook/package/shared-formula";

describe("moveFormula", () => {
  it.each([
    ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
    ["SUM(A1:B2)*LOG10(C3)", 1, 0, "SUM(A2:B3)*LOG10(C4)"],
    ["Tab1!A1+'Blatt A1'!B2&\"A1\"", 1, 1, "Tab1!B2+'Blatt A1'!C3&\"A1\""],
    ["'It''s A1'!A1", 0, 2, "'It''s A1'!C1"],
    ["SUM(A:B)+SUM($A:B)+SUM(3:4)+SUM($3:4)", 1, 1, "SUM(B:C)+SUM($A:C)+SUM(4:5)+SUM($3:5)"],
    ["Preis2024*1.5E3+Konten_A1+A1B", 5, 5, "Preis2024*1.5E3+Konten_A1+A1B"],
    ["Tabelle1[[#This Row],[A1]]+[1]Blatt!A1", 1, 0, "Tabelle1[[#This Row],[A1]]+[1]Blatt!A2"],
    ["Größe1!A1+XFE1", 1, 0, "Größe1!A2+XFE1"],
    ["XFD1+A1048576", 1, 1, "A2+B1"],
    ["B2", -1, -1, "A1"],
    ['IF(A1>=10,TRUE,"say ""A1""")', 1, 0, 'IF(A2>=10,TRUE,"say ""A1""")'],
  ])("%s, %d rows down and %d columns right, is %s", (formula, rows, columns, moved) => {
    expect(moveFormula(formula, rows, columns)).toBe(moved);
  });
});
