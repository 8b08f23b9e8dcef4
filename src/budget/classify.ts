import { sheetCell } from "../address";
import type { Direction } from "./line";
import { SumStack, type SumItem, type SumProof } from "./arithmetic";
import { englishAmount, germanAmount } from "./wording";
import { firstCell, valueCell, type AmountRow } from "./rows";
import { isStep, type Steps } from "./steps";
import type { Table } from "./table";
import { precedingTotals } from "./preceding";
import { schemeDirection, type AccountScheme } from "./schemes";
import type { TimedColumn } from "./timing";
import { labelDirection } from "./vocabulary";

/** What a row with amounts is: a line of its own, a sum, or a part named again. */
export type RowClass = "line" | "total" | "of-which" | "figure";

/** A row with its class and, for lines within a sum, the direction the sum's name gives. */
export interface ClassifiedRow {
  readonly row: AmountRow;
  readonly what: RowClass;
  readonly blockDirection?: Direction;
}

/** The rows of a sheet told apart, with what makes its sums untrustworthy, if anything does. */
export interface Classification {
  readonly rows: readonly ClassifiedRow[];
  /** Rows that look like a sum and cannot be proven to be one or none. */
  readonly doubtful: readonly AmountRow[];
  /** How often a balance is printed as a sum or as a difference of revenue and expense. */
  readonly balances: BalanceVotes;
}

/** Revenue and expense with opposite signs add up to their balance, with the same sign they subtract. */
export interface BalanceVotes {
  opposite: number;
  same: number;
}

/**
 * Tells lines from sums: by label, by formula and by arithmetic. Sums are never counted; each one
 * that does not equal its lines is reported with its cells.
 */
export function* classifyRows(
  table: Table,
  rows: readonly AmountRow[],
  slots: readonly TimedColumn[],
  grouping: AccountScheme | undefined,
): Steps<Classification> {
  const sides = rows.map((row) => sideOf(row, grouping));
  const stack = new SumStack(slots.length);
  const below = { steps: STEPS_BELOW };
  const what: RowClass[] = [];
  const blockDirections: (Direction | undefined)[] = [];
  const doubtful: AmountRow[] = [];
  const balances: BalanceVotes = { opposite: 0, same: 0 };
  const preceding = precedingTotals(rows, table, slots);
  const coded = rows.filter(({ keys }) => keys.account !== undefined).length;
  const mostlyNamed =
    rows.filter(({ keys }) => keys.label !== "").length >= Math.max(2, rows.length * 0.5);
  const mostlyCoded = coded >= rows.length * 0.5;
  const classify = (row: AmountRow, index: number): void => {
    const item: SumItem = {
      index,
      values: row.values,
      total: false,
      block: row.block,
      ...(row.label.lineNumber === undefined ? {} : { lineNumber: row.label.lineNumber }),
    };
    if (row.label.total === "of-which") {
      what[index] = "of-which";
      table.findings.at("note", "of-which", ...at(row, slots), {
        de: `„${row.keys.label}“ ist ein Teil einer anderen Zeile und wird nicht mitgezählt.`,
        en: `“${row.keys.label}” is part of another line and is not counted.`,
      });
      return;
    }
    const isData = row.keys.account !== undefined || row.direction !== undefined;
    if (row.label.total === "figure" && !isData) {
      what[index] = "figure";
      table.findings.at("warning", "row-no-money", ...at(row, slots), {
        de: `„${row.keys.label}“ ist der Bezeichnung nach kein Geldbetrag und wird nicht gezählt.`,
        en: `“${row.keys.label}” is by its name no amount of money and is not counted.`,
      });
      return;
    }
    if (preceding.has(index)) {
      what[index] = "total";
      noteByArithmetic(table, row, slots);
      return;
    }
    if (table.takeIn.has(row.row)) {
      what[index] = "line";
      stack.push(item);
      return;
    }
    const byFormula = isSumFormula(table, row, slots);
    const named = row.label.total;
    const filled = row.values.some((value) => value !== 0 && !Number.isNaN(value));
    const unlike =
      row.keys.account === undefined &&
      (mostlyCoded || (row.keys.label === "" && (mostlyNamed || row.keys.product === undefined)));
    const labelled = byFormula || named === "strong" || (named === "weak" && !isData);
    const referring = !isData && row.label.refers.length >= 2;
    const classTotal =
      mostlyCoded && unlike && row.direction === undefined && CLASS_TOTAL.test(row.label.words);
    const proof =
      labelled || unlike || referring
        ? (explain(stack, item, row, labelled || referring) ??
          (labelled || classTotal ? explainSide(stack, item, sides) : undefined))
        : undefined;
    const severalParts =
      proof !== undefined && filled && proof.parts.length >= 2 && !proof.rounding;
    const isTotal =
      byFormula ||
      classTotal ||
      (named === "strong" && (row.keys.account === undefined || severalParts)) ||
      (named === "weak" && !isData && (proof !== undefined || !filled)) ||
      ((unlike || referring) && severalParts);
    if (!isTotal) {
      what[index] = "line";
      const nameless = row.keys.label === "" && row.keys.account === undefined && mostlyNamed;
      const openSum =
        nameless ||
        (named === "weak" ? !isData : named === "strong" && /^\W*\w*summe/.test(row.label.words));
      if (openSum && filled && rows.length > 1) doubtful.push(row);
      stack.push(item);
      return;
    }
    what[index] = "total";
    if (proof === undefined && sumsUpBelow(rows, index, below)) return;
    if (named === "none") noteByArithmetic(table, row, slots);
    settle(table, stack, item, row, proof, slots);
    if (proof !== undefined) voteBalance(balances, row.label.words, proof, rows);
    const direction = labelDirection(row.label.words);
    if (direction !== undefined && proof?.plain === true) {
      for (const part of proof.parts) {
        if (what[part.index] === "line") blockDirections[part.index] ??= direction;
      }
    }
  };
  for (const [index, row] of rows.entries()) {
    if (isStep(index)) yield index / rows.length;
    classify(row, index);
  }
  rows.forEach((row, index) => {
    const why = what[index];
    if (why === undefined || why === "line") return;
    const cells = row.cells?.filter((cell) => cell !== undefined).map((cell) => cell.row);
    for (const number of new Set(cells ?? [row.row])) table.uncounted.push({ row: number, why });
  });
  noteTotals(
    table,
    rows.filter((_, index) => what[index] === "total"),
    slots,
  );
  return {
    rows: rows.map((row, index) => {
      const blockDirection = blockDirections[index];
      return {
        row,
        what: what[index] ?? "line",
        ...(blockDirection === undefined ? {} : { blockDirection }),
      };
    }),
    doubtful,
    balances,
  };
}

/** A balance of one revenue and one expense sum shows how their signs stand to each other. */
function voteBalance(
  votes: BalanceVotes,
  words: string,
  proof: SumProof,
  rows: readonly AmountRow[],
): void {
  // A plain `Summe` of both directions is a turnover and says nothing about signs.
  if (!/ergebnis|saldo|ueberschuss|fehlbetrag|fehlbedarf|zuschuss/.test(words)) return;
  const [a, b] = proof.parts;
  if (a === undefined || b === undefined || proof.parts.length !== 2) return;
  const sides = [a, b].map(({ index }) => labelDirection(rows[index]?.label.words ?? ""));
  if (!sides.includes("revenue") || !sides.includes("expense")) return;
  const filled = (item: SumItem): boolean =>
    item.values.some((value) => value !== 0 && !Number.isNaN(value));
  if (!filled(a) || !filled(b)) return;
  if (proof.plain) votes.opposite += 1;
  else votes.same += 1;
}

function explain(
  stack: SumStack,
  item: SumItem,
  row: AmountRow,
  named: boolean,
): SumProof | undefined {
  if (item.values.every((value) => value === 0 || Number.isNaN(value))) {
    return named ? stack.run(item, 1, false) : undefined;
  }
  const referred = named ? stack.referred(item, row.label.refers) : undefined;
  if (referred !== undefined && !referred.rounding) return referred;
  return (
    stack.run(item, named ? 1 : 2, false, named ? undefined : 2000) ??
    (named ? (referred ?? stack.run(item, 2, true) ?? stack.combined(item)) : undefined)
  );
}

/** `Einnahmen Einzelplan 0`, `Ausgaben Abschnitt 02`: sums of one side that leave the word out. */
const CLASS_TOTAL =
  /^(?:gesamt)?(?:einnahmen|ausgaben|ertraege|aufwendungen|einzahlungen|auszahlungen) .*(?:einzelplan|abschnitt|kapitel|teilhaushalt|produkt|verwaltungshaushalt|vermoegenshaushalt|gesamt)/;

/** The direction a row shows by itself, as far as it does before its sums are known. */
function sideOf(row: AmountRow, grouping: AccountScheme | undefined): Direction | undefined {
  const { account } = row.keys;
  return (
    row.direction ??
    labelDirection(row.label.words) ??
    (grouping === undefined || account === undefined
      ? undefined
      : schemeDirection(grouping, account)) ??
    row.section
  );
}

/** A sum of one side is looked for among the rows of that side, where the other stands between them. */
function explainSide(
  stack: SumStack,
  item: SumItem,
  sides: readonly (Direction | undefined)[],
): SumProof | undefined {
  const side = sides[item.index];
  const filled = item.values.some((value) => value !== 0 && !Number.isNaN(value));
  if (side === undefined || !filled) return undefined;
  return stack.ofSide(item, ({ index }) => sides[index] === side);
}

/** Puts the sum in the place of its parts and says, cell by cell, where it differs from them. */
function settle(
  table: Table,
  stack: SumStack,
  item: SumItem,
  row: AmountRow,
  proof: SumProof | undefined,
  slots: readonly TimedColumn[],
): void {
  const total = { ...item, total: true };
  const parts = proof ?? stack.intended(item, row.label.refers);
  if (parts === undefined) {
    stack.push(total);
    if (row.values.some((value) => value !== 0 && !Number.isNaN(value))) {
      table.findings.at("warning", "total-unexplained", ...at(row, slots), {
        de: `Die Summe „${row.keys.label}“ ergibt sich nicht aus den Zeilen darüber. Sie wird nicht mitgezählt; bitte die Zeilen prüfen.`,
        en: `The sum “${row.keys.label}” does not follow from the rows above. It is not counted; please check the rows.`,
      });
    }
    return;
  }
  reportDifferences(table, row, parts, slots);
  // Sums further down are held against the lines, not against a sum that is wrong itself.
  stack.replace(parts.parts, proof === undefined ? { ...total, values: parts.expected } : total);
}

function reportDifferences(
  table: Table,
  row: AmountRow,
  proof: SumProof,
  slots: readonly TimedColumn[],
): void {
  row.values.forEach((shown, index) => {
    const expected = proof.expected[index] ?? 0;
    if (Number.isNaN(shown) || Math.abs(shown - expected) < 0.005 + Math.abs(shown) * 1e-12) return;
    const cell = valueCell(row, slots, index);
    const rounding = proof.rounding;
    table.findings.at(
      rounding ? "note" : "warning",
      rounding ? "total-rounding" : "total-mismatch",
      cell.row,
      cell.column,
      () => ({
        de: `Die Summe „${row.keys.label}“ zeigt ${germanAmount(shown)}, ihre Zeilen ergeben ${germanAmount(expected)}${rounding ? " (Rundung)" : ". Gezählt werden die Zeilen; bitte prüfen"}.`,
        en: `The sum “${row.keys.label}” shows ${englishAmount(shown)}, its rows add up to ${englishAmount(expected)}${rounding ? " (rounding)" : ". The rows count; please check"}.`,
      }),
    );
  });
}

/** Says once which rows are sums, so that no row with amounts is left out silently. */
function noteTotals(
  table: Table,
  totals: readonly AmountRow[],
  slots: readonly TimedColumn[],
): void {
  const [first] = totals;
  if (first === undefined) return;
  const listed = totals.slice(0, 40).map(({ row }) => row + 1);
  const rest = totals.length > listed.length ? " …" : "";
  table.findings.at(
    "note",
    "totals",
    ...at(first, slots),
    totals.length === 1
      ? {
          de: `Eine Zeile ist eine Summe und zählt nicht mit: Zeile ${first.row + 1}.`,
          en: `1 row is a sum and is not counted: row ${first.row + 1}.`,
        }
      : {
          de: `${totals.length} Zeilen sind Summen und zählen nicht mit: Zeile ${listed.join(", ")}${rest}.`,
          en: `${totals.length} rows are sums and are not counted: row ${listed.join(", ")}${rest}.`,
        },
  );
}

function noteByArithmetic(table: Table, row: AmountRow, slots: readonly TimedColumn[]): void {
  table.findings.at("note", "total-by-arithmetic", ...at(row, slots), {
    de: `Zeile ${row.row + 1} ist die Summe anderer Zeilen und wird nicht mitgezählt.`,
    en: `Row ${row.row + 1} is the sum of other rows and is not counted.`,
  });
}

function at(row: AmountRow, slots: readonly TimedColumn[]): [number, number] {
  const cell = firstCell(row, slots);
  return [cell.row, cell.column];
}

/** A formula that adds up at least two cells of its own column makes its row a sum. */
function isSumFormula(table: Table, row: AmountRow, slots: readonly TimedColumn[]): boolean {
  let sums = 0;
  let amounts = 0;
  for (const [index, { column }] of slots.entries()) {
    if (Number.isNaN(row.values[index] ?? Number.NaN)) continue;
    amounts += 1;
    const formula = table.grid.formulaAt(row.row, column);
    if (formula !== undefined && addsOwnColumn(formula, column, row.row)) sums += 1;
  }
  return sums > 0 && sums * 2 >= amounts;
}

function addsOwnColumn(formula: string, column: number, row: number): boolean {
  if (formula.includes("!")) return false;
  const letters = sheetCell("x", row, column).slice(4).replace(/\d+$/, "");
  if (
    new RegExp(
      `(?:SUM|SUBTOTAL|AGGREGATE)\\([^)]*\\$?${letters}\\$?\\d+:\\$?${letters}\\$?\\d+`,
    ).test(formula)
  )
    return true;
  const cells = formula.match(new RegExp(`(?<![A-Z$])\\$?${letters}\\$?\\d+(?!\\d)`, "g")) ?? [];
  return cells.length >= 2 && /^=[+-]?[A-Z$\d]+(?:[+-][A-Z$\d]+)+$/.test(formula);
}

/** So many rows are looked at below unexplained sums before only the next ones are. */
const STEPS_BELOW = 1_000_000;

/** Whether a sum is printed above its parts: the rows below add up to it in every column. */
function sumsUpBelow(
  rows: readonly AmountRow[],
  index: number,
  effort: { steps: number },
): boolean {
  const total = rows[index];
  if (total === undefined || total.values.every((value) => !(value !== 0))) return false;
  const sums: number[] = total.values.map(() => 0);
  const last = Math.min(rows.length, index + (effort.steps > 0 ? 5000 : 100));
  for (let below = index + 1; below < last; below += 1) {
    effort.steps -= 1;
    const row = rows[below];
    if (row === undefined || row.label.total === "strong") return false;
    row.values.forEach((value, column) => {
      sums[column] = (sums[column] ?? 0) + (value || 0);
    });
    const agrees = total.values.every(
      (value, column) => Number.isNaN(value) || Math.abs(value - (sums[column] ?? 0)) < 0.005,
    );
    if (agrees && below - index >= 2) return true;
  }
  return false;
}
