import * as fc from "fast-check";
import type { BudgetSource } from "../../src/model/budget-source";
import type { ModelDocument } from "../../src/model/document";
import { drawBlocks, drawExit } from "./generated/blocks";
import { type CellValue, drawBudget } from "./generated/budget";
import {
  anyMonth,
  type Draw,
  drawFrom,
  type Frame,
  monthIndexOf,
  optional,
  optionalText,
  rates,
  series,
  text,
} from "./generated/draw";
import { drawRules } from "./generated/rules";

type Scenario = ModelDocument["scenarios"][number];

export interface GeneratedModel {
  /** A model document that obeys every rule. */
  readonly document: ModelDocument;
  readonly budget: BudgetSource;
  /** What stands in the budget's sheets, row by row, for writing them into a workbook. */
  readonly grids: ReadonlyMap<string, readonly (readonly CellValue[])[]>;
}

/**
 * Models with every kind of block, term, tax case and budget: amounts to the cent and below zero, terms
 * that begin or end inside a year, series that begin before the model and end after it.
 */
export function arbitraryModel(): fc.Arbitrary<GeneratedModel> {
  return fc.gen().map((gen) => drawModel(drawFrom(gen)));
}

function drawModel(draw: Draw): GeneratedModel {
  const first = draw.whole(2010, 2035);
  const last = first + (draw.rarely(8) ? draw.one(0, 29) : draw.whole(1, 12));
  const frame: Frame = { first, last };
  const { budget, grids } = drawBudget(draw, frame);
  const names = ["status-quo", "a", "b", "c", "d", "e", "f", "g"].slice(0, draw.whole(1, 8));
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

function ownRules(draw: Draw, frame: Frame): { readonly lines?: ModelDocument["lines"] } {
  return draw.rarely(3) ? optional("lines", drawRules(draw, frame)) : {};
}
