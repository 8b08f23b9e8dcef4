import type { BuiltModel } from "../model/build";
import {
  allYears,
  call,
  cell,
  CONSTANT_COLUMN,
  differs,
  down,
  type Expression,
  flag,
  OPENING_COLUMN,
  plus,
  sum,
} from "../model/expression";
import type { Row } from "../model/row";
import type { CalculationSheet } from "../model/sheet";

/** Every input as last written, so that a reader sees without the add-in what was changed since. */
export function addWrittenInputs(built: BuiltModel, sheet: CalculationSheet, changed: Row): void {
  sheet.heading(
    { de: "Eingaben, wie zuletzt geschrieben", en: "Inputs as last written" },
    new Map([
      [CONSTANT_COLUMN, { de: "Wert", en: "Value" }],
      [OPENING_COLUMN, { de: "geänderte Zellen", en: "cells changed" }],
    ]),
  );
  const sources = [built.assumptions.sheet, ...(built.assignment ? [built.assignment.sheet] : [])];
  const listed = sources
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const copy = inputCopy(sheet, row);
      return copy === undefined ? [] : [copy];
    });
  const [first] = listed;
  const last = listed.at(-1);
  changed.fixed.set(CONSTANT_COLUMN, {
    kind: "formula",
    expression:
      first === undefined || last === undefined ? plus() : sum(down(first, last, OPENING_COLUMN)),
  });
}

/** A row's inputs as values, with the number of cells that differ now in column G. */
function inputCopy(sheet: CalculationSheet, row: Row): Row | undefined {
  const single = [...row.fixed].flatMap(([column, content]) =>
    content.kind === "input" ? [{ column, content }] : [],
  );
  const years = row.years?.kind === "each" ? row.years.contents : [];
  const hasYears = years.some((content) => content?.kind === "input");
  if (!hasYears && single.length === 0) return undefined;
  const copy = sheet.row({
    id: `written.${row.sheet}.${row.id}`,
    label: row.label,
    unit: row.unit,
    ...(row.scenario === undefined ? {} : { scenario: row.scenario }),
  });
  const parts: Expression[] = [];
  for (const { column, content } of single) {
    copy.fixed.set(column, {
      kind: "written",
      value: content.value,
      ...(content.unit === undefined ? {} : { unit: content.unit }),
    });
    parts.push(flag(differs(cell(row, column), cell(copy, column))));
  }
  if (hasYears) {
    copy.years = {
      kind: "each",
      contents: years.map((content) =>
        content?.kind === "input" ? { kind: "written", value: content.value } : undefined,
      ),
    };
    parts.push(call("SUMPRODUCT", flag(differs(allYears(row), allYears(copy)))));
  }
  copy.fixed.set(OPENING_COLUMN, { kind: "formula", unit: "months", expression: plus(...parts) });
  return copy;
}
