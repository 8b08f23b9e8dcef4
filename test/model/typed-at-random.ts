import { dateOf, excelSerial } from "../../src/law/calendar";
import type { BuiltModel } from "../../src/model/build";
import { ROLE_TERMS } from "../../src/model/line-roles";
import type { Content, Row, Unit } from "../../src/model/row";
import type { TypedInput } from "../../src/model/typed-inputs";

/** Numbers from 0 to 1, the same ones for the same seed. */
export type Dice = () => number;

/** An input cell of a model, with everything a user sees of it. */
export interface InputCell {
  readonly row: Row;
  readonly unit: Unit;
  readonly place: TypedInput["place"];
  readonly value: TypedInput["value"];
}

/** Every input cell of every sheet. */
export function inputCells({ sheets, years }: BuiltModel): readonly InputCell[] {
  return sheets
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const cell = (content: Content | undefined, place: TypedInput["place"]): InputCell[] =>
        content?.kind === "input"
          ? [{ row, unit: content.unit ?? row.unit, place, value: content.value }]
          : [];
      const contents = row.years?.kind === "each" ? row.years.contents : [];
      return [
        ...[...row.fixed].flatMap(([column, content]) => cell(content, { column })),
        ...years.flatMap((year, index) => cell(contents[index], { year })),
      ];
    });
}

/** What a user types into a cell: another value of its kind, sometimes nothing where that may be. */
export function typeInto(cell: InputCell, built: BuiltModel, dice: Dice): TypedInput {
  const { row, place } = cell;
  return {
    sheet: row.sheet,
    row: row.id,
    label: row.label.de,
    place,
    value: mayBeEmpty(cell) && dice() < 0.2 ? null : otherValue(cell, built, dice),
    cell: `${row.sheet}!${row.id}`,
  };
}

/** A year of a series, a month that means "none", an amount that may be 0. */
function mayBeEmpty({ row, unit, place }: InputCell): boolean {
  if (row.place === undefined || row.place.kind === "group") return false;
  if ("year" in place) return true;
  if (unit === "date" || unit === "month") return EMPTIED.test(row.id);
  return EMPTIED.test(row.id) || (row.bounds?.minimum ?? 1) <= 0;
}

const EMPTIED = /[.](start|end|from|to|invoiced|until|assessed|interest|limitation)(@|$)/;

function otherValue(
  { row, unit, value }: InputCell,
  { model, assignment }: BuiltModel,
  dice: Dice,
): TypedInput["value"] {
  const whole = (least: number, most: number): number =>
    least + Math.floor(dice() * (most - least + 1));
  const { first, last } = model.years;
  if (row.place?.kind === "group") {
    const codes = (assignment?.groups ?? []).map(({ code }) => code);
    return codes[whole(0, codes.length - 1)] ?? null;
  }
  switch (unit) {
    case "text":
      if (row.place?.kind !== "role") return "Kämmerei";
      return ROLE_TERMS[
        (["stays", "ends", "budgeted", "unaffected"] as const)[whole(0, 3)] ?? "stays"
      ].de;
    case "month":
      return excelSerial(dateOf(whole(first, last), whole(1, 12), whole(1, 28)));
    case "date":
      return excelSerial(dateOf(whole(first, last), whole(1, 12), whole(1, 28)));
    case "flag":
      return value === 1 ? 0 : 1;
    case "year":
      return whole(first, last);
    case "share":
      return whole(0, 1000) / 1000;
    case "months":
      return whole(1, 120);
    case "number":
      return row.id.includes(".limitation") ? whole(1, 12) : whole(1, 2000);
    default:
      return row.id === "rounding" ? 1000 : whole(-20_000_000, 50_000_000) / 100;
  }
}
