import type { Language, Text } from "../language";
import type { IndexChoice } from "./document";
import {
  allAxisYears,
  allYears,
  atLeast,
  atMost,
  call,
  constant,
  equal,
  type Expression,
  times,
  year,
} from "./expression";
import { FIELD_LABELS, INDEX_TERMS } from "./field-labels";
import { addIndex, carriedOn, type IndexRows } from "./indices";
import type { DocumentPlace, FieldPath } from "./document-place";
import { addInput, fieldPlace, type Inputs, type InputShape } from "./inputs";
import { addLegalRows, type LegalRows } from "./legal-rows";
import type { Model } from "./model";
import type { Row } from "./row";
import { CalculationSheet } from "./sheet";
import type { CalendarDate } from "../law/calendar";

export const ASSUMPTIONS = "assumptions";

/** The shared inputs and what every scenario takes from them. */
export interface Assumptions {
  readonly sheet: CalculationSheet;
  readonly inputs: Inputs;
  readonly firstYear: Row;
  readonly lastYear: Row;
  /** 1 in the years of the model, 0 in other years of the axis. */
  readonly horizon: Row;
  readonly discountRate: Row;
  readonly rounding: Row;
  /** Who prepared the calculation, in words. */
  readonly preparedBy: Row;
  /** Differences below it are rounding of the computer, in EUR. */
  readonly tolerance: Row;
  readonly inhabitants: Row | undefined;
  readonly workplaces: Row | undefined;
  readonly shared: Readonly<Record<"goods" | "staff" | "fees", IndexRows>>;
  readonly law: LegalRows;
  /** Index rows of a block's own index input. */
  ownIndex(input: Row): IndexRows;
}

/** A row's amount in the last model year; the axis may run on with the years of the budget. */
export function inLastYear(row: Row, { lastYear }: Pick<Assumptions, "lastYear">): Expression {
  return call("SUMPRODUCT", times(allYears(row), equal(allAxisYears, constant(lastYear))));
}

const NOT_GIVEN: Text = { de: "nicht angegeben", en: "not given" };
const RATE_BOUNDS = { minimum: -0.5, maximum: 1 } as const;

/**
 * The sheet of all inputs.
 * @param requested inputs that the scenarios have asked for
 * @param facts the day of the run, whose rounding rules for interest hold, and the language
 */
export function addAssumptions(
  model: Model,
  years: readonly number[],
  requested: Inputs,
  { today, language }: { readonly today: CalendarDate; readonly language: Language },
): Assumptions {
  const sheet = new CalculationSheet(ASSUMPTIONS);
  const yearBounds = { minimum: years[0] ?? 0, maximum: years.at(-1) ?? 0 };
  sheet.heading({ de: "Rahmen", en: "Frame" });
  const single = (
    id: string,
    label: Text,
    unit: Row["unit"],
    value: number,
    bounds: { minimum: number; maximum: number },
    path?: FieldPath,
    source?: string,
  ): Row => {
    const shape = { kind: "constant", value } as const;
    return addInput(
      sheet,
      { id, label, unit, shape, bounds, source, ...placeIn(path, shape) },
      years,
    );
  };
  const sources = model.sources ?? {};
  const firstYear = single(
    "first-year",
    FIELD_LABELS.firstYear,
    "year",
    model.years.first,
    yearBounds,
    ["years", "first"],
  );
  const lastYear = single(
    "last-year",
    FIELD_LABELS.lastYear,
    "year",
    model.years.last,
    yearBounds,
    ["years", "last"],
  );
  const discountRate = single(
    "discount-rate",
    FIELD_LABELS.discountRate,
    "share",
    model.discountRate,
    RATE_BOUNDS,
    ["discountRate"],
    sources.discountRate,
  );
  const rounding = single(
    "rounding",
    FIELD_LABELS.rounding,
    "EUR",
    model.rounding,
    { minimum: 1, maximum: 1000 },
    ["rounding"],
    sources.rounding,
  );
  const preparedBy = addInput(
    sheet,
    {
      id: "prepared-by",
      label: { de: "Bearbeitet von", en: "Prepared by" },
      unit: "text",
      shape: { kind: "constant", value: NOT_GIVEN[language] },
    },
    years,
  );
  const tolerance = single(
    "tolerance",
    { de: "Prüfungen lassen Abweichungen zu unter", en: "Checks let differences pass below" },
    "EUR",
    0.005,
    { minimum: 0, maximum: 1 },
  );
  const series = (id: "inhabitants" | "workplaces", label: Text): Row | undefined => {
    const value = model[id];
    if (value === undefined) return undefined;
    const shape = { kind: "series", value } as const;
    return addInput(
      sheet,
      {
        id,
        label,
        unit: "number",
        shape,
        ...placeIn([id], shape),
        bounds: { minimum: id === "inhabitants" ? 1 : 0, maximum: 10_000_000 },
        source: sources[id],
      },
      years,
    );
  };
  const inhabitants = series("inhabitants", FIELD_LABELS.inhabitants);
  const workplaces = series("workplaces", FIELD_LABELS.workplaces);
  sheet.heading(FIELD_LABELS.priceChange);
  const indexInput = (name: "goods" | "staff" | "fees"): Row => {
    const shape = { kind: "series", value: model.indices[name] ?? 0 } as const;
    return addInput(
      sheet,
      {
        id: `index.${name}.input`,
        label: INDEX_TERMS[name],
        unit: "share",
        shape,
        ...placeIn(["indices", name], shape),
        bounds: RATE_BOUNDS,
        source: sources.indices,
      },
      years,
    );
  };
  const inputs = {
    goods: indexInput("goods"),
    staff: indexInput("staff"),
    fees: indexInput("fees"),
  };
  requested.build(sheet, years);
  const law = addLegalRows(sheet, today);
  sheet.space();
  sheet.heading({ de: "Fortgeschriebene Reihen", en: "Series carried on" });
  const horizon = sheet.formula(
    {
      id: "horizon",
      label: {
        de: "Modelljahr (1) oder nur Haushaltsjahr (0)",
        en: "Model year (1) or budget year only (0)",
      },
      unit: "flag",
      source: { de: "Rahmen", en: "frame" },
    },
    times(atLeast(year, constant(firstYear)), atMost(year, constant(lastYear))),
  );
  const own = new Map<Row, IndexRows>();
  const shared = (name: "goods" | "staff" | "fees"): IndexRows =>
    addIndex(sheet, { id: `index.${name}`, label: INDEX_TERMS[name] }, inputs[name], firstYear);
  return {
    sheet,
    inputs: requested,
    firstYear,
    lastYear,
    horizon,
    discountRate,
    rounding,
    tolerance,
    preparedBy,
    inhabitants:
      inhabitants === undefined
        ? undefined
        : carriedOn(
            sheet,
            "inhabitants.applied",
            { de: "Einwohner im Jahr", en: "Inhabitants in the year" },
            inhabitants,
          ),
    workplaces:
      workplaces === undefined
        ? undefined
        : carriedOn(
            sheet,
            "workplaces.applied",
            { de: "IT-Arbeitsplätze im Jahr", en: "IT workplaces in the year" },
            workplaces,
          ),
    shared: { goods: shared("goods"), staff: shared("staff"), fees: shared("fees") },
    law,
    ownIndex(input) {
      const known = own.get(input);
      if (known !== undefined) return known;
      const made = addIndex(
        sheet,
        { id: `${input.id}.index`, label: input.label },
        input,
        firstYear,
      );
      own.set(input, made);
      return made;
    },
  };
}

/** The place of a field of the model itself. */
function placeIn(
  path: FieldPath | undefined,
  shape: InputShape,
): { readonly place?: DocumentPlace } {
  return path === undefined ? {} : { place: fieldPlace([path], shape) };
}

/** An index choice as an input, or undefined where it is one of the shared indices. */
export function ownIndexInput(
  choice: IndexChoice | undefined,
):
  | { readonly kind: "series"; readonly value: number | Readonly<Record<string, number>> }
  | undefined {
  if (choice === undefined || typeof choice === "string") return undefined;
  return { kind: "series", value: choice };
}
