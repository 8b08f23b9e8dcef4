import { columnLetters, sheetCell } from "../address";
import type { Text } from "../language";
import type {
  AmountColumn,
  BudgetSheet,
  ColumnProposal,
  ReadingAnswers,
  SheetCorrection,
  SheetReading,
  UncountedRow,
  UnreadSheet,
} from "./line";
import type { Grid } from "./grid";
import { SheetFindings } from "./collect";
import { meanColumns, type ColumnMeaning } from "./columns";
import { findDamage } from "./damage";
import { fillDown } from "./fill-down";
import { findNumberLevels, findRowLabels } from "./hierarchy";
import { correctColumns, reportIdle } from "./corrections";
import { findHeader, headerAt, type HeaderBand } from "./header";
import { proposeColumns } from "./proposal";
import { findBudgetYear, type TimedColumn } from "./timing";
import { gatherLong } from "./long";
import { writeRowList } from "./row-list";
import { amountRows, firstCell, type AmountRow } from "./rows";
import { readLines } from "./lines";
import { isBlank } from "./cells";
import { readAmounts } from "./values";
import { budgetYearOf, yearTotals } from "./sums";
import { assumeKinds, chooseColumns, resolveAcross, resolveDown } from "./choose";
import { findUnits, type UnitContradiction } from "./units";
import { otherHeader, passedRows, type OtherHeader } from "./passed";
import { balancesByArithmetic, reportBalances } from "./balances";
import { reportUnread } from "./unread";
import { type Steps, within } from "./steps";
import { findVersions } from "./versions";
import type { Table } from "./table";
import { UNIT_SIGNS } from "./correction-words";

/** Shares of the reading of a sheet: its amounts are taken in, its rows gathered, its lines told apart. */
const AMOUNTS = 0.15;
const ROWS = 0.5;

/** Reads one sheet in steps: a budget, a question, or the reason why it is neither. */
export function* readSheet(
  grid: Grid,
  answers: ReadingAnswers,
  correction: SheetCorrection | undefined,
  fileName: string | undefined,
): Steps<SheetReading> {
  const findings = new SheetFindings(grid.name);
  const unread = (
    status: UnreadSheet["status"],
    reason: Text,
    proposal?: readonly ColumnProposal[],
  ): UnreadSheet => ({
    status,
    name: grid.name,
    reason,
    findings: findings.list(),
    ...(proposal === undefined ? {} : { proposal }),
  });
  if (grid.rows.every((row) => row.every(isBlank))) {
    return unread("ignored", { de: "Das Blatt ist leer.", en: "The sheet is empty." });
  }
  if (correction?.notABudget === true) return unread("ignored", NOT_A_BUDGET);
  const rows = correction?.headerRows;
  const band = rows === undefined ? findHeader(grid) : headerAt(grid, rows[0], rows[1]);
  if (band === undefined) return unread("ignored", NO_HEADER);
  const meanings = correctColumns(
    findRowLabels(
      grid,
      band.last + 1,
      findNumberLevels(grid, band.last + 1, meanColumns(grid, band)),
    ),
    correction?.columns ?? [],
  );
  const propose = (timed: readonly TimedColumn[]): readonly ColumnProposal[] =>
    proposeColumns(meanings, timed);
  const told = correction?.columns?.some(({ means }) => means === "amount") === true;
  const chosen = chooseColumns(grid, band, meanings, told);
  if (chosen === undefined) return unread("ignored", NO_BUDGET, propose([]));
  const firstRow = band.last + 1;
  const columns = chosen.amounts.map(({ column }) => column);
  const leaveOut = correction?.leaveOut ?? [];
  yield 0;
  const headers = passedRows(grid, columns, firstRow);
  const passed = new Set([...headers, ...leaveOut]);
  const other = otherHeader(grid, chosen.amounts, firstRow, headers, leaveOut);
  if (other !== undefined)
    return unread("question", askOtherTable(grid, other, findings), propose([]));
  const amounts = readAmounts(
    grid,
    columns,
    firstRow,
    passed,
    correction?.notation,
    findings,
    chosen.meanings.find(({ role }) => role === "unit")?.column,
  );
  const versions = findVersions(grid, chosen.meanings, firstRow);
  if (versions !== undefined) return unread("question", versions, propose([]));
  if (amounts.every(({ numbers }) => numbers === 0))
    return unread("refused", findings.has("amount-unreadable") ? NO_AMOUNTS : NO_FIGURES);
  const ambiguous = amounts.find((values) => values.ambiguous);
  if (ambiguous !== undefined)
    return unread("question", notationQuestion(ambiguous.column), propose([]));
  const units = findUnits(
    grid,
    band,
    chosen.amounts,
    amounts,
    firstRow,
    correction?.unit,
    findings,
  );
  if ("contradiction" in units) return unread("question", unitQuestion(units), propose([]));
  const unclear = amounts.find(
    ({ column, commaThousands }) => commaThousands && units.byColumn.get(column) !== "EUR",
  );
  if (unclear !== undefined)
    return unread("question", notationQuestion(unclear.column), propose([]));
  yield AMOUNTS;
  const base = {
    grid,
    band,
    meanings: chosen.meanings,
    firstRow,
    amounts: new Map(amounts.map((values) => [values.column, values] as const)),
    filled: fillDown(grid, firstRow, chosen.meanings, amounts, findings),
    repairs: findDamage(grid, firstRow, chosen.meanings, findings),
    unit: units.unit,
    units: units.byColumn,
    takeIn: new Set(correction?.takeIn ?? []),
    signs: correction?.signs ?? {},
    findings,
    uncounted: [...passed].map((row): UncountedRow => ({
      row,
      why: leaveOut.includes(row) ? "left-out" : "header",
    })),
  };
  if (leaveOut.length > 0) reportLeftOut(findings, leaveOut);
  if (correction !== undefined) reportIdle(grid, firstRow, correction, findings);
  const source = findBudgetYear(
    correction?.budgetYear ?? answers.budgetYear,
    band.titles,
    grid.name,
    fileName,
  );
  if (chosen.long) {
    const table: Table = { ...base, timed: [] };
    const down = resolveDown(chosen.amounts);
    if ("question" in down) return unread("question", down.question, propose([]));
    const gathered = yield* within(gatherLong(table, down.columns), AMOUNTS, ROWS);
    if (gathered.slots.length === 0) return unread("refused", NO_FIGURES);
    assumeKinds(gathered.slots, findings, band.last);
    reportBalances(table, down);
    return yield* finish(table, gathered.rows, gathered.slots, "years-down", source.year);
  }
  const balanced = balancesByArithmetic(chosen.amounts, amounts);
  const resolved = resolveAcross(grid, band, balanced, source, findings);
  if ("question" in resolved) return unread("question", resolved.question, propose([]));
  const table: Table = { ...base, timed: resolved.timed };
  reportBalances(table, resolved);
  const kindsDown = meanings.some(({ role }) => role === "kind");
  if (kindsDown && resolved.timed.every(({ kindAssumed }) => kindAssumed)) {
    const years = new Map(resolved.timed.map(({ column, year }) => [column, year] as const));
    const columns = resolved.timed.map(({ meaning }) => meaning);
    const gathered = yield* within(gatherLong(table, columns, years), AMOUNTS, ROWS);
    return yield* finish(table, gathered.rows, gathered.slots, "years-across", source.year);
  }
  assumeKinds(resolved.timed, findings, band.last);
  const gathered = yield* within(amountRows(table), AMOUNTS, ROWS);
  return yield* finish(table, gathered, resolved.timed, "years-across", source.year);
}

/** Rows below a header of other years or columns would be read wrongly: they are asked about. */
function askOtherTable(grid: Grid, other: OtherHeader, findings: SheetFindings): Text {
  const cell = sheetCell(grid.name, other.row, other.column);
  findings.at("error", "other-header", other.row, other.column, {
    de: `Hier steht „${other.text}“ in einer Kopfzeile, die von der ersten abweicht.`,
    en: `“${other.text}” stands here in a header that differs from the first one.`,
  });
  return {
    de: `Ab Zeile ${other.row + 1} steht eine zweite Tabelle mit anderen Jahren oder Spalten (${cell}: „${other.text}“). Bitte jede Tabelle auf ein eigenes Blatt legen oder die Zeilen ab dieser weglassen.`,
    en: `From row ${other.row + 1} on there is a second table with other years or columns (${cell}: “${other.text}”). Please put each table on a sheet of its own, or leave out the rows from this one on.`,
  };
}

/** Says which rows the user has left out. */
function reportLeftOut(findings: SheetFindings, rows: readonly number[]): void {
  const list = writeRowList(rows);
  findings.add("note", "rows-left-out", {
    de: `Auf Ihre Angabe hin nicht gezählt: Zeile ${list}.`,
    en: `Not counted because you said so: row ${list}.`,
  });
}

function* finish(
  table: Table,
  rows: readonly AmountRow[],
  slots: readonly TimedColumn[],
  orientation: BudgetSheet["orientation"],
  statedYear: number | undefined,
): Steps<SheetReading> {
  const { findings, grid } = table;
  const reading = yield* within(readLines(table, rows, slots), ROWS, 1);
  reportUnread(table, slots);
  for (const doubt of reading.doubtful) {
    const cell = firstCell(doubt, slots);
    findings.at("error", "total-doubtful", cell.row, cell.column, {
      de: `Zeile ${doubt.row + 1} sieht wie eine Summe aus und ist nicht zu erklären. Bitte sagen, ob sie mitzählt.`,
      en: `Row ${doubt.row + 1} looks like a sum and cannot be explained. Please say whether it counts.`,
    });
  }
  const [doubt] = reading.doubtful;
  if (doubt !== undefined) {
    return {
      status: "question",
      name: grid.name,
      reason: {
        de: `Zeile ${doubt.row + 1} („${doubt.keys.label || "ohne Bezeichnung"}“) sieht wie eine Summe aus, ergibt sich aber nicht aus den Zeilen darüber. Bitte sagen, ob sie mitzählt.`,
        en: `Row ${doubt.row + 1} (“${doubt.keys.label || "without a label"}”) looks like a sum but does not follow from the rows above. Please say whether it counts.`,
      },
      findings: findings.list(),
      proposal: proposeColumns(table.meanings, slots),
    };
  }
  if (reading.lines.length === 0) {
    return { status: "refused", name: grid.name, reason: NO_LINES, findings: findings.list() };
  }
  const totals = yearTotals(reading.lines);
  const budgetYear = budgetYearOf(totals, statedYear);
  const proposal = proposeColumns(table.meanings, slots);
  const columns: AmountColumn[] = slots.map(({ column, year, kind, direction }) => ({
    year,
    kind,
    column,
    ...(direction === undefined ? {} : { direction }),
  }));
  return {
    status: "budget",
    name: grid.name,
    unit: table.unit,
    orientation,
    bookkeeping: isCameral(table.band, table.meanings, reading.cameral) ? "cameral" : "doppik",
    ...(budgetYear === undefined ? {} : { budgetYear }),
    columns,
    lines: reading.lines,
    totals,
    findings: findings.list(),
    proposal,
    layout: {
      headerRows: [table.band.first, table.band.last],
      firstRow: table.firstRow,
      amounts: [...table.amounts.values()].map(({ column, notation }) => ({ column, notation })),
      uncounted: [...table.uncounted].sort((a, b) => a.row - b.row),
    },
  };
}

const CAMERAL =
  /verwaltungshaushalt|vermoegenshaushalt|haushaltsstelle|einzelplan|unterabschnitt|kapitel|gruppierung|titelnr|(?<![a-z])hst(?![a-z])|zweckbestimmung|anschlag/;

function isCameral(
  band: HeaderBand,
  meanings: readonly ColumnMeaning[],
  byAccounts: boolean,
): boolean {
  if (byAccounts || band.folded.some((header) => CAMERAL.test(header))) return true;
  return meanings.some(({ folded }) => folded === "titel");
}

function notationQuestion(column: number): Text {
  const letters = columnLetters(column);
  return {
    de: `In Spalte ${letters} ist nicht zu erkennen, ob Punkt oder Komma die Tausender trennt. Bitte die Beträge als Zahlen eintragen oder die Schreibweise vereinheitlichen.`,
    en: `In column ${letters} it is not clear whether point or comma separates thousands. Please enter the amounts as numbers or write them in one way.`,
  };
}

function unitQuestion({ contradiction: { column, header, title } }: UnitContradiction): Text {
  const letters = columnLetters(column);
  const [own, whole] = [UNIT_SIGNS[header], UNIT_SIGNS[title]];
  return {
    de: `In welcher Einheit stehen die Beträge? Über der Tabelle steht ${whole}, in der Überschrift von Spalte ${letters} ${own}. Bitte berichtigen oder die Einheit angeben.`,
    en: `Which unit are the amounts in? Above the table stands ${whole}, in the header of column ${letters} ${own}. Please correct it or give the unit.`,
  };
}

const NOT_A_BUDGET: Text = {
  de: "Auf Ihre Angabe hin nicht als Haushalt gelesen.",
  en: "Not read as a budget because you said so.",
};
const NO_HEADER: Text = {
  de: "Keine Kopfzeile mit Haushaltsspalten gefunden. Ist das Blatt ein Haushalt, bitte über die Beträge eine Zeile mit Jahr und Art (Ergebnis, Ansatz, Planung) setzen.",
  en: "No header row with budget columns was found. If the sheet is a budget, please put a row with year and kind (Ergebnis, Ansatz, Planung) above the amounts.",
};
const NO_BUDGET: Text = {
  de: "Das Blatt hat keine Spalten mit Haushaltsbeträgen (Ergebnis, Ansatz, Planung eines Jahres) und wird nicht gelesen.",
  en: "The sheet has no columns of budget amounts (Ergebnis, Ansatz, Planung of a year) and is not read.",
};
const NO_FIGURES: Text = {
  de: "Das Blatt ist ein Vordruck: Die Haushaltsspalten sind da, aber es stehen keine Beträge darin. Bitte das ausgefüllte Blatt verwenden.",
  en: "The sheet is a form: the budget columns are there but hold no amounts. Please use the filled-in sheet.",
};
const NO_AMOUNTS: Text = {
  de: "In den Haushaltsspalten steht etwas, aber kein Betrag, der sich lesen ließe; die Hinweise nennen die Zellen. Bitte die Beträge als Zahlen eintragen.",
  en: "Something stands in the budget columns, but no amount that could be read; the findings name the cells. Please enter the amounts as numbers.",
};
const NO_LINES: Text = {
  de: "Das Blatt enthält nur Summen und keine einzelnen Zeilen. Bitte das Blatt mit den Einzelbeträgen verwenden.",
  en: "The sheet holds only sums and no single lines. Please use the sheet with the single amounts.",
};
