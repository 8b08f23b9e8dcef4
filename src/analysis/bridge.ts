import { fill, type Text, verbatim } from "../language";
import {
  below,
  cell,
  constant,
  CONSTANT_COLUMN,
  type Expression,
  join,
  largest,
  minus,
  plus,
  smallest,
  when,
} from "../model/expression";
import type { Row } from "../model/row";
import type { CalculationSheet, ColumnTitle } from "../model/sheet";
import type { BlockTable } from "./block-tables";

/** Columns of the two tables: beside a step what it adds and what is reached; beside a bar its parts. */
const LABEL_COLUMN = 1;
const REACHED_COLUMN = 5;
/** What a bar is called, with the word that says whether it adds or saves; it runs on over empty years. */
export const NAME_COLUMN = 6;
export const BRIDGE_COLUMNS = { base: 2, above: CONSTANT_COLUMN, below: 5 } as const;

/** From the reference to a scenario, kind of cost by kind of cost. */
export interface Bridge {
  readonly from: string;
  readonly to: string;
  /** Start, steps and end: what each adds, and the level reached with it. */
  readonly steps: readonly Row[];
  /** The same as bars of a stacked column chart. */
  readonly bars: readonly Row[];
  /** The level after the last step; what the scenario costs stands in the last row. */
  readonly reached: { readonly row: Row; readonly column: number };
  readonly end: Row;
}

/** Adds the table of steps from the total of one scenario to that of another. */
export function addBridge(sheet: CalculationSheet, from: BlockTable, to: BlockTable): Bridge {
  const names = { from: from.scenario.scenario.name, to: to.scenario.scenario.name };
  sheet.heading(
    fill({ de: "Brücke: von {0} zu {1}", en: "Bridge: from {0} to {1}" }, names.from, names.to),
    new Map<number, ColumnTitle>([
      [CONSTANT_COLUMN, over({ de: "Betrag", en: "Amount" })],
      [REACHED_COLUMN, over({ de: "erreichter Stand", en: "level reached" })],
    ]),
  );
  const step = (id: string, label: Text, amount: Expression, before?: Row): Row => {
    const row = sheet.row({ id: `bridge.${id}`, label, unit: "EUR" });
    row.fixed.set(CONSTANT_COLUMN, { kind: "formula", expression: amount });
    row.fixed.set(REACHED_COLUMN, {
      kind: "formula",
      expression: before === undefined ? constant(row) : plus(reached(before), constant(row)),
    });
    return row;
  };
  const start = step("start", verbatim(names.from), constant(from.total));
  const steps: Row[] = [];
  for (const { id, row, amount } of differences(from, to)) {
    steps.push(step(id, row.label, amount, steps.at(-1) ?? start));
  }
  const end = step("end", verbatim(names.to), constant(to.total));
  const bars = addBars(sheet, start, steps, end);
  const words = addWords(sheet);
  for (const row of [start, end]) setName(row, cell(row, LABEL_COLUMN));
  for (const row of steps) {
    const word = when(below(constant(row), 0), constant(words.less), constant(words.more));
    setName(row, join(word, cell(row, LABEL_COLUMN)));
  }
  return {
    ...names,
    steps: [start, ...steps, end],
    bars,
    reached: { row: steps.at(-1) ?? start, column: REACHED_COLUMN },
    end,
  };
}

function setName(row: Row, expression: Expression): void {
  row.fixed.set(NAME_COLUMN, { kind: "formula", unit: "text", expression });
}

/** The words before the name of a bar, so that no colour has to say it. */
function addWords(sheet: CalculationSheet): { readonly more: Row; readonly less: Row } {
  const word = (id: string, label: Text, text: Text): Row => {
    const row = sheet.row({ id: `bridge.word.${id}`, label, unit: "text" });
    row.fixed.set(CONSTANT_COLUMN, { kind: "text", text });
    return row;
  };
  return {
    more: word(
      "more",
      { de: "Wort für einen Schritt nach oben", en: "Word for a step up" },
      { de: "mehr: ", en: "more: " },
    ),
    less: word(
      "less",
      { de: "Wort für einen Schritt nach unten", en: "Word for a step down" },
      { de: "weniger: ", en: "less: " },
    ),
  };
}

function over(text: Text): ColumnTitle {
  return { ...text, overNumbers: true };
}

/** Kinds of cost that one of the two scenarios has, in the order of the tables. */
function differences(
  from: BlockTable,
  to: BlockTable,
): readonly { readonly id: string; readonly row: Row; readonly amount: Expression }[] {
  const before = new Map(from.rows.map(({ id, row }) => [id, row] as const));
  const after = new Map(to.rows.map(({ id, row }) => [id, row] as const));
  const has = ({ scenario }: BlockTable, id: string): boolean =>
    scenario.scenario.blocks.some(({ kind }) => kind === id || `${kind}-depreciation` === id);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [old, own] = [before.get(id), after.get(id)];
    const row = own ?? old;
    const always = id === "baseline" || id === "tax-effect";
    if (row === undefined || !(always || has(from, id) || has(to, id))) return [];
    const amount =
      old === undefined
        ? constant(row)
        : own === undefined
          ? minus(0, constant(old))
          : minus(constant(own), constant(old));
    return [{ id, row, amount }];
  });
}

/**
 * Bars that open in every Excel: a base without fill below them, and the visible part split at zero, so
 * that totals below zero are drawn too.
 */
function addBars(
  sheet: CalculationSheet,
  start: Row,
  steps: readonly Row[],
  end: Row,
): readonly Row[] {
  sheet.heading(
    { de: "Zahlen des Diagramms", en: "Figures of the chart" },
    new Map<number, ColumnTitle>([
      [BRIDGE_COLUMNS.base, over({ de: "Sockel (ohne Füllung)", en: "base (no fill)" })],
      [BRIDGE_COLUMNS.above, over({ de: "Betrag über null", en: "amount above zero" })],
      [BRIDGE_COLUMNS.below, over({ de: "Betrag unter null", en: "amount below zero" })],
    ]),
  );
  const bar = (step: Row, base: Expression, positive: Expression, negative: Expression): Row => {
    const row = sheet.row({ id: `${step.id}.bar`, label: step.label, unit: "EUR" });
    const put = (column: number, expression: Expression): void => {
      row.fixed.set(column, { kind: "formula", expression });
    };
    put(BRIDGE_COLUMNS.base, base);
    put(BRIDGE_COLUMNS.above, positive);
    put(BRIDGE_COLUMNS.below, negative);
    return row;
  };
  const whole = (step: Row): Row =>
    bar(step, plus(), largest(0, reached(step)), smallest(0, reached(step)));
  return [
    whole(start),
    ...steps.map((step, index) => {
      const [from, to] = [reached(steps[index - 1] ?? start), reached(step)];
      const low = smallest(from, to);
      const high = largest(from, to);
      const base = plus(largest(0, low), smallest(0, high));
      return bar(
        step,
        base,
        minus(largest(0, from, to), largest(0, low)),
        minus(smallest(0, from, to), smallest(0, high)),
      );
    }),
    whole(end),
  ];
}

function reached(row: Row): Expression {
  return cell(row, REACHED_COLUMN);
}
