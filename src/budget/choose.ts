import { columnLetters, sheetCell } from "../address";
import type { Text } from "../language";
import type { AmountKind } from "./line";
import type { Grid } from "./grid";
import type { HeaderBand } from "./header";
import type { ColumnMeaning } from "./columns";
import type { SheetFindings } from "./collect";
import {
  completeParts,
  openChange,
  pairBalances,
  pairChanges,
  type Balance,
  type SupplementaryColumns,
} from "./pairs";
import { impliedBudgetYear, type BudgetYearSource, type TimedColumn } from "./timing";
import { fold } from "./words";

/** The amount columns of a sheet and whether its years stand in rows. */
export interface ChosenColumns {
  readonly meanings: readonly ColumnMeaning[];
  readonly amounts: readonly ColumnMeaning[];
  readonly long: boolean;
}

/** Amount columns with year and kind, with the balances and supplementary parts beside them. */
export interface ResolvedColumns {
  readonly timed: readonly TimedColumn[];
  readonly balances: readonly Balance[];
  readonly changes: readonly SupplementaryColumns[];
}

/** Undefined where the sheet speaks of no budget: no amounts, or nothing that makes them a budget's. */
export function chooseColumns(
  grid: Grid,
  band: HeaderBand,
  meanings: readonly ColumnMeaning[],
  told: boolean,
): ChosenColumns | undefined {
  const amounts = meanings.filter(({ role }) => role === "amount");
  const values = amounts.filter(({ part }) => part !== "change");
  if (values.length === 0 || (!told && (isKeyFigures(grid, band) || isLedger(band))))
    return undefined;
  const ownYear = values.some(
    ({ year, offset, damagedYear }) => year !== undefined || offset !== undefined || damagedYear,
  );
  const yearColumn = meanings.some(({ role }) => role === "year");
  const has = (role: ColumnMeaning["role"]): boolean => meanings.some((m) => m.role === role);
  const context = [grid.name, ...band.titles, ...band.texts].map(fold).join(" ");
  const budgetWord =
    /haushalt(?!s?jahr)|ergebnisplan|finanzplan|etat|budget|produktplan|teilplan/.test(context);
  const evidence =
    told ||
    amounts.some(({ kind }) => kind !== undefined) ||
    has("kind") ||
    has("direction") ||
    has("account") ||
    (has("product") && (ownYear || yearColumn)) ||
    amounts.some(({ direction }) => direction !== undefined && (ownYear || yearColumn)) ||
    (budgetWord && (ownYear || yearColumn)) ||
    (budgetWord && values.filter(({ direction }) => direction !== undefined).length === 2);
  if (!evidence) return undefined;
  const long = yearColumn && !ownYear;
  return { meanings, amounts, long };
}

/** Key figures have years and kinds too, but are rates and amounts per inhabitant. */
function isKeyFigures(grid: Grid, band: HeaderBand): boolean {
  return [grid.name, ...band.titles].some((text) => fold(text).includes("kennzahl"));
}

/** `Soll` and `Haben` are the sides of an account in a ledger, not budget and result. */
function isLedger({ folded }: HeaderBand): boolean {
  return folded.includes("soll") && folded.includes("haben");
}

/** Gives every amount column its year and kind, or says what has to be asked. */
export function resolveAcross(
  grid: Grid,
  band: HeaderBand,
  meant: readonly ColumnMeaning[],
  source: BudgetYearSource,
  findings: SheetFindings,
): ResolvedColumns | { readonly question: Text } {
  const amounts = afterSecondYear(completeParts(meant.map(ofBudgetYear)));
  const context = [grid.name, ...band.titles, ...band.texts].map(fold).join(" ");
  // Which of its two years `Vorjahr` precedes is open, unless the headers number the years.
  const twoYears = /doppelhaushalt/.test(context) && !/2\. ?haushaltsjahr/.test(context);
  const implied = impliedBudgetYear(amounts);
  const contradiction = amounts.find(
    ({ year, offset }) =>
      source.from === "answer" &&
      year !== undefined &&
      offset !== undefined &&
      source.year !== undefined &&
      Math.abs(year - offset - source.year) > 1,
  );
  if (contradiction !== undefined) {
    return {
      question: {
        de: `Die Spalte „${contradiction.header}“ passt nicht zum Haushaltsjahr ${source.year ?? ""}. Bitte das Haushaltsjahr prüfen.`,
        en: `The column “${contradiction.header}” does not fit the budget year ${source.year ?? ""}. Please check the budget year.`,
      },
    };
  }
  const withoutYear = amounts.filter(({ year, part }) => year === undefined && part !== "balance");
  const missing: ColumnMeaning[] = [];
  const years = new Map<number, number>();
  for (const column of amounts) {
    if (column.year !== undefined) {
      years.set(column.column, column.year);
      continue;
    }
    const asked = column.damagedYear || (twoYears && column.offset !== undefined);
    const budgetYear =
      source.from === "answer" ? source.year : asked ? undefined : (implied ?? source.year);
    const offset = column.offset ?? (withoutYear.length === 1 ? 0 : undefined);
    if (budgetYear !== undefined && offset !== undefined) {
      years.set(column.column, budgetYear + offset);
    } else if (column.part !== "balance") missing.push(column);
  }
  if (missing.length > 0)
    return { question: askYears(grid, band, missing, implied, source.conflict, findings) };
  if (withoutYear.length > 0) noteYears(grid, withoutYear, years, findings);
  return arrange(grid, band, amounts, years, findings);
}

/** Code of the finding that the years of columns follow from the budget year. */
export const YEARS_BY_BUDGET_YEAR = "year-by-budget-year";

/** Words of a header that may tell a year in a way that is not understood. */
const FURTHER = /\d|[+-]|vor|folge|naechst|letzt|kommend|laufend/;

/** An Ansatz, a commitment, revenue or expense without any word about its year is the budget year's. */
function ofBudgetYear(column: ColumnMeaning): ColumnMeaning {
  const { year, offset, damagedYear, part, kind, folded, direction } = column;
  if (year !== undefined || offset !== undefined || damagedYear || part !== "value") return column;
  const own =
    kind === "ansatz" ||
    kind === "verpflichtung" ||
    (kind === undefined && direction !== undefined && !folded.includes("kosten"));
  return own && !FURTHER.test(folded) ? { ...column, offset: 0 } : column;
}

/**
 * In a two-year budget that numbers its years, the following years count from the second; what `+1`
 * counts from is open.
 */
function afterSecondYear(amounts: readonly ColumnMeaning[]): readonly ColumnMeaning[] {
  const second = /2\. ?haushaltsjahr/;
  if (!amounts.some(({ folded }) => second.test(folded))) return amounts;
  return amounts.map((column) => {
    const { offset = 0, year, folded } = column;
    if (year !== undefined || offset < 1 || second.test(folded)) return column;
    if (folded.includes("folgejahr")) return { ...column, offset: offset + 1 };
    return withoutOffset(column);
  });
}

function withoutOffset({ offset: _, ...column }: ColumnMeaning): ColumnMeaning {
  return column;
}

function askYears(
  grid: Grid,
  band: HeaderBand,
  missing: readonly ColumnMeaning[],
  implied: number | undefined,
  conflict: Text | undefined,
  findings: SheetFindings,
): Text {
  for (const { column, header } of missing) {
    findings.at("error", "year-missing", band.last, column, {
      de: `Zur Spalte „${header}“ fehlt das Jahr.`,
      en: `The year of the column “${header}” is missing.`,
    });
  }
  if (missing.some(({ offset }) => offset === undefined)) {
    const open = missing.filter(({ offset }) => offset === undefined);
    const list = (from: string, to: string): string =>
      open
        .map(({ column, header }) => `${from}${header}${to} (${columnLetters(column)})`)
        .join(", ");
    return {
      de: `Für welches Jahr gelten die Spalten ${list("„", "“")}? Bitte das Jahr in die Kopfzeile eintragen oder der Spalte zuordnen.`,
      en: `Which year are the columns ${list("“", "”")} for? Please enter the year in the header or assign it to the column.`,
    };
  }
  const names = (from: string, to: string): string =>
    missing.map(({ header }) => `${from}${header}${to}`).join(", ");
  const cells = missing.map(({ column }) => sheetCell(grid.name, band.last, column)).join(", ");
  const proposal =
    implied === undefined
      ? { de: "", en: "" }
      : {
          de: ` Die übrigen Spalten sprechen für das Haushaltsjahr ${implied}.`,
          en: ` The other columns suggest the budget year ${implied}.`,
        };
  return {
    de: `Für welches Haushaltsjahr gilt das Blatt? Zu ${names("„", "“")} (${cells}) steht kein Jahr da.${conflict === undefined ? "" : ` ${conflict.de}`}${proposal.de} Bitte das Haushaltsjahr angeben.`,
    en: `Which budget year is the sheet for? No year stands with ${names("“", "”")} (${cells}).${conflict === undefined ? "" : ` ${conflict.en}`}${proposal.en} Please give the budget year.`,
  };
}

function noteYears(
  grid: Grid,
  columns: readonly ColumnMeaning[],
  years: ReadonlyMap<number, number>,
  findings: SheetFindings,
): void {
  const list = columns
    .map(({ column }) => `${columnLetters(column)}: ${years.get(column) ?? ""}`)
    .join(", ");
  findings.add("note", YEARS_BY_BUDGET_YEAR, {
    de: `Jahre aus dem Haushaltsjahr abgeleitet (${list}) in „${grid.name}“.`,
    en: `Years derived from the budget year (${list}) in “${grid.name}”.`,
  });
}

/** Sorts values from balances and supplementary parts; refuses two columns of the same meaning. */
function arrange(
  grid: Grid,
  band: HeaderBand,
  amounts: readonly ColumnMeaning[],
  years: ReadonlyMap<number, number>,
  findings: SheetFindings,
): ResolvedColumns | { readonly question: Text } {
  const balances = pairBalances(amounts, years);
  const balanced = new Set(balances.map(({ column }) => column));
  const changes = pairChanges(amounts, years);
  const question = openChange(amounts, changes);
  if (question !== undefined) return { question };
  const replaced = new Set(changes.flatMap(({ old, changes: between }) => [old, ...between]));
  const timed: TimedColumn[] = [];
  const seen = new Map<string, ColumnMeaning>();
  for (const meaning of amounts) {
    if (balanced.has(meaning.column) || replaced.has(meaning.column)) continue;
    const year = years.get(meaning.column);
    if (year === undefined || meaning.part === "change") continue;
    const kind: AmountKind = meaning.kind ?? "ansatz";
    const key = `${year}|${kind}|${meaning.direction ?? ""}`;
    const twin = seen.get(key);
    if (twin !== undefined) {
      return { question: twinQuestion(twin, meaning) };
    }
    seen.set(key, meaning);
    timed.push({
      column: meaning.column,
      year,
      kind,
      kindAssumed: meaning.kind === undefined,
      ...(meaning.direction === undefined ? {} : { direction: meaning.direction }),
      meaning,
    });
  }
  if (changes.length > 0) {
    const [change] = changes;
    findings.at("note", "supplementary", band.last, change?.new ?? 0, {
      de: `Nachtrag in „${grid.name}“: gezählt wird der neue Ansatz; der bisherige und die Änderung dienen nur der Prüfung.`,
      en: `Supplementary budget in “${grid.name}”: the new amount counts; the old one and the change are only checked.`,
    });
  }
  return { timed, balances, changes };
}

/**
 * The amount columns of a sheet with its years in rows: balances and the old parts of supplementary
 * budgets set apart, or a question where two columns would count the same amount.
 */
export function resolveDown(
  amounts: readonly ColumnMeaning[],
):
  | (Omit<ResolvedColumns, "timed"> & { readonly columns: readonly ColumnMeaning[] })
  | { readonly question: Text } {
  const years = new Map<number, number>();
  const balances = pairBalances(amounts, years);
  const changes = pairChanges(amounts, years);
  const question = openChange(amounts, changes);
  if (question !== undefined) return { question };
  const apart = new Set([
    ...balances.map(({ column }) => column),
    ...changes.flatMap(({ old, changes: between }) => [old, ...between]),
  ]);
  const columns = amounts.filter(({ column }) => !apart.has(column));
  for (const [index, column] of columns.entries()) {
    const twin = columns
      .slice(0, index)
      .find(({ kind, direction }) => kind === column.kind && direction === column.direction);
    if (twin !== undefined) return { question: twinQuestion(twin, column) };
  }
  return { columns, balances, changes };
}

function twinQuestion(first: ColumnMeaning, second: ColumnMeaning): Text {
  const [a, b] = [columnLetters(first.column), columnLetters(second.column)];
  return {
    de: `Die Spalten ${a} („${first.header}“) und ${b} („${second.header}“) nennen dasselbe Jahr und dieselbe Art. Welche soll gelten?`,
    en: `Columns ${a} (“${first.header}”) and ${b} (“${second.header}”) name the same year and kind. Which one counts?`,
  };
}

/** Says where neither header nor column tells whether amounts are results or budget. */
export function assumeKinds(
  slots: readonly TimedColumn[],
  findings: SheetFindings,
  headerRow: number,
): void {
  const assumed = slots.filter(({ kindAssumed }) => kindAssumed);
  if (assumed.length === 0) return;
  const years = [...new Set(assumed.map(({ year }) => year))].sort().join(", ");
  findings.at("warning", "kind-assumed", headerRow, assumed[0]?.column ?? 0, {
    de: `Für ${years} steht nicht da, ob es Ergebnis oder Ansatz ist; gelesen als Ansatz.`,
    en: `For ${years} it does not say whether these are results or budget; read as budget (Ansatz).`,
  });
}
