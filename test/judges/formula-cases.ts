import type { PlanValue } from "../../src/workbook/plan";

/** A formula with the value that Excel documents for it. */
export type FormulaCase = readonly [formula: string, value: PlanValue];

/** Sheets the cases refer to. `null`, or no entry: an empty cell. */
export const CASE_SHEETS: Readonly<Record<string, Readonly<Record<string, PlanValue>>>> = {
  "KR Annahmen": {
    ...{ A1: 43466, A2: 44013, A3: 44197, B1: 0.19, B2: 0.16, B3: 0.19 },
    ...{ C1: 2018, C2: 2019, C3: 2020, C4: 2021, D1: 15, D2: 21, D3: 21, D4: 21, E2: 0.05 },
  },
  "KR Zuordnung": {
    ...{ A1: "stays", A2: "ends", A3: "stays", A4: "budgeted" },
    ...{ B1: "529100", B2: "543100", B3: "529100", B4: "0529" },
    ...{ C1: "01.02", C2: "1.2", C3: "01.02.03", C4: "1.100.11.1.4.01" },
    ...{ D1: 10, D2: 20, D3: 30, D4: 40, E1: "= kein +Aufwand", E2: "'a", E3: true, F2: 12.5 },
  },
  "Haushalt's Übersicht & Plan": { A1: 5, A3: "Öffentlich", B1: "1.2" },
};

const A = "'KR Annahmen'!";
const Z = "'KR Zuordnung'!";
const H = "'Haushalt''s Übersicht & Plan'!";

/**
 * The cells H4 to L8 of the sheet that holds the cases: years, amounts, months, a running sum that
 * never turns, half cents and other amounts that binary fractions cannot hold.
 */
export const CASE_TABLE: Readonly<Record<string, number>> = {
  ...{ H4: 2022, I4: 2023, J4: 2024, K4: 2025, L4: 2026 },
  ...{ H5: 100, I5: 200, J5: 0, K5: -5, L5: 50 },
  ...{ H6: 3, I6: 0, J6: 12, K6: 12, L6: 12 },
  ...{ H7: -100, I7: -50, J7: 10, K7: -1, L7: -3 },
  ...{ H8: 0.285, I8: 1.005, J8: -1.005, K8: 1234.565, L8: 2329.425 },
};

/** Formulas as the model writes them; IronCalc, LibreOffice and Excel agree on every one. */
export const AGREED: readonly FormulaCase[] = [
  // Sums, bounds, conditions
  ["=SUM(H5:L5)", 345],
  ["=SUM($H5:J5)", 300],
  ["=MAX(0,MIN(H5:L5))", 0],
  ["=MAX(0,M5)", 0],
  ["=MIN(5,M5:N5)", 5],
  ["=ABS(K5)", 5],
  ["=IF(AND(H5>0,J5>0),1,2)", 2],
  ["=OR(H5>0,J5>0)*1", 1],
  ["=(H5>0)*(I5>0)", 1],
  ["=1-(H5>0)", 0],
  ["=IF(H$4=$H$4,1,G33*(1+H32))", 1],
  ["=H5*H6/12", 25],
  ["=1/(1+0.009)^(2031-2022)", 1 / 1.009 ** 9],
  ["=-H5^2", 10000],
  ["=2^3^2", 64],
  ["=H5/J5", "#DIV/0!"],
  // Cells that are empty, on this and on another sheet
  ['=IF(M5="",7,8)', 7],
  ["=M5*2", 0],
  ['=EXACT(M5,"")*1', 1],
  [`=${H}A2`, 0],
  [`=IF(${H}A2="","",${H}A2*1000)`, ""],
  [`=IF(${H}A1="","",${H}A1*1000)`, 5000],
  [`=(${H}A2="")*1`, 1],
  [`=(${H}A3="öffentlich")*1`, 1],
  [`=EXACT(${H}A3,"öffentlich")*1`, 0],
  [`=EXACT(${H}B1,${Z}C2)*1`, 1],
  [`=ISNUMBER(${H}A1)*1`, 1],
  [`=ISNUMBER(${H}A2)*1`, 0],
  [`=${H}A1*1000*-1`, -5000],
  [`=${H}A3&" "&${H}A1`, "Öffentlich 5"],
  ['=ISNUMBER(SEARCH("kein",' + `${Z}E1))*1`, 1],
  [`=${Z}E1`, "= kein +Aufwand"],
  [`=${Z}E2&""`, "'a"],
  [`=IF(${Z}E3,1,0)`, 1],
  // An empty text that a formula gave: left out of sums, no number in arithmetic
  ["=SUM(A30,H5)", 100],
  ["=MAX(0,A30)", 0],
  ["=COUNT(A30:A31)", 1],
  ["=A30*1", "#VALUE!"],
  ["=A31*1", 12.5],
  ['=IF(A30="",0,A30)', 0],
  // Texts
  [`=LEFT(${Z}C3,2)&RIGHT(${Z}C3,2)&MID(${Z}C3,3,2)`, "0103.0"],
  [`=SUBSTITUTE(${Z}C3,".","")`, "010203"],
  [`=LEN(${Z}C3)`, 8],
  [`=VALUE(${Z}B1)`, 529100],
  [`=COUNTA(${Z}A1:A5)`, 4],
  // Dates and months
  ["=MOD(24300,12)", 0],
  ["=DAY(DATE(2024,3,1)-1)", 29],
  ["=DATE(H4+1,1,1)-1", 44926],
  ["=DATE(2024,13,1)", 45658],
  [`=12*YEAR(${A}A2)+MONTH(${A}A2)`, 24247],
  [`=MONTH(${A}A2-1)`, 6],
  ["=MAX(0,MIN(12,24300-12*J$4)-MAX(1,24290-12*J$4)+1)", 11],
  // Tables
  [`=LOOKUP(DATE(H$4+1,1,1)-1,${A}$A$1:$A$3,${A}$B$1:$B$3)`, 0.19],
  [`=LOOKUP(DATE(2020+1,1,1)-1,${A}$A$1:$A$3,${A}$B$1:$B$3)`, 0.16],
  [`=LOOKUP(H$4,${A}$C$1:$C$4,${A}$D$1:$D$4)`, 21],
  ["=LOOKUP(1,H4:L4,H5:L5)", "#N/A"],
  [`=INDEX(${A}$D$1:$D$4,MATCH(2018,${A}$C$1:$C$4,0))`, 15],
  ["=INDEX($H5:$L5,MATCH(2026,$H$4:$L$4,0))", 50],
  [`=MATCH("01.02.03",${Z}C1:C4,0)`, 3],
  ["=RANK(H7,$H7:$L7,1)", 1],
  ["=RANK(I5,$H5:$L5,1)", 5],
  // Conditions over areas
  ['=COUNTIFS($H$4:$L$4,">"&I$4,$H5:$L5,">=0")', 2],
  ["=NOT(H5>0)*1", 0],
  [`=SUMIF(${Z}$A$1:$A$4,"stays",${Z}$D$1:$D$4)`, 40],
  ['=SUMIF($H$4:$L$4,"<="&J$4,$H5:$L5)', 300],
  [`=SUMIFS(${Z}D1:D4,${Z}A1:A4,"stays",${Z}D1:D4,">10")`, 30],
  ['=(COUNTIF(H7:$L7,">0")=0)*1', 0],
  ['=(COUNTIF(K7:$L7,">0")=0)*1', 1],
  ["=SUMPRODUCT($H5:L5,$H6:L6)", 840],
  ["=SUMPRODUCT($H5:J5*($H6:J6<=5))", 300],
  ["=SUMPRODUCT($H5:L5*($H$4:L$4<J$4)*(J$4-$H$4:L$4))", 400],
  ["=SUMPRODUCT(H5:L5/(1+0.1)^(H4:L4-$H$4))", 100 + 200 / 1.1 - 5 / 1.331 + 50 / 1.4641],
  ["=SUMPRODUCT(INT(H5:L5/50)*50)", 300],
  ["=SUMPRODUCT(ABS(H5:L5))", 355],
  ["=SUMPRODUCT(H5:L5*-1)", -345],
  ["=SUMPRODUCT((H5:L5<>0)*1)", 4],
  [`=SUMPRODUCT((${Z}B1:B4=${Z}B1)*1,${Z}D1:D4)`, 40],
  [`=SUMPRODUCT((${Z}B1:B4="529")*1,${Z}D1:D4)`, 0],
  [`=SUMPRODUCT((${Z}C1:C4=${Z}C1)*(${Z}A1:A4="stays"),${Z}D1:D4)`, 10],
  [`=SUMPRODUCT((${Z}C1:C4="01.02.03")*1,A30:A33)`, 0],
  [`=SUMPRODUCT((${Z}A1:A4="ends")*1,A30:A33)`, 12.5],
  // Rounding; half cents go away from zero although binary fractions lie below them
  ["=ROUND(2.5,0)", 3],
  ["=ROUND(-2.5,0)", -3],
  ["=ROUNDUP(1.01,0)", 2],
  ["=ROUNDUP(ROUND(0.1*3*1000,2),-2)", 300],
  ["=ROUNDUP(12300.01,-2)", 12400],
  ["=ROUNDDOWN(-1.9,0)", -1],
  ["=INT(-0.5)", -1],
  ["=INT(ROUND(ROUND(100*53599.99,6),0)/100/50)*50", 53550],
  ["=INT(ROUND(ROUND(1000*2329.425,6),0)/1000)", 2329],
  ["=ROUND(ROUND(100*H8,6),0)/100", 0.29],
  ["=ROUND(ROUND(100*I8,6),0)/100", 1.01],
  ["=ROUND(ROUND(100*J8,6),0)/100", -1.01],
  ["=ROUND(ROUND(100*K8,6),0)/100", 1234.57],
  ["=ROUND(ROUND(1000*L8,6),0)/1000", 2329.425],
];

/** Formulas at `A30` to `A33`: an empty text, a number and two empty texts. */
export const CASE_LINKS: Readonly<Record<string, FormulaCase>> = Object.fromEntries(
  ["", 12.5, "", ""].map((value, index) => {
    const link = `${Z}F${String(index + 1)}`;
    return [`A${String(30 + index)}`, [`=IF(${link}="","",${link})`, value]];
  }),
);

/**
 * What IronCalc does otherwise than Excel and LibreOffice: the reason why formulas of ours avoid it.
 * A new release that does better shows here.
 */
export const IRONCALC_DIFFERS: readonly FormulaCase[] = [
  ["=ROUND(I8,2)", 1],
  ["=SUMPRODUCT(--(H5:L5>0))", 0],
  ["=SUMPRODUCT(-H5:L5)", "#N/IMPL!"],
  ["=SUMPRODUCT(ROUND(H5:L5,0))", "#N/IMPL!"],
  ["=SUMPRODUCT(ISNUMBER(H5:L5)*1)", 0],
  [`=SUMIF(${Z}C1:C4,"01.02.03",${Z}D1:D4)`, 0],
  [`=LOOKUP(50000,${A}A1:A5,${A}B1:B5)`, 0],
];

/** What LibreOffice does otherwise than Excel and IronCalc. */
export const LIBREOFFICE_DIFFERS: readonly FormulaCase[] = [
  ["=ROUND(100*I8,0)/100", 1],
  ["=SUMPRODUCT(H5:L5>0)", 3],
  ["=SUM(H5:L5*1)", "#VALUE!"],
];
