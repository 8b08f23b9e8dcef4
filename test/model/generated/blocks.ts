import type { BlockDocument, BlockOf, IndexChoice, Series } from "../../../src/model/document";
import {
  anyDate,
  anyMonth,
  type Draw,
  type Frame,
  monthIndexOf,
  optional,
  optionalText,
  rates,
  series,
  type Term,
  text,
} from "./draw";
import { drawWhere } from "./rules";

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

export function drawExit(draw: Draw, from: number, to: number): BlockOf<"exit"> {
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

export function drawBlocks(draw: Draw, frame: Frame, term: Term): BlockDocument[] {
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
