import fc from "fast-check";
import type { CellContent, Grid } from "../../src/budget/grid";
import type { AmountKind, BudgetSheet, Direction } from "../../src/budget/line";
import { gridOf } from "./grids";

/** A budget line as it is before anybody lays it out. Amounts in cents, positive in its direction. */
export interface TrueLine {
  readonly product: string;
  readonly account: string;
  readonly label: string;
  readonly direction: Direction;
  readonly cents: readonly number[];
}

export interface TrueBudget {
  readonly slots: readonly { readonly year: number; readonly kind: AmountKind }[];
  readonly lines: readonly TrueLine[];
}

/** The free choices of whoever lays a budget out. */
export interface Layout {
  readonly down: boolean;
  readonly columnOrder: readonly number[];
  readonly titles: number;
  readonly grouped: boolean;
  readonly written: "number" | "german" | "german-plain" | "english";
  readonly minus: "before" | "behind" | "parentheses";
  readonly negative: "none" | "expense" | "revenue";
  readonly direction: "words" | "letters" | "accounts" | "columns";
  readonly products: "column" | "headings";
  readonly sums: boolean;
  readonly runningNumber: boolean;
  readonly kindWords: number;
  readonly thousands: boolean;
}

const NOUNS = ["Software", "Wartung", "Leitungen", "Miete", "Schulung", "Geräte", "Strom", "Porto"];

export const budgets: fc.Arbitrary<TrueBudget> = fc
  .record({
    firstYear: fc.integer({ min: 2005, max: 2040 }),
    products: fc.integer({ min: 1, max: 4 }),
    perProduct: fc.integer({ min: 3, max: 7 }),
    slots: fc.integer({ min: 2, max: 6 }),
    seeds: fc.array(fc.integer({ min: 1_000, max: 90_000_000 }), { minLength: 60, maxLength: 60 }),
  })
  .map(({ firstYear, products, perProduct, slots, seeds }) => {
    const kinds: AmountKind[] = ["ergebnis", "ansatz", "ansatz", "planung", "planung", "planung"];
    const lines: TrueLine[] = [];
    for (let product = 0; product < products; product += 1) {
      for (let at = 0; at < perProduct; at += 1) {
        const index = product * perProduct + at;
        const revenue = at % 3 === 1;
        const noun = NOUNS[(index * 3 + at) % NOUNS.length] ?? "Papier";
        lines.push({
          product: `01.0${product + 1}.0${(product % 3) + 1}`,
          account: `${revenue ? 44 : 52}${10 + at}00`,
          label: `${revenue ? "Erträge aus" : "Aufwendungen für"} ${noun} ${String.fromCharCode(65 + at)}`,
          direction: revenue ? "revenue" : "expense",
          cents: Array.from({ length: slots }, (_, slot) => {
            const seed = seeds[(index * 7 + slot * 13) % seeds.length] ?? 1000;
            // Tens of euros, so that thousands of euros with two decimals hold them exactly.
            return (seed - (seed % 1000)) * (1 + ((index + slot) % 5));
          }),
        });
      }
    }
    return {
      slots: kinds.slice(0, slots).map((kind, at) => ({ year: firstYear + at, kind })),
      lines,
    };
  });

export const layouts: fc.Arbitrary<Layout> = fc.record({
  down: fc.boolean(),
  columnOrder: fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
  titles: fc.integer({ min: 0, max: 2 }),
  grouped: fc.boolean(),
  written: fc.constantFrom("number", "german", "german-plain", "english"),
  minus: fc.constantFrom("before", "behind", "parentheses"),
  negative: fc.constantFrom("none", "expense", "revenue"),
  direction: fc.constantFrom("words", "letters", "accounts", "columns"),
  products: fc.constantFrom("column", "headings"),
  sums: fc.boolean(),
  runningNumber: fc.boolean(),
  kindWords: fc.integer({ min: 0, max: 3 }),
  thousands: fc.boolean(),
});

const KIND_WORDS: Readonly<Record<AmountKind, readonly string[]>> = {
  ergebnis: ["Ergebnis", "Ist", "Rechnungsergebnis", "Jahresrechnung"],
  ansatz: ["Ansatz", "Plan", "Haushaltsansatz", "Soll"],
  fortgeschrieben: [
    "Fortgeschriebener Ansatz",
    "fortgeschr. Ansatz",
    "Fortgeschriebener Plan",
    "Fortschreibung",
  ],
  planung: ["Planung", "Finanzplanung", "Finanzplan", "Planung"],
  verpflichtung: ["VE", "Verpflichtungsermächtigung", "VE", "VE"],
};

/** A budget laid out, with the cells that hold its amounts. */
export interface LaidOut {
  readonly grid: Grid;
  readonly rows: CellContent[][];
  readonly amountCells: readonly (readonly [number, number])[];
  readonly keyCells: readonly (readonly [number, number])[];
  readonly headerRows: readonly number[];
  readonly hasSums: boolean;
}

export function layOut(budget: TrueBudget, layout: Layout): LaidOut {
  const rows: CellContent[][] = [];
  const titles = [["Haushaltsplan der Gemeinde Birkenau am Rain"], ["Alle Konten"]];
  for (let at = 0; at < layout.titles; at += 1) rows.push([...(titles[at] ?? [])]);
  return layout.down ? layDown(budget, layout, rows) : layAcross(budget, layout, rows);
}

function layAcross(budget: TrueBudget, layout: Layout, rows: CellContent[][]): LaidOut {
  const headings = layout.products === "headings";
  const keyHeaders = ["Produkt", "Konto", "Bezeichnung"];
  const keys = layout.columnOrder.filter((key) => !(headings && key === 0));
  const split = layout.direction === "columns";
  const lettered = layout.direction === "words" || layout.direction === "letters";
  const front = [
    ...(layout.runningNumber ? ["lfd. Nr."] : []),
    ...keys.map((key) => keyHeaders[key] ?? ""),
    ...(lettered ? [layout.direction === "letters" ? "E/A" : "Ertrag/Aufwand"] : []),
  ];
  const unit = layout.thousands ? " T€" : "";
  const sides = split ? [" (Erträge)", " (Aufwendungen)"] : [""];
  const first = rows.length;
  const words = budget.slots.map(({ kind }) => KIND_WORDS[kind][layout.kindWords] ?? "");
  if (layout.grouped && !split) {
    rows.push([...front, ...words.map((word) => word + unit)]);
    rows.push([...front.map(() => null), ...budget.slots.map(({ year }) => year)]);
  } else {
    rows.push([
      ...front,
      ...budget.slots.flatMap(({ year }, at) =>
        sides.map((side) => `${words[at]} ${year}${unit}${side}`),
      ),
    ]);
  }
  const headerRows = rows.map((_, row) => row).filter((row) => row >= first);
  const amountCells: [number, number][] = [];
  const keyCells: [number, number][] = [];
  let product: string | undefined;
  let open = new Map<string, number>();
  const closeProduct = (): void => {
    if (!layout.sums || product === undefined) return;
    const values = budget.slots.flatMap((_, slot) =>
      sides.map((__, side) => open.get(`${slot}|${side}`) ?? 0),
    );
    const label = keys.map((key) => (key === 2 ? `Summe ${product}` : null));
    const blank = lettered ? [null] : [];
    const number = layout.runningNumber ? [null] : [];
    rows.push([...number, ...label, ...blank, ...values.map((cents) => write(cents, layout))]);
    open = new Map();
  };
  budget.lines.forEach((line, index) => {
    if (line.product !== product) {
      closeProduct();
      product = line.product;
      if (headings) rows.push([`Produkt ${line.product}`]);
    }
    const row = rows.length;
    const values = budget.slots.flatMap((_, slot) =>
      sides.map((__, side): CellContent => {
        if (split && (side === 0) !== (line.direction === "revenue")) return null;
        const printed = signOf(line.direction, layout) * (line.cents[slot] ?? 0);
        open.set(`${slot}|${side}`, (open.get(`${slot}|${side}`) ?? 0) + printed);
        return write(printed, layout);
      }),
    );
    const keyTexts = [line.product, line.account, line.label];
    const cells: CellContent[] = [
      ...(layout.runningNumber ? [String(index + 1)] : []),
      ...keys.map((key) => keyTexts[key] ?? null),
      ...(lettered ? [directionCell(line.direction, layout)] : []),
    ];
    keys.forEach((_, at) => keyCells.push([row, at + (layout.runningNumber ? 1 : 0)]));
    values.forEach((value, at) => {
      if (value !== null) amountCells.push([row, cells.length + at]);
    });
    rows.push([...cells, ...values]);
  });
  closeProduct();
  return { grid: gridOf(rows), rows, amountCells, keyCells, headerRows, hasSums: layout.sums };
}

function layDown(budget: TrueBudget, layout: Layout, rows: CellContent[][]): LaidOut {
  const keyHeaders = ["Produkt", "Konto", "Bezeichnung"];
  const split = layout.direction === "columns";
  const lettered = layout.direction === "words" || layout.direction === "letters";
  const unit = layout.thousands ? " T€" : "";
  rows.push([
    ...(layout.runningNumber ? ["ID"] : []),
    ...layout.columnOrder.map((key) => keyHeaders[key] ?? ""),
    ...(lettered ? [layout.direction === "letters" ? "E_A" : "Richtung"] : []),
    "Jahr",
    "Werttyp",
    ...(split ? [`Ertrag${unit}`, `Aufwand${unit}`] : [`Betrag${unit}`]),
  ]);
  const headerRows = [rows.length - 1];
  const amountCells: [number, number][] = [];
  const keyCells: [number, number][] = [];
  let number = 0;
  budget.slots.forEach(({ year, kind }, slot) => {
    for (const line of budget.lines) {
      const row = rows.length;
      const keyTexts = [line.product, line.account, line.label];
      number += 1;
      const value = write(signOf(line.direction, layout) * (line.cents[slot] ?? 0), layout);
      const cells: CellContent[] = [
        ...(layout.runningNumber ? [String(number)] : []),
        ...layout.columnOrder.map((key) => keyTexts[key] ?? null),
        ...(lettered ? [directionCell(line.direction, layout)] : []),
        layout.written === "number" ? year : String(year),
        KIND_WORDS[kind][layout.kindWords] ?? "",
      ];
      layout.columnOrder.forEach((_, at) =>
        keyCells.push([row, at + (layout.runningNumber ? 1 : 0)]),
      );
      const right = split && line.direction === "expense";
      amountCells.push([row, cells.length + (right ? 1 : 0)]);
      rows.push(right ? [...cells, null, value] : [...cells, value]);
    }
  });
  return { grid: gridOf(rows), rows, amountCells, keyCells, headerRows, hasSums: false };
}

function directionCell(direction: Direction, layout: Layout): string {
  if (layout.direction === "letters") return direction === "revenue" ? "E" : "A";
  return direction === "revenue" ? "Ertrag" : "Aufwand";
}

function signOf(direction: Direction, layout: Layout): number {
  return layout.negative === direction ? -1 : 1;
}

/** An amount in the layout's way of writing; thousands of euros keep two decimals. */
function write(cents: number, layout: Layout): CellContent {
  const amount = layout.thousands ? cents / 100_000 : cents / 100;
  if (layout.written === "number") return amount;
  const [whole = "0", decimals = "00"] = Math.abs(amount).toFixed(2).split(".");
  const english = layout.written === "english";
  const grouped =
    layout.written === "german-plain"
      ? whole
      : whole.replace(/\B(?=(\d{3})+(?!\d))/g, english ? "," : ".");
  const text = `${grouped}${english ? "." : ","}${decimals}`;
  if (cents >= 0) return text;
  if (layout.minus === "behind") return `${text}-`;
  return layout.minus === "parentheses" ? `(${text})` : `-${text}`;
}

/** Lines and their amounts in cents, in an order of their own, to compare what was read. */
export function truth(budget: TrueBudget): readonly string[] {
  return budget.lines
    .flatMap((line) =>
      budget.slots.map(({ year, kind }, slot) =>
        [line.product, line.account, line.label, line.direction, year, kind, line.cents[slot]].join(
          "|",
        ),
      ),
    )
    .sort();
}

export function readTruth(sheet: BudgetSheet): readonly string[] {
  return sheet.lines
    .flatMap((line) =>
      line.amounts.map(({ year, kind, value }) =>
        [
          line.product,
          line.account,
          line.label,
          line.direction,
          year,
          kind,
          Math.round(value * 100),
        ].join("|"),
      ),
    )
    .sort();
}
