/**
 * Makes assets/beispielhaushalt.xlsx from figures.csv and cover.txt: `node assets/sample/make.mjs`,
 * or the file named as its argument.
 * The same figures give the same bytes. Needed only after a change of the figures.
 *
 * figures.csv: account class 4 is revenue, 5 expense; an amount that begins with ' stands in its
 * cell as a text, as a clerk may have typed it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? path.join(here, "..", "beispielhaushalt.xlsx");

const TOWN = "Stadt Musterfeld";
/** Day of the file in its properties; a clock would give other bytes on every run. */
const FILE_DATE = new Date(Date.UTC(2022, 10, 15));
/** The oldest day a zip archive can hold. */
const ZIP_DATE = "1980-01-02T00:00:00";

const YEARS = [
  { kind: "Ergebnis", year: 2021 },
  { kind: "Ansatz", year: 2022 },
  { kind: "Ansatz", year: 2023 },
  { kind: "Planung", year: 2024 },
  { kind: "Planung", year: 2025 },
  { kind: "Planung", year: 2026 },
];

const FONT = { name: "Calibri", size: 11 };
const BOLD = { ...FONT, bold: true };
const DARK = "FF1F3864";
const fill = (argb) => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const line = (style) => ({ style, color: { argb: "FF7F7F7F" } });

/** A4, one page wide. */
const PAGE = {
  paperSize: 9,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.55, header: 0.2, footer: 0.25 },
};

const lines = readFileSync(path.join(here, "figures.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [sheet, product, name, account, label, ...amounts] = row.split(";");
    return {
      ...{ sheet, product, name, account, label },
      amounts: amounts.map((text) => (text.startsWith("'") ? text.slice(1) : Number(text))),
    };
  });

const workbook = new ExcelJS.Workbook();
workbook.creator = TOWN;
workbook.lastModifiedBy = TOWN;
workbook.created = FILE_DATE;
workbook.modified = FILE_DATE;

/** A sheet that is no budget: what the town is and which figures are real. */
function addCover() {
  const sheet = workbook.addWorksheet("Deckblatt", {
    views: [{ showGridLines: false }],
    pageSetup: { ...PAGE, orientation: "portrait" },
  });
  sheet.getColumn(1).width = 105;
  const texts = readFileSync(path.join(here, "cover.txt"), "utf8").trim().split("\n");
  [TOWN, ...texts].forEach((text, index) => {
    const cell = sheet.getCell(index + 1, 1);
    if (text !== "") cell.value = text;
    const heading = text !== "" && texts[index - 2] === "" && !/[.:,]/.test(text);
    cell.font = heading ? BOLD : FONT;
    cell.alignment = { wrapText: true, vertical: "top" };
  });
  sheet.getRow(1).height = 30;
  sheet.getCell("A1").font = { ...BOLD, size: 20, color: { argb: DARK } };
  sheet.getCell("A2").font = { ...FONT, size: 14 };
}

/** A budget sheet under construction: products one below the other, each with its sums. */
class BudgetSheet {
  constructor({ sheet: name, title, subtitle, format, resultFormat, decimals, withProduct }) {
    Object.assign(this, { format, resultFormat, decimals, withProduct });
    this.keys = [
      ...(withProduct ? ["Produkt"] : []),
      ...["Konto", "Bezeichnung", "Ertrag/Aufwand"],
    ];
    this.firstYear = this.keys.length + 1;
    this.width = this.keys.length + YEARS.length;
    this.row = 6;
    this.sheet = workbook.addWorksheet(name, {
      views: [{ state: "frozen", xSplit: this.keys.length, ySplit: 5 }],
      pageSetup: { ...PAGE, orientation: "landscape", printTitlesRow: "4:5" },
      headerFooter: { oddFooter: `&L${TOWN}&C&A&RSeite &P von &N` },
    });
    const widths = { Produkt: 11, Konto: 10, Bezeichnung: 55, "Ertrag/Aufwand": 15 };
    for (let column = 1; column <= this.width; column += 1) {
      this.sheet.getColumn(column).width = widths[this.keys[column - 1]] ?? 14;
    }
    this.put(1, 1, title, { font: { ...BOLD, size: 14, color: { argb: DARK } } });
    this.put(2, 1, subtitle);
    this.addHeader();
  }

  put(row, column, value, style = {}) {
    const cell = this.sheet.getCell(row, column);
    if (value !== undefined) cell.value = value;
    Object.assign(cell, { font: FONT, ...style });
  }

  /** Two header rows: the kind over its years. */
  addHeader() {
    const middle = { horizontal: "center", vertical: "middle" };
    const style = {
      font: { ...BOLD, color: { argb: "FFFFFFFF" } },
      fill: fill(DARK),
      alignment: middle,
    };
    const left = { ...style, alignment: { ...middle, horizontal: "left" } };
    this.keys.forEach((key, index) => {
      this.put(4, index + 1, undefined, left);
      this.put(5, index + 1, key, left);
    });
    YEARS.forEach(({ kind, year }, index) => {
      const repeated = this.withProduct && YEARS[index - 1]?.kind === kind;
      this.put(4, this.firstYear + index, repeated ? undefined : kind, style);
      this.put(5, this.firstYear + index, year, { ...style, numFmt: "0" });
    });
    if (!this.withProduct) return;
    for (const kind of ["Ansatz", "Planung"]) {
      const columns = YEARS.flatMap((one, index) => (one.kind === kind ? [index] : []));
      this.sheet.mergeCells(4, this.firstYear + columns[0], 4, this.firstYear + columns.at(-1));
    }
  }

  addProduct(members) {
    const [{ product, name }] = members;
    for (let column = 1; column <= this.width; column += 1) {
      this.put(this.row, column, undefined, { fill: fill("FFDDE6F3") });
    }
    this.sheet.getCell(this.row, 1).value = `Produkt ${product} ${name}`;
    this.sheet.getCell(this.row, 1).font = BOLD;
    this.row += 1;
    const revenue = this.addLines(members, "Ertrag", "Summe Erträge");
    const expense = this.addLines(members, "Aufwand", "Summe Aufwendungen");
    if (revenue !== undefined) {
      const results = expense.results.map((amount, at) => revenue.results[at] - amount);
      this.addSum("Ergebnis des Produkts", results, "double", (letter) => {
        return `${letter}${revenue.row}-${letter}${expense.row}`;
      });
    }
    this.row += 1;
  }

  /** The lines of a product in one direction with their sum, undefined where there are none. */
  addLines(members, kind, sumLabel) {
    const own = members.filter(({ account }) => account.startsWith("4") === (kind === "Ertrag"));
    if (own.length === 0) return undefined;
    const start = this.row;
    for (const { product, account, label, amounts } of own) {
      const texts = [...(this.withProduct ? [product] : []), account, label, kind];
      texts.forEach((text, index) => this.put(this.row, index + 1, text));
      amounts.forEach((amount, at) => {
        this.put(this.row, this.firstYear + at, amount, {
          numFmt: this.formatOf(at),
          ...(typeof amount === "string" ? { alignment: { horizontal: "right" } } : {}),
        });
      });
      this.row += 1;
    }
    const end = this.row - 1;
    const results = YEARS.map((_, at) => {
      return own.reduce((before, { amounts }) => before + numberOf(amounts[at]), 0);
    });
    return this.addSum(sumLabel, results, "thin", (letter, at) => {
      // SUM passes over text cells; a clerk adds them by hand.
      const typed = own.map(({ amounts }) => amounts[at]).filter((one) => typeof one === "string");
      const added = typed.map(numberOf).filter((value) => value !== 0);
      return [`SUM(${letter}${start}:${letter}${end})`, ...added].join("+");
    });
  }

  addSum(label, exact, top, formula) {
    const results = exact.map((value) => Number(value.toFixed(this.decimals)) + 0);
    for (let column = 1; column <= this.width; column += 1) {
      this.put(this.row, column, undefined, { font: BOLD, border: { top: line(top) } });
    }
    this.sheet.getCell(this.row, this.keys.indexOf("Bezeichnung") + 1).value = label;
    results.forEach((result, at) => {
      const cell = this.sheet.getCell(this.row, this.firstYear + at);
      cell.value = { formula: formula(letterOf(this.firstYear + at), at), result };
      cell.numFmt = this.formatOf(at);
    });
    this.row += 1;
    return { row: this.row - 1, results };
  }

  formatOf(at) {
    return YEARS[at].kind === "Ergebnis" ? this.resultFormat : this.format;
  }

  finish() {
    this.sheet.pageSetup.printArea = `A1:${letterOf(this.width)}${this.row - 2}`;
  }
}

function addBudget(settings) {
  const budget = new BudgetSheet(settings);
  const own = lines.filter(({ sheet }) => sheet === settings.sheet);
  for (const product of new Set(own.map((one) => one.product))) {
    budget.addProduct(own.filter((one) => one.product === product));
  }
  budget.finish();
}

/** exceljs writes the parts of a font in an order of its own; the schema of the format has another. */
function inFontOrder(xml) {
  const order = ["b", "i", "u", "sz", "color", "name", "family", "charset", "scheme"];
  return xml.replaceAll(/<font>(.*?)<\/font>/g, (_, inner) => {
    const elements = inner.match(/<[^>]+\/>/g) ?? [];
    const rank = (element) => order.indexOf(/^<(\w+)/.exec(element)[1]);
    return `<font>${elements.sort((a, b) => rank(a) - rank(b)).join("")}</font>`;
  });
}

function letterOf(column) {
  return String.fromCharCode(64 + column);
}

/** The number that a cell holds, also as a German text; a dash is nothing. */
function numberOf(amount) {
  if (typeof amount === "number") return amount;
  return amount === "–" ? 0 : Number(amount.replaceAll(".", "").replace(",", "."));
}

addCover();
addBudget({
  sheet: "Haushalt",
  title: `${TOWN} – Haushaltsplan 2023`,
  subtitle: "Teilergebnispläne (Auszug), Beträge in €",
  format: "#,##0",
  resultFormat: "#,##0.00",
  decimals: 2,
  withProduct: true,
});
addBudget({
  sheet: "Schul-IT (T€)",
  title: `${TOWN} – Haushaltsplan 2023`,
  subtitle: "Teilergebnisplan Schul-IT, Beträge in T€",
  format: "#,##0.0",
  resultFormat: "#,##0.0",
  decimals: 1,
  withProduct: false,
});

const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
parts["xl/styles.xml"] = strToU8(inFontOrder(strFromU8(parts["xl/styles.xml"])));
const dated = Object.fromEntries(
  Object.entries(parts).map(([name, bytes]) => [name, [bytes, { mtime: ZIP_DATE }]]),
);
writeFileSync(target, zipSync(dated, { level: 9 }));
console.log(target);
