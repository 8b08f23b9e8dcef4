import { fill, type Text } from "../../language";
import { calendarDate, excelSerial } from "../../law/calendar";
import type { BlockOf } from "../document";
import {
  at,
  constant,
  type Expression,
  largest,
  minus,
  over,
  plus,
  smallest,
  times,
  year,
} from "../expression";
import { asDate, asFlag } from "../field-forms";
import { FIELD_LABELS } from "../field-labels";
import type { InputSpec } from "../inputs";
import { inYearOf, monthIndexOf } from "../periods";
import type { Row } from "../row";
import type { BlockContext } from "./block";
import { constantInput, monthInput } from "./pricing";

/** Inputs of the exit: date, data transfer and the assets taken over at their residual values. */
export function exitInputs(block: BlockOf<"exit">): readonly InputSpec[] {
  const { source } = block;
  return [
    constantInput(
      "date",
      { path: ["date"], form: asDate },
      FIELD_LABELS.exitDate,
      "date",
      excelSerial(calendarDate(block.date)),
      source,
    ),
    constantInput(
      "data-transfer",
      { path: ["dataTransfer"] },
      FIELD_LABELS.dataTransfer,
      "EUR",
      block.dataTransfer ?? 0,
      source,
    ),
    constantInput(
      "capitalise",
      { path: ["capitalise"], form: asFlag },
      FIELD_LABELS.capitalise,
      "flag",
      (block.capitalise ?? true) ? 1 : 0,
      source,
      { minimum: 0, maximum: 1 },
    ),
    ...(block.assets ?? []).flatMap((asset, index) => [
      monthInput(
        assetField(index, "acquired"),
        { path: ["assets", index, "acquired"] },
        named(asset.name, FIELD_LABELS.assetAcquired),
        asset.acquired,
        source,
      ),
      constantInput(
        assetField(index, "cost"),
        { path: ["assets", index, "cost"] },
        named(asset.name, FIELD_LABELS.assetCost),
        "EUR",
        asset.cost,
        source,
      ),
      constantInput(
        assetField(index, "life"),
        { path: ["assets", index, "lifeMonths"] },
        named(asset.name, FIELD_LABELS.assetLife),
        "months",
        asset.lifeMonths,
        source,
        { minimum: 1, maximum: 1200 },
      ),
    ]),
  ];
}

/** What an exit costs: in cash at once, in the result over the remaining lives. */
export interface ExitRows {
  readonly cash: Row;
  readonly result: Row;
}

/**
 * Exit (Austritt): data transfer, and residual book values `cost × remaining / life`; capitalised, they
 * are expense over the remaining months from the month after the exit.
 * @param month month index of the exit on the scenario's sheet
 */
export function buildExit(block: BlockOf<"exit">, context: BlockContext, month: Row): ExitRows {
  const { id, sheet, horizon } = context;
  const transfer = sheet.importConstant(context.input("data-transfer"));
  const capitalise = sheet.importConstant(context.input("capitalise"));
  const assets = (block.assets ?? []).map((asset, index) =>
    assetRows(context, `${id}.asset-${index + 1}`, asset.name, index, month),
  );
  const inExitYear = inYearOf(month);
  const residual = plus(...assets.map((asset) => constant(asset.residual)));
  const cash = sheet.formula(
    {
      id: `${id}.cash`,
      label: { de: "Austritt: Auszahlung", en: "Exit: outlay" },
      unit: "EUR",
    },
    times(plus(constant(transfer), residual), inExitYear, at(horizon)),
  );
  const result = sheet.formula(
    {
      id: `${id}.result`,
      label: { de: "Austritt: Aufwand", en: "Exit: expense" },
      unit: "EUR",
    },
    times(
      plus(
        times(constant(transfer), inExitYear),
        times(plus(...assets.map((asset) => at(asset.spread))), constant(capitalise)),
        times(residual, minus(1, constant(capitalise)), inExitYear),
      ),
      at(horizon),
    ),
  );
  return { cash, result };
}

function named(asset: string, field: Text): Text {
  return fill({ de: "{0}: {1}", en: "{0}: {1}" }, asset, field);
}

function assetField(index: number, field: string): string {
  return `asset-${index + 1}.${field}`;
}

interface AssetRows {
  readonly residual: Row;
  readonly spread: Row;
}

function assetRows(
  context: BlockContext,
  id: string,
  name: string,
  index: number,
  month: Row,
): AssetRows {
  const { sheet } = context;
  const acquired = sheet.constant(
    {
      id: `${id}.acquired`,
      label: { de: `${name}: angeschafft (Monatsindex)`, en: `${name}: acquired (month index)` },
      unit: "monthIndex",
    },
    monthIndexOf(constant(sheet.importConstant(context.input(assetField(index, "acquired"))))),
  );
  const cost = sheet.importConstant(context.input(assetField(index, "cost")));
  const life = sheet.importConstant(context.input(assetField(index, "life")));
  const remaining = sheet.constant(
    {
      id: `${id}.remaining`,
      label: { de: `${name}: Restnutzungsdauer`, en: `${name}: remaining life` },
      unit: "months",
    },
    largest(
      0,
      minus(constant(life), largest(0, plus(minus(constant(month), constant(acquired)), 1))),
    ),
  );
  const residual = sheet.constant(
    {
      id: `${id}.residual`,
      label: { de: `${name}: Restbuchwert`, en: `${name}: residual value` },
      unit: "EUR",
    },
    over(times(constant(cost), constant(remaining)), constant(life)),
  );
  const spread = sheet.formula(
    {
      id: `${id}.spread`,
      label: { de: `${name}: Abschreibung nach Austritt`, en: `${name}: depreciation after exit` },
      unit: "EUR",
    },
    times(over(constant(cost), constant(life)), monthsAfter(month, remaining)),
  );
  return { residual, spread };
}

/** Months of the year among the remaining ones after the exit month. */
function monthsAfter(month: Row, remaining: Row): Expression {
  const inYear = (index: Expression): Expression => minus(index, times(12, year));
  return largest(
    0,
    minus(
      smallest(12, inYear(plus(constant(month), constant(remaining)))),
      largest(0, inYear(constant(month))),
    ),
  );
}
