import { columnLetters } from "../../src/address";
import type { PlanCell, PlanSheet, WorkbookPlan } from "../../src/workbook/plan";
import { FUNCTIONS } from "./audit/formula-rules";
import { auditPlan, describeAudit, faults } from "./audit";
import { AGREED, CASE_LINKS } from "./formula-cases";
import { tokenize } from "./formula";
import { amounts, cell, sheet, workbook } from "./sample";

const YEARS = [2024, 2025, 2026];
const BUDGET = "Haushalt 2024";
const Z = "'KR Zuordnung'!";
const A = "'KR Annahmen'!";

/** One formula in each year; `#` stands for the letters of the year's column. */
function years(
  row: number,
  style: PlanCell["style"],
  formula: string,
  values: PlanCell["value"],
): PlanCell[] {
  return YEARS.map((_, index) => {
    const letters = columnLetters(7 + index);
    const before = columnLetters(6 + index);
    const filled = formula.replaceAll("<", before).replaceAll("#", letters);
    return cell(`${letters}${String(row)}`, style, values, filled);
  });
}

function axis(name: string): PlanCell[] {
  return [
    ...YEARS.map((year, index) => {
      const address = `${columnLetters(7 + index)}4`;
      if (name === "KR Annahmen") {
        return index === 0
          ? cell(address, "yearHeader", year)
          : cell(address, "yearHeader", year, `=${columnLetters(6 + index)}4+1`);
      }
      return cell(address, "yearHeader", year, `=${A}${columnLetters(7 + index)}$4`);
    }),
    cell("B2", "check", "stimmt", "='KR Prüfung'!$E5"),
  ];
}

const row = (number: number, label: string, unit: string, source?: string): PlanCell[] => [
  cell(`A${String(number)}`, "text", label.toLowerCase()),
  cell(`B${String(number)}`, "label", label),
  cell(`D${String(number)}`, "text", unit),
  ...(source === undefined ? [] : [cell(`F${String(number)}`, "note", source)]),
];

const freeze = { row: 4, column: 7 };

/** A small model that breaks no rule. */
const good: WorkbookPlan = workbook(
  sheet(
    "KR Annahmen",
    [
      ...axis("KR Annahmen"),
      ...row(6, "Index", "%", "Beschluss"),
      ...YEARS.map((_, index) => cell(`${columnLetters(7 + index)}6`, "inputRate", 0.02)),
      ...row(7, "Vertragsende", "Datum", "Vertrag"),
      cell("E7", "inputDate", null),
      ...row(8, "Basis", "€", "§ 238 Abs. 2 AO"),
      cell("E8", "inputAmount", 50),
    ],
    { role: "input", freeze, validations: [amounts(6, 7, 9), amounts(7, 4, 4), amounts(8, 4, 4)] },
  ),
  sheet(
    "KR Zuordnung",
    [
      ...axis("KR Zuordnung"),
      ...row(6, "Lizenzen", "€", "Haushalt"),
      cell("C6", "text", "01.02.02"),
      cell("H6", "linkedAmount", 5000, `=IF('${BUDGET}'!F12="","",'${BUDGET}'!F12*1000)`),
      cell("I6", "linkedAmount", 6000, `='${BUDGET}'!G12*1000`),
      cell("E6", "check", 1, `=EXACT('${BUDGET}'!A12,$C6)*1`),
      ...row(7, "Planwert", "€"),
      ...years(7, "amount", '=IF(#6="",<7,#6)', 1),
      cell("G7", "amount", 0),
    ],
    { role: "input", freeze, numbersAsText: [{ firstRow: 5, lastRow: 6, column: 2 }] },
  ),
  sheet(
    "KR Szenario",
    [
      ...axis("KR Szenario"),
      cell("E5", "amount", 50, `=${A}$E$8`),
      ...row(5, "Basis", "€"),
      ...row(6, "Aufwand", "€"),
      ...years(6, "amount", `=${Z}#7`, 1),
      ...row(7, "Summe", "€"),
      cell("G7", "amount", 0),
      ...years(7, "amount", "=SUM($H6:#6)*(1+0)/12*(#$4>=$H$4)", 1),
      ...row(8, "Auf Cent", "€"),
      ...years(8, "amount", "=ROUND(ROUND(100*#7,6),0)/100", 1),
      ...row(9, "Basis der Zinsen", "€"),
      ...years(9, "amount", "=INT(#8/$E5)*$E5", 1),
      ...row(10, "Kumuliert", "€"),
      ...years(10, "amount", "=<10+#9", 1),
      cell("G10", "amount", 0),
      ...row(11, "Jahr der Kostengleichheit", "Jahr"),
      ...years(11, "flag", '=(COUNTIF(#10:$J10,">0")=0)*1', 0),
    ],
    { freeze },
  ),
  sheet(
    "KR Übersicht",
    [
      {
        ...cell("B3", "amount", 3, `=SUM('KR Szenario'!H9:J9)-SUM(${Z}H7:J7)`),
        hyperlink: { target: "'KR Szenario'!A1" },
      },
      cell("B5", "date", 45292, "=DATE('KR Annahmen'!H4,1,1)"),
    ],
    { role: "result" },
  ),
  sheet(
    "KR Prüfung",
    [
      cell("B5", "label", "Gesamtprüfung"),
      cell("E5", "check", 1, "=MIN(E6:E7)"),
      cell("E6", "check", 1, "=(ABS('KR Szenario'!J10-'KR Übersicht'!B3)<1)*1"),
    ],
    { role: "control" },
  ),
);

/** The plan with cells of one sheet put in or replaced. */
function withCells(name: string, ...cells: readonly PlanCell[]): WorkbookPlan {
  return withSheet(name, (old) => ({
    ...old,
    cells: [
      ...old.cells.filter(
        (one) => !cells.some((other) => other.row === one.row && other.column === one.column),
      ),
      ...cells,
    ],
  }));
}

function withSheet(name: string, change: (old: PlanSheet) => PlanSheet): WorkbookPlan {
  return {
    ...good,
    sheets: good.sheets.map((one) => (one.name === name ? change(one) : one)),
  };
}

const without = (name: string, address: string): WorkbookPlan =>
  withSheet(name, (old) => {
    const gone = cell(address, "text", null);
    return {
      ...old,
      cells: old.cells.filter((one) => one.row !== gone.row || one.column !== gone.column),
    };
  });

const calculated = (formula: string, value: PlanCell["value"] = 1): WorkbookPlan =>
  withCells("KR Szenario", cell("E9", "amount", value, formula));

const codes = (plan: WorkbookPlan): readonly string[] => [
  ...new Set(
    auditPlan(plan, [BUDGET]).map(
      ({ rule, code, severity }) => `${String(rule)} ${code}${severity === "remark" ? "?" : ""}`,
    ),
  ),
];

describe("auditPlan", () => {
  it("finds nothing in a model that keeps the rules", () => {
    expect(describeAudit(auditPlan(good, [BUDGET]))).toBe("");
  });

  it.each<[string, WorkbookPlan]>([
    ["1 error", calculated("=$E5", "#VALUE!")],
    ["1 error", calculated("=$E5", Number.NaN)],
    ["1 error-in-formula", calculated("=#REF!+$E5")],
    ["1 circular", calculated("=$E9+1")],
    ["1 circular", calculated("=SUM($E$8:$J$10)")],
    ["1 external", calculated("='[Mappe1.xlsx]Blatt'!A1")],
    ["1 no-sheet", calculated("='Haushalt 2023'!A1")],
    [
      "1 hyperlink",
      withCells("KR Übersicht", {
        ...cell("B3", "link", "x"),
        hyperlink: { target: "'KR Nichts'!A1" },
      }),
    ],
    [
      "1 hyperlink",
      withCells("KR Übersicht", { ...cell("B3", "link", "x"), hyperlink: { target: "http://x" } }),
    ],
    ["2 row-formula", withCells("KR Szenario", cell("I10", "amount", 1, "=H10+I9+0"))],
    ["2 row-formula", withCells("KR Szenario", cell("I10", "amount", 1, "=$H10+I9"))],
    ["2 row-formula", withCells("KR Szenario", cell("J10", "amount", 0))],
    ["2 row-formula", without("KR Szenario", "J10")],
    ["2 row-formula", withCells("KR Annahmen", cell("J4", "yearHeader", 2026, "=$H4+1+1"))],
    ["3 years", withCells("KR Szenario", cell("J4", "yearHeader", 2027, `=${A}J$4`))],
    ["3 beyond-axis", withCells("KR Annahmen", cell("L6", "note", "x"))],
    ["4 constant", calculated("=$E5*0.19")],
    ["4 constant", calculated("=ROUND(50*$E5,2)")],
    ["4 constant", calculated("=ROUND($E5,1+1+3)")],
    ["4 constant", calculated('=COUNTIF($H6:$J6,">50")')],
    ["4 constant", calculated('=COUNTIF($H6:$J6,"529100")')],
    ["4 text-constant?", calculated('=COUNTIF($H6:$J6,"stays")')],
    ["4 text-constant?", calculated('="Summe "&$E5')],
    ["4 truth-constant?", calculated("=$E5*TRUE")],
    ["5 volatile", calculated("=OFFSET($E5,0,1)")],
    ["5 volatile", calculated("=YEAR(TODAY())")],
    ["5 npv", calculated("=NPV($E5,$H6:$J6)")],
    ["5 function", calculated("=XLOOKUP($E5,$H6:$J6,$H7:$J7)")],
    ["5 function", calculated("=_xlfn.NUMBERVALUE($E5)")],
    ["5 name", calculated("=$E5*Zinssatz")],
    ["5 notation", calculated("=SUM({1,0})")],
    ["5 notation", calculated("=SUM(Tabelle1[Betrag])")],
    ["5 notation", calculated("=SUM(X:X)")],
    ["5 notation", calculated("=")],
    ["6 many-ifs", calculated("=IF($E5>0,IF($E5>1,1,0),0)")],
    ["6 lines", calculated("=$E5+\n1")],
    ["6 long?", calculated(`=${Array.from({ length: 25 }, () => "$E5").join("+")}+$E5+0+0+1`)],
    ["6 too-long", calculated(`=${Array.from({ length: 40 }, () => "$E5").join("+")}`)],
    ["6 import-mixed", calculated(`=$E5*${A}$H$6`)],
    ["6 import-many-sheets", calculated(`=SUM(${A}$H$6,${Z}$H$7)`)],
    ["6 import-lookup?", calculated(`=LOOKUP($E5,${A}$H$6:$J$6)`)],
    ["6 emptiness", calculated('=IF($H6="",0,1)')],
    ["6 emptiness", calculated('=(""<>$H6)*1')],
    ["6 emptiness", calculated(`=(${Z}$H$7="")*1`)],
    ["6 emptiness", calculated('=(SUM($H6:$J6)="")*1')],
    ["6 emptiness", calculated('=($X$99="")*1')],
    ["7 input-formula", withCells("KR Annahmen", cell("E8", "inputAmount", 50, "=1+0"))],
    ["7 input-place", withCells("KR Szenario", cell("E9", "inputAmount", 50))],
    [
      "7 input-unvalidated",
      withSheet("KR Annahmen", (old) => ({ ...old, validations: [amounts(6, 7, 9)] })),
    ],
    ["7 value", withCells("KR Szenario", cell("G10", "amount", 5))],
    ["8 no-label", without("KR Szenario", "B9")],
    ["8 no-unit", without("KR Szenario", "D9")],
    ["8 no-unit", without("KR Annahmen", "D8")],
    ["8 no-source", withCells("KR Annahmen", cell("F8", "note", ""))],
    ["9 hidden", withSheet("KR Annahmen", (old) => ({ ...old, columnWidths: [10, 0] }))],
    ["9 hidden", withSheet("KR Annahmen", (old) => ({ ...old, rowHeights: new Map([[5, 0]]) }))],
    [
      "9 axis-scrolls",
      withSheet("KR Szenario", (old) => ({ ...old, freeze: { row: 3, column: 7 } })),
    ],
    ["9 check-scrolls", without("KR Szenario", "B2")],
    [
      "9 check-scrolls",
      withSheet("KR Szenario", (old) => ({ ...old, freeze: { row: 4, column: 1 } })),
    ],
    ["10 control", withSheet("KR Prüfung", (old) => ({ ...old, role: "result" }))],
    ["10 no-master-check", withSheet("KR Prüfung", (old) => ({ ...old, cells: [] }))],
    ["11 rounding-mixed?", calculated("=ROUND(SUM($H6:$J6),2)")],
    ["11 floor-unguarded?", calculated("=INT($H7)")],
    ["12 number-for-text", withCells("KR Zuordnung", cell("C6", "text", 10202))],
    ["12 text-like-number?", withCells("KR Zuordnung", cell("E7", "text", "529100"))],
    ["12 no-date", withCells("KR Übersicht", cell("B5", "date", "01.01.2024"))],
  ])("reports %s", (code, plan) => {
    expect(codes(plan)).toContain(code);
  });

  it("reports one fault for one broken cell, with its place and formula", () => {
    expect(describeAudit(auditPlan(calculated("=$E5*0.19"), [BUDGET]))).toBe(
      "4 constant 'KR Szenario'!E9: holds the constant 0.19: =$E5*0.19",
    );
  });

  it("shows the way round a circle over sheets", () => {
    const closed = withCells("KR Annahmen", cell("E8", "number", 1, "='KR Übersicht'!$B$3"));
    const [circle] = auditPlan(closed, [BUDGET]).filter(({ code }) => code === "circular");
    expect(circle?.words).toBe(
      "depends on itself: 'KR Szenario'!H9 → 'KR Szenario'!E5 → 'KR Annahmen'!E8 → 'KR Übersicht'!B3 → 'KR Szenario'!H9",
    );
  });

  it("walks a chain as long as a sheet", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      cell(`E${String(20 + index)}`, "amount", 1, `=E${String(21 + index)}`),
    );
    const plan = workbook(sheet("KR", chain, { role: "result" }));
    expect(auditPlan(plan)).toEqual([]);
  });

  it("lets any sheet of the user pass when it is not told which exist", () => {
    expect(auditPlan(good)).toEqual([]);
  });
});

describe("FUNCTIONS", () => {
  it("lists only functions that the engines were asked about", () => {
    const asked = new Set(
      [...AGREED, ...Object.values(CASE_LINKS)].flatMap(([formula]) =>
        tokenize(formula).flatMap((token) => (token.kind === "function" ? [token.name] : [])),
      ),
    );
    expect([...FUNCTIONS].filter((name) => !asked.has(name))).toEqual([]);
  });
});

describe("faults", () => {
  it("leaves out what a person judges", () => {
    const findings = auditPlan(calculated('="Summe "&$E5'), [BUDGET]);
    expect(findings).toHaveLength(1);
    expect(faults(findings)).toEqual([]);
  });
});
