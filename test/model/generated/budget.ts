import type {
  Amount,
  AmountColumn,
  AmountKind,
  BudgetLine,
  BudgetSheet,
  KeyCell,
} from "../../../src/budget/line";
import type { BudgetSource } from "../../../src/model/budget-source";
import type { Draw, Frame } from "./draw";

export type CellValue = number | string | null;

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

interface DrawnBudget {
  readonly budget: BudgetSource;
  readonly grids: ReadonlyMap<string, readonly (readonly CellValue[])[]>;
}

export function drawBudget(draw: Draw, frame: Frame): DrawnBudget {
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
