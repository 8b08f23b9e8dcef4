import * as fc from "fast-check";
import type {
  Amount,
  AmountColumn,
  AmountKind,
  BudgetLine,
  BudgetSheet,
  KeyCell,
} from "../../src/budget/line";
import type { BudgetSource } from "../../src/model/budget-source";
import type {
  BlockDocument,
  BlockOf,
  IndexChoice,
  ModelDocument,
  Series,
} from "../../src/model/document";

type CellValue = number | string | null;
type Scenario = ModelDocument["scenarios"][number];

export interface GeneratedModel {
  /** A model document that obeys every rule. */
  readonly document: ModelDocument;
  readonly budget: BudgetSource;
  /** What stands in the budget's sheets, row by row, for writing them into a workbook. */
  readonly grids: ReadonlyMap<string, readonly (readonly CellValue[])[]>;
}

/** Draws single values; every draw shrinks on its own. */
interface Draw {
  whole(min: number, max: number): number;
  one<T>(...choices: readonly [T, ...T[]]): T;
  /** True once in so many times. */
  rarely(times: number): boolean;
  /** EUR with cents: round sums, odd ones, small ones, nothing, sometimes less than nothing. */
  money(limit?: number): number;
  /** A fraction with at most four decimals. */
  fraction(min: number, max: number): number;
}

function amountUpTo(limit: number): fc.Arbitrary<number> {
  const cents = (least: number, most: number): fc.Arbitrary<number> =>
    fc.integer({ min: least, max: most }).map((count) => count / 100);
  const thousands = fc
    .integer({ min: 1, max: Math.ceil(limit / 1000) })
    .map((count) => 1000 * count);
  return fc.oneof(
    { weight: 5, arbitrary: thousands },
    { weight: 5, arbitrary: cents(1, 100 * limit) },
    { weight: 1, arbitrary: cents(1, 9999) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: cents(-30 * limit, -1) },
  );
}

/**
 * Models with every kind of block, term, tax case and budget: amounts to the cent and below zero, terms
 * that begin or end inside a year, series that begin before the model and end after it.
 */
export function arbitraryModel(): fc.Arbitrary<GeneratedModel> {
  return fc.gen().map((gen) => {
    const draw: Draw = {
      whole: (min, max) => gen(fc.integer, { min, max }),
      one: <T>(...choices: readonly [T, ...T[]]): T => {
        const place = gen(fc.integer, { min: 0, max: choices.length - 1 });
        return choices.find((_, index) => index === place) as T;
      },
      rarely: (times) => gen(fc.integer, { min: 1, max: times }) === times,
      money: (limit = 400_000) => gen(amountUpTo, limit),
      fraction: (min, max) =>
        gen(fc.integer, { min: Math.round(min * 10_000), max: Math.round(max * 10_000) }) / 10_000,
    };
    return drawModel(draw);
  });
}

function drawModel(draw: Draw): GeneratedModel {
  const first = draw.whole(2010, 2035);
  const last = first + (draw.rarely(8) ? draw.one(0, 29) : draw.whole(1, 12));
  const frame: Frame = { first, last };
  const { budget, grids } = drawBudget(draw, frame);
  const names = ["status-quo", "a", "b", "c", "d", "e"].slice(0, draw.whole(1, 6));
  if (names.length > 1 && draw.rarely(3)) names.shift();
  const scenarios = names.map((id) => drawScenario(draw, frame, id));
  const document: ModelDocument = {
    version: 1,
    name: "Zufall",
    ...optional("land", draw.rarely(4) ? ("NI" as const) : undefined),
    years: { first, last },
    inhabitants: series(draw, frame, () => draw.whole(1, 90_000)),
    workplaces: series(draw, frame, () => draw.whole(0, 900)),
    indices: {
      ...optional("goods", draw.rarely(3) ? undefined : rates(draw, frame)),
      ...optional("staff", draw.rarely(3) ? undefined : rates(draw, frame)),
      ...optional("fees", draw.rarely(3) ? undefined : rates(draw, frame)),
    },
    ...optional("discountRate", draw.rarely(3) ? undefined : draw.fraction(-0.01, 0.06)),
    ...optional("lines", draw.rarely(6) ? undefined : drawRules(draw, frame)),
    ...optional("reference", draw.rarely(3) ? draw.one("status-quo", ...names) : undefined),
    scenarios,
  };
  return { document, budget, grids };
}

interface Frame {
  readonly first: number;
  readonly last: number;
}

/** The months a scenario runs, counted through as 12 × year + month. */
interface Term {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

function text(month: number): string {
  const year = Math.floor((month - 1) / 12);
  return `${year}-${String(month - 12 * year).padStart(2, "0")}`;
}

function optionalText(key: string, month: number | undefined): object {
  return optional(key, month === undefined ? undefined : text(month));
}

/** A month from some years before the model to some years after it. */
function anyMonth(draw: Draw, { first, last }: Frame, before = 1, after = 1): number {
  return draw.whole(12 * (first - before) + 1, 12 * (last + after) + 12);
}

function anyDate(draw: Draw, from: number, to: number): string {
  const month = draw.whole(from, to);
  const year = Math.floor((month - 1) / 12);
  const length = new Date(Date.UTC(year, month - 12 * year, 0)).getUTCDate();
  const day = draw.one(1, length, length, length - 1, draw.whole(1, length));
  return `${text(month)}-${String(day).padStart(2, "0")}`;
}

/** One value, or values from given years on, which may lie outside the model. */
function series(draw: Draw, { first, last }: Frame, value: () => number): Series {
  if (draw.rarely(3)) return value();
  const given: Record<string, number> = {};
  const count = draw.whole(1, 4);
  for (let i = 0; i < count; i += 1) given[String(draw.whole(first - 3, last + 2))] = value();
  return given;
}

function rates(draw: Draw, frame: Frame): Series {
  return series(draw, frame, () => draw.fraction(-0.06, 0.09));
}

function index(draw: Draw, frame: Frame): { readonly index?: IndexChoice } {
  const choice = draw.whole(1, 6);
  if (choice === 1) return { index: "goods" };
  if (choice === 2) return { index: "staff" };
  if (choice === 3) return { index: rates(draw, frame) };
  return {};
}

function taxable(draw: Draw): { readonly taxable?: boolean } {
  const choice = draw.whole(1, 6);
  return choice > 2 ? {} : { taxable: choice === 1 };
}

function drawScenario(draw: Draw, frame: Frame, id: string): Scenario {
  const name = `Szenario ${id}`;
  const { first, last } = frame;
  if (id === "status-quo") {
    const blocks = drawBlocks(draw, frame, { start: undefined, end: undefined });
    return { id, name, ...ownRules(draw, frame), blocks };
  }
  const start = draw.rarely(4)
    ? undefined
    : draw.rarely(5)
      ? anyMonth(draw, frame)
      : draw.whole(12 * first + 1, 12 * first + 24);
  const from = Math.max(start ?? 0, 12 * first + 1);
  const exit = draw.rarely(3) ? drawExit(draw, from, Math.max(from, 12 * last + 24)) : undefined;
  const leaves = exit === undefined ? undefined : monthIndexOf(exit.date);
  const end = leaves ?? (draw.rarely(3) ? draw.whole(from, from + 80) : undefined);
  const blocks = drawBlocks(draw, frame, { start, end });
  return {
    id,
    name,
    ...optionalText("start", start),
    ...(exit === undefined && end !== undefined ? { end: text(end) } : {}),
    ...(end === undefined && draw.rarely(3) ? { end: null } : {}),
    ...ownRules(draw, frame),
    blocks: exit === undefined ? blocks : [...blocks, exit],
  };
}

function monthIndexOf(date: string): number {
  return 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7));
}

function ownRules(draw: Draw, frame: Frame): { readonly lines?: ModelDocument["lines"] } {
  return draw.rarely(3) ? optional("lines", drawRules(draw, frame)) : {};
}

function drawExit(draw: Draw, from: number, to: number): BlockOf<"exit"> {
  const date = anyDate(draw, from, to);
  const left = monthIndexOf(date);
  const assets = Array.from({ length: draw.whole(0, 3) }, (_, i) => ({
    name: `Gerät ${i + 1}`,
    acquired: text(left - draw.whole(0, 90)),
    cost: Math.abs(draw.money()),
    lifeMonths: draw.one(1, 36, 60, 84, draw.whole(1, 150)),
  }));
  return {
    kind: "exit",
    date,
    ...optional("dataTransfer", draw.rarely(2) ? draw.money() : undefined),
    ...optional("assets", draw.rarely(4) ? undefined : assets),
    ...optional("capitalise", draw.one(undefined, true, false)),
    ...taxable(draw),
  };
}

function drawBlocks(draw: Draw, frame: Frame, term: Term): BlockDocument[] {
  const blocks = Array.from({ length: draw.whole(0, 6) }, () => drawCost(draw, frame, term));
  if (!draw.rarely(4)) blocks.push(drawVat(draw, frame));
  if (!draw.rarely(3)) blocks.push(drawBackTax(draw, frame));
  if (draw.rarely(2)) {
    blocks.push({ kind: "provision", method: draw.one("provision", "provision", "earmarked") });
  }
  return blocks;
}

function drawVat(draw: Draw, frame: Frame): BlockOf<"vat"> {
  return {
    kind: "vat",
    rate: draw.one<BlockOf<"vat">["rate"]>(
      "statutory",
      "statutory",
      "none",
      { effective: draw.fraction(0, 0.25) },
      { inputTaxShare: draw.fraction(0, 1) },
    ),
    ...optionalText("from", draw.rarely(2) ? anyMonth(draw, frame) : undefined),
    ...optional(
      "invoiced",
      draw.one<boolean | string | undefined>(
        undefined,
        true,
        false,
        false,
        text(anyMonth(draw, frame)),
      ),
    ),
    ...optional("deductible", draw.rarely(4) ? draw.fraction(0, 1) : undefined),
  };
}

function drawBackTax(draw: Draw, { first, last }: Frame): BlockOf<"back-tax"> {
  const assessed = draw.rarely(4)
    ? draw.one(null, undefined)
    : draw.rarely(3)
      ? anyDate(draw, 12 * (first - 1) + 1, 12 * (last + 3) + 12)
      : anyDate(draw, 12 * Math.max(first, last - 5) + 1, 12 * last + 12);
  return {
    kind: "back-tax",
    ...optional("assessed", assessed),
    ...optional(
      "interest",
      draw.one<"statutory" | number | undefined>(
        undefined,
        "statutory",
        0.06,
        draw.fraction(0, 0.12),
      ),
    ),
    ...optional("limitation", draw.one(undefined, null, 1, 4, 7, draw.whole(1, 12))),
  };
}

/** Years in which at least one month of the term counts. */
function countingYears({ first, last }: Frame, { start, end }: Term): number[] {
  const years: number[] = [];
  for (let year = first; year <= last; year += 1) {
    const begins = Math.max(12 * year + 1, start ?? 0);
    const ends = Math.min(12 * year + 12, end ?? Infinity);
    if (begins <= ends) years.push(year);
  }
  return years;
}

/** Amounts of given years that are carried on, or one yearly price. */
function carried(draw: Draw, frame: Frame, term: Term): Series {
  const years = countingYears(frame, term);
  const [first, ...more] = years;
  if (first === undefined || draw.rarely(4)) return draw.money();
  return amounts(draw, [first, ...more]);
}

function amounts(draw: Draw, years: readonly [number, ...number[]]): Record<string, number> {
  const given: Record<string, number> = {};
  const count = draw.whole(1, 4);
  for (let i = 0; i < count; i += 1) given[String(draw.one(...years))] = draw.money();
  return given;
}

function modelYears({ first, last }: Frame): [number, ...number[]] {
  return [first, ...Array.from({ length: last - first }, (_, i) => first + 1 + i)];
}

function drawCost(draw: Draw, frame: Frame, term: Term): BlockDocument {
  const common = { ...index(draw, frame), ...taxable(draw) };
  switch (draw.whole(1, 14)) {
    case 1:
      return { kind: "base-fee", amount: draw.money(60_000), ...common };
    case 2:
      return { kind: "base-fee", perInhabitant: draw.money(20), ...common };
    case 3:
      return { kind: "levy", byYear: carried(draw, frame, term), ...common };
    case 4:
      return { kind: "levy", perInhabitant: draw.money(20), ...common };
    case 5:
      return { kind: "general-costs", byYear: carried(draw, frame, term), ...common };
    case 6:
      return { kind: "general-costs", shareOfTakeUp: draw.fraction(0, 1), ...taxable(draw) };
    case 7:
      return { kind: "take-up", byYear: carried(draw, frame, term), ...common };
    case 8:
      return {
        kind: "take-up",
        percent: series(draw, frame, () => draw.fraction(0, 1)),
        pricePerInhabitant: draw.money(15),
        ...optional("cap", draw.rarely(2) ? draw.fraction(0, 1) : undefined),
        ...common,
      };
    case 9:
      return { kind: "take-up", products: drawProducts(draw, frame), ...common };
    case 10:
      return drawServices(draw, frame, common);
    case 11:
      return {
        kind: draw.one("one-off", "settlement"),
        byYear: amounts(draw, modelYears(frame)),
        ...taxable(draw),
      };
    case 12:
      return {
        kind: "staff",
        fte: series(draw, frame, () => draw.whole(-30, 40) / 10),
        costPerFte: draw.money(90_000),
        ...common,
      };
    case 13:
      return {
        kind: "provider",
        personDays: series(draw, frame, () => draw.whole(0, 1200) / 2),
        dayRate: draw.money(2000),
        ...common,
      };
    default:
      return drawSharedServiceCentre(draw, common);
  }
}

function drawProducts(draw: Draw, frame: Frame): BlockOf<"take-up">["products"] {
  return Array.from({ length: draw.whole(1, 3) }, (_, i) => ({
    name: `Verfahren ${i + 1}`,
    price: draw.money(60_000),
    ...optionalText("start", draw.rarely(3) ? undefined : anyMonth(draw, frame)),
    ...optional("oneOff", draw.rarely(2) ? draw.money(30_000) : undefined),
    ...(draw.rarely(2)
      ? {
          replaces: Array.from({ length: draw.whole(1, 2) }, () => ({ where: drawWhere(draw) })),
          parallelUntil: text(anyMonth(draw, frame)),
        }
      : {}),
  }));
}

function drawServices(
  draw: Draw,
  frame: Frame,
  common: { readonly index?: IndexChoice; readonly taxable?: boolean },
): BlockOf<"services"> {
  const from = draw.rarely(2) ? anyMonth(draw, frame) : undefined;
  const once = draw.rarely(4);
  const to =
    !once && draw.rarely(3) ? (from ?? anyMonth(draw, frame)) + draw.whole(0, 50) : undefined;
  return {
    kind: "services",
    ...optional("name", draw.one(undefined, "Schul-IT", "Datenschutz")),
    ...optional(
      "units",
      draw.rarely(2) ? series(draw, frame, () => draw.whole(-2, 8) / 2) : undefined,
    ),
    unitPrice: draw.money(120_000),
    ...optionalText("from", from),
    ...optionalText("to", to),
    ...(once ? { once } : {}),
    ...common,
  };
}

function drawSharedServiceCentre(
  draw: Draw,
  common: { readonly index?: IndexChoice; readonly taxable?: boolean },
): BlockOf<"shared-service-centre"> {
  const kind = "shared-service-centre";
  if (draw.rarely(4)) return { kind, ...common };
  if (draw.rarely(2)) return { kind, pricePerWorkplace: draw.money(2000), ...common };
  return {
    kind,
    staffing: {
      ...optional("usersPerTeam", draw.rarely(2) ? draw.whole(1, 400) : undefined),
      administratorCost: Math.abs(draw.money(90_000)),
      technicianCost: Math.abs(draw.money(70_000)),
      ...optional("overhead", draw.rarely(2) ? draw.fraction(0, 0.5) : undefined),
      users: draw.whole(1, 4000),
      ownUsers: draw.whole(0, 800),
    },
    ...common,
  };
}

const PRODUCTS = ["01.02.01", "01.02.02", "03.02.02", "010202"] as const;
/** Account classes 3 to 5, so that staff, depreciation and internal charges of both charts occur. */
const ACCOUNTS = [
  "501200",
  "529100",
  "543100",
  "571100",
  "581000",
  "481000",
  "448200",
  "401200",
  "442900",
  "471000",
  "381000",
  "348100",
] as const;

function drawWhere(draw: Draw): { product?: string; account?: string } {
  const product = draw.one("01.02.02", "01.02.*", "03*", "010202", "99.*");
  const account = draw.one("5*", "529100", "5431*", "4*", "57*", "3*");
  return draw.one({ product }, { account }, { product, account });
}

function drawRules(draw: Draw, frame: Frame): NonNullable<ModelDocument["lines"]> {
  return Array.from({ length: draw.whole(1, 4) }, () => {
    const role = draw.one("stays", "ends", "ends", "budgeted");
    return {
      where: drawWhere(draw),
      role,
      ...(role === "ends" ? { until: text(anyMonth(draw, frame, 2, 2)) } : {}),
      ...optional("returns", role !== "budgeted" ? draw.one(undefined, true, false) : undefined),
    };
  });
}

interface DrawnBudget {
  readonly budget: BudgetSource;
  readonly grids: ReadonlyMap<string, readonly (readonly CellValue[])[]>;
}

function drawBudget(draw: Draw, frame: Frame): DrawnBudget {
  const sheets: BudgetSheet[] = [];
  const grids = new Map<string, CellValue[][]>();
  const count = draw.one(0, 1, 1, 1, 2);
  for (let i = 0; i < count; i += 1) {
    const name = ["Haushalt", "Haus 'halt' 2"][i] ?? "";
    const grid: CellValue[][] = [];
    sheets.push(
      draw.rarely(3) ? drawLong(draw, frame, name, grid) : drawWide(draw, frame, name, grid),
    );
    grids.set(name, grid);
  }
  const cell = (sheet: string, row: number, column: number): CellValue =>
    grids.get(sheet)?.[row]?.[column] ?? null;
  return { budget: { sheets, cell }, grids };
}

/** What a line is, apart from its amounts. */
interface LineHead {
  readonly product: string;
  readonly account: string;
  readonly label: string;
  readonly direction: "expense" | "revenue";
}

function drawHead(draw: Draw, number: number): LineHead {
  return {
    product: draw.one(...PRODUCTS),
    account: draw.one(...ACCOUNTS),
    label: `Zeile ${number}`,
    direction: draw.one("expense", "expense", "expense", "revenue"),
  };
}

/** An amount as the sheet prints it: in its unit, some as text. */
function printed(
  draw: Draw,
  unit: 1 | 1000,
): { readonly cell: number | string; readonly number: number } {
  const amount = draw.money(300_000);
  const number = unit === 1000 ? Math.round(amount) / 1000 : amount;
  return { cell: draw.rarely(12) ? `${number.toFixed(3).replace(".", ",")} ` : number, number };
}

function amountOf(
  year: number,
  kind: AmountKind,
  { cell, number }: { readonly cell: number | string; readonly number: number },
  factor: number,
  position: { readonly row: number; readonly column: number },
): Amount {
  return {
    year,
    kind,
    value: number * factor,
    cell: position,
    factor,
    ...(typeof cell === "string" ? { text: cell } : {}),
  };
}

function sheetOf(
  name: string,
  orientation: BudgetSheet["orientation"],
  unit: 1 | 1000,
  columns: readonly AmountColumn[],
  lines: readonly BudgetLine[],
): BudgetSheet {
  return {
    status: "budget",
    name,
    unit: unit === 1000 ? "TEUR" : "EUR",
    orientation,
    bookkeeping: "doppik",
    columns,
    lines,
    totals: [],
    findings: [],
  };
}

const KINDS: readonly [AmountKind, ...AmountKind[]] = [
  "ansatz",
  "ansatz",
  "fortgeschrieben",
  "planung",
  "ergebnis",
  "verpflichtung",
];

/** Product, account and label left, one column a year and kind; some cells are blank. */
function drawWide(draw: Draw, { first }: Frame, name: string, grid: CellValue[][]): BudgetSheet {
  const unit = draw.one(1, 1, 1000);
  const seen = new Set<string>();
  const columns: AmountColumn[] = [];
  const begins = draw.whole(first - 4, first + 2);
  const count = draw.whole(1, 7);
  for (let i = 0; i < count; i += 1) {
    const year = begins + i - (i > 0 && draw.rarely(5) ? 1 : 0);
    const kind = draw.one(...KINDS);
    const key = `${year}/${kind}`;
    if (seen.has(key)) continue;
    seen.add(key);
    columns.push({ year, kind, column: 3 + columns.length });
  }
  grid.push(["Produkt", "Konto", "Bezeichnung", ...columns.map(({ year }) => `Wert ${year}`)]);
  const lines = Array.from({ length: draw.whole(1, 6) }, (_, i): BudgetLine => {
    const head = drawHead(draw, i + 1);
    const row = grid.length;
    const factor = unit * draw.one(1, 1, -1);
    const cells: CellValue[] = [head.product, head.account, head.label];
    const drawn = columns.flatMap(({ year, kind, column }) => {
      if (draw.rarely(6)) return [];
      const shown = printed(draw, unit);
      cells[column] = shown.cell;
      return [amountOf(year, kind, shown, factor, { row, column })];
    });
    grid.push(Array.from(cells, (value) => value ?? null));
    return { ...head, sheet: name, row, amounts: drawn, keys: keysOf(head, row) };
  });
  return sheetOf(name, "years-across", unit, columns, lines);
}

function keysOf(head: LineHead, row: number): KeyCell[] {
  return [
    { part: "product", cell: { row, column: 0 }, raw: head.product },
    { part: "account", cell: { row, column: 1 }, raw: head.account },
    { part: "label", cell: { row, column: 2 }, raw: head.label },
  ];
}

/** One row an amount, with its year beside it; some lines have no row for some years. */
function drawLong(draw: Draw, { first }: Frame, name: string, grid: CellValue[][]): BudgetSheet {
  const unit = draw.one(1, 1000);
  grid.push(["Produkt", "Konto", "Bezeichnung", "Jahr", "Betrag"]);
  const begins = draw.whole(first - 3, first + 1);
  const count = draw.whole(1, 5);
  const kind = draw.one("ansatz", "planung");
  const columns = Array.from({ length: count }, (_, i): AmountColumn => ({
    year: begins + i,
    kind,
    column: 4,
  }));
  const lines = Array.from({ length: draw.whole(1, 5) }, (_, i): BudgetLine => {
    const head = drawHead(draw, i + 1);
    const firstRow = grid.length;
    const factor = unit * draw.one(1, -1);
    const keys: KeyCell[] = [];
    const drawn: Amount[] = [];
    for (const { year } of columns) {
      if (drawn.length > 0 && draw.rarely(4)) continue;
      const row = grid.length;
      const shown = printed(draw, unit);
      grid.push([head.product, head.account, head.label, year, shown.cell]);
      keys.push(...keysOf(head, row), {
        part: "year",
        cell: { row, column: 3 },
        raw: String(year),
      });
      drawn.push(amountOf(year, kind, shown, factor, { row, column: 4 }));
    }
    return { ...head, sheet: name, row: firstRow, amounts: drawn, keys };
  });
  return sheetOf(name, "years-down", unit, columns, lines);
}
