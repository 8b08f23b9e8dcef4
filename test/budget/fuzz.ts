import fc from "fast-check";
import { readBudget } from "../../src/budget/read";
import { readCsv, typedCsvGrid } from "../../src/budget/csv";
import { readNumberText } from "../../src/budget/numbers";
import { RefusedError } from "../../src/finding";
import type { CellContent, Grid, MergedArea } from "../../src/budget/grid";
import type { BudgetSheet, SheetReading } from "../../src/budget/line";
import { cellText } from "../../src/budget/cells";
import { gridOf } from "./grids";
import { budgets, layOut, layouts } from "./generated";

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS: readonly CellContent[] = [
  "Produkt",
  "Konto",
  "Bezeichnung",
  "Jahr",
  "Betrag",
  "Ansatz",
  "Ergebnis",
  "Planung",
  "Ansatz 2024",
  "Ergebnis 2022",
  "Planung 2025 T€",
  "VE 2024",
  "Ertrag",
  "Aufwand",
  "E",
  "A",
  "Summe",
  "= Ergebnis (1 und 2)",
  "davon X",
  "Vorjahr",
  "Haushaltsjahr",
  "+1",
  "20..",
  "&JAHR&",
  "EUR",
  "T€",
  "Mio. €",
  "1 2)",
  "Saldo 2024",
  "Haushaltsplan 2024/2025",
  "01.02.03",
  "0101",
  "5291",
  "Produkt 01.01",
  "Nr.",
  "10 = ordentliche Erträge",
  "Personalaufwendungen",
  "Steuern und ähnliche Abgaben",
  "1.234,56",
  "1,234.56",
  "1.234",
  "12,5-",
  "(3)",
  "-",
  "–",
  "1e5",
  "5,29E+05",
  "Infinity",
  "NaN",
  "0x10",
  "''",
  '"',
  "😀",
  "\u0000",
  "a\nb",
  "x".repeat(400),
  "9".repeat(60),
  0,
  1,
  2,
  3,
  -5,
  12.5,
  1e308,
  2023,
  2024,
  2025,
  true,
  false,
  null,
  null,
  null,
  null,
  { kind: "date", iso: "2024-01-01" },
  { kind: "date", iso: "0000-00-00" },
  { kind: "error", text: "#REF!" },
];

const laidOut = fc
  .sample(fc.tuple(budgets, layouts), { seed: 7, numRuns: 120 })
  .map(([budget, layout]) => layOut(budget, layout).rows);

/** Runs one case; throws with what went wrong. */
export function fuzzOnce(seed: number): void {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined && list.length === 0) throw new Error("nothing to pick from");
    return item as T;
  };
  const way = random();
  if (way < 0.15) {
    fuzzBytes(random, pick);
    return;
  }
  const rows = way < 0.45 ? randomRows(random, pick) : mutatedRows(random, pick);
  const parts = { name: pick(["Haushalt", "HH 2024", "in T€", "'"]), merges: randomMerges(random) };
  const grids = [gridOf(rows, parts)];
  if (random() < 0.1) grids.push(gridOf(mutatedRows(random, pick), { name: "Zweites" }));
  const answers = random() < 0.2 ? { budgetYear: 2024 } : {};
  const readings = readBudget(grids, answers);
  readings.forEach((reading, at) => checkReading(reading, grids[at]));
}

function fuzzBytes(random: () => number, pick: <T>(list: readonly T[]) => T): void {
  const rows = random() < 0.5 ? randomRows(random, pick) : mutatedRows(random, pick);
  const delimiter = pick([";", ",", "\t"]);
  const text = rows
    .map((cells) => cells.map((content) => cellText(content)).join(delimiter))
    .join(pick(["\n", "\r\n", "\r"]));
  const bytes = new TextEncoder().encode(text);
  for (let at = Math.floor(random() * 6); at > 0 && bytes.length > 0; at -= 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  try {
    const { grid } = readCsv(bytes, "haushalt.csv");
    const readings = readBudget([grid]);
    readings.forEach((reading) => checkReading(reading, grid));
    typedCsvGrid(grid, readings);
  } catch (problem) {
    if (!(problem instanceof RefusedError)) throw problem;
  }
}

function randomRows(random: () => number, pick: <T>(list: readonly T[]) => T): CellContent[][] {
  const width = 1 + Math.floor(random() * 9);
  return Array.from({ length: Math.floor(random() * 25) }, () =>
    Array.from({ length: Math.floor(random() * (width + 1)) }, () => pick(WORDS)),
  );
}

function mutatedRows(random: () => number, pick: <T>(list: readonly T[]) => T): CellContent[][] {
  const rows = pick(laidOut).map((cells) => [...cells]);
  for (let times = Math.floor(random() * 8); times > 0; times -= 1) {
    const at = Math.floor(random() * rows.length);
    const row = rows[at];
    if (row === undefined) continue;
    const way = random();
    if (way < 0.55) row[Math.floor(random() * (row.length + 1))] = pick(WORDS);
    else if (way < 0.65) rows.splice(at, 1);
    else if (way < 0.75) rows.splice(at, 0, [...row]);
    else if (way < 0.85) rows.splice(at, 0, []);
    else if (way < 0.95) rows.push(rows.splice(at, 1)[0] ?? []);
    else for (const cells of rows) cells.splice(at % 6, 1);
  }
  return rows.map((cells) => Array.from(cells, (content) => content ?? null));
}

function randomMerges(random: () => number): readonly MergedArea[] {
  if (random() < 0.7) return [];
  const firstRow = Math.floor(random() * 4);
  const firstColumn = Math.floor(random() * 6);
  return [
    {
      firstRow,
      firstColumn,
      lastRow: firstRow + Math.floor(random() * 2),
      lastColumn: firstColumn + Math.floor(random() * 4),
    },
  ];
}

/** What holds for every reading, however broken the sheet. */
export function checkReading(reading: SheetReading, grid: Grid | undefined): void {
  if (grid === undefined) throw new Error("a reading without a sheet");
  if (reading.status !== "budget") {
    if (reading.reason.de.length < 10 || reading.reason.en.length < 10)
      throw new Error("no reason");
    return;
  }
  const used = new Set<string>();
  for (const line of reading.lines) {
    for (const { value, factor, cell, year } of line.amounts) {
      const key = `${cell.row},${cell.column}`;
      if (used.has(key)) throw new Error(`cell ${key} counts twice`);
      used.add(key);
      if (!Number.isFinite(value) || !Number.isFinite(factor))
        throw new Error(`no number: ${value}`);
      if (year < 1900 || year > 2200) throw new Error(`no year: ${year}`);
      if (!holds(grid.rows[cell.row]?.[cell.column], value / factor))
        throw new Error(`cell ${key} does not hold ${value}`);
    }
  }
  checkNothingLost(reading, grid, used);
  checkTotals(reading);
}

/** Every number in an amount column counts, or its row is named among those that do not. */
function checkNothingLost(sheet: BudgetSheet, grid: Grid, used: ReadonlySet<string>): void {
  const { layout } = sheet;
  if (layout === undefined) throw new Error("no layout");
  const uncounted = new Set(layout.uncounted.map(({ row }) => row));
  for (const { column } of sheet.columns) {
    for (let row = layout.firstRow; row < grid.rows.length; row += 1) {
      const content = grid.rows[row]?.[column];
      const amount = isAmount(content);
      if (amount && !used.has(`${row},${column}`) && !uncounted.has(row))
        throw new Error(`row ${row + 1}, column ${column} is lost`);
    }
  }
}

function isAmount(content: CellContent | undefined): boolean {
  const small = (number: number | undefined): boolean => Math.abs(number ?? 0) < 1e15;
  if (typeof content === "number") return small(content);
  if (typeof content !== "string") return false;
  const number = readNumberText(content);
  return number !== null && typeof number === "object" && small(number.german ?? number.english);
}

function checkTotals(sheet: BudgetSheet): void {
  for (const total of sheet.totals) {
    let sum = 0;
    for (const line of sheet.lines)
      for (const { year, kind, value } of line.amounts)
        if (year === total.year && kind === total.kind) sum += value;
    const printed = total.revenue + total.expense + total.undirected;
    if (Math.abs(sum - printed) > 0.01 + Math.abs(sum) * 1e-6)
      throw new Error(`totals of ${total.year} do not add up`);
  }
}

function holds(content: CellContent | undefined, wanted: number): boolean {
  const close = (value: number | undefined): boolean =>
    value !== undefined && Math.abs(value - wanted) <= 1e-9 * Math.max(1, Math.abs(value));
  if (typeof content === "number") return close(content);
  if (typeof content !== "string") return false;
  const number = readNumberText(content);
  return (
    number !== null && typeof number === "object" && (close(number.german) || close(number.english))
  );
}

/** `npx tsx test/budget/fuzz.ts 1000000 [first seed]` */
function runAll(count: number, first: number): void {
  const started = performance.now();
  let slowest = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const before = process.cpuUsage();
    try {
      fuzzOnce(seed);
    } catch (problem) {
      console.error(`seed ${seed}`);
      throw problem;
    }
    // Time of the processor, not of the clock: a busy machine is no hang.
    const { user, system } = process.cpuUsage(before);
    slowest = Math.max(slowest, (user + system) / 1000);
    if (slowest > 2000) throw new Error(`seed ${seed} took ${Math.round(slowest)} ms`);
    if (seed % 50_000 === 0) console.error(`up to seed ${seed} without a failure`);
  }
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${count} cases in ${seconds} s, slowest ${Math.round(slowest)} ms`);
}

const [, script, count, first] = process.argv;
if (script?.endsWith("fuzz.ts") === true) runAll(Number(count ?? 10_000), Number(first ?? 1));
