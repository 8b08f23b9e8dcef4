import { fill, type Text } from "../language";
import type { BuiltModel } from "../model/build";
import { constant, CONSTANT_COLUMN } from "../model/expression";
import type { Row } from "../model/row";
import type { CalculationSheet, ColumnTitle } from "../model/sheet";
import { textRows } from "../text-lines";
import { COLUMN, note } from "./overview-cells";

/** The inputs that move most, each a link to its row. */
export function addAssumptionList(sheet: CalculationSheet, built: BuiltModel): void {
  sheet.heading(
    { de: "Wichtige Annahmen", en: "Assumptions that matter" },
    new Map<number, ColumnTitle>([
      [COLUMN.taxCase, { de: "Wert", en: "Value", overNumbers: true }],
      [COLUMN.budgetYear, { de: "gilt für", en: "applies to" }],
      [COLUMN.difference, { de: "Quelle", en: "Source" }],
    ]),
  );
  const matters = built.assumptions.sheet.rows.filter(({ id, fixed }) => {
    const content = fixed.get(CONSTANT_COLUMN);
    const given = content?.kind === "input" && content.value !== null;
    return given && KEY_FIELDS.some((field) => id.split("@")[0] === field);
  });
  for (const input of matters) {
    const row = sheet.row({
      id: `assumption.${input.id}`,
      label: labelOf(input),
      unit: input.unit,
    });
    row.fixed.set(COLUMN.taxCase, {
      kind: "formula",
      unit: input.unit,
      expression: constant(input),
    });
    if (input.scenario !== undefined)
      row.fixed.set(COLUMN.budgetYear, { kind: "text", text: input.scenario });
    if (input.source !== undefined)
      row.fixed.set(COLUMN.difference, { kind: "text", text: input.source });
  }
}

/** On their own sheet the price changes stand below a heading that says what they are. */
function labelOf({ id, label }: Row): Text {
  return /^index\.\w+\.input$/.test(id)
    ? fill({ de: "Preissteigerung {0}", en: "Price change: {0}" }, label)
    : label;
}

const KEY_FIELDS: readonly string[] = [
  "discount-rate",
  "index.fees.input",
  "index.goods.input",
  "index.staff.input",
  "scenario.start",
  "vat.from",
  "vat.effective",
  "back-tax.assessed",
  "back-tax.interest",
];

/** Characters that fit into the width of the page. */
const LINE_LENGTH = 165;

/** What is not known or was assumed, in lines of the page's width. */
export function addUnknown(sheet: CalculationSheet, unknown: readonly Text[]): void {
  if (unknown.length === 0) return;
  sheet.heading({
    de: "Was nicht bekannt ist oder angenommen wurde",
    en: "What is not known or was assumed",
  });
  unknown.forEach((text, index) => {
    textRows(text, LINE_LENGTH).forEach((line, place) => {
      note(
        sheet,
        `unknown-${String(index + 1)}${place === 0 ? "" : `.${String(place + 1)}`}`,
        line,
      );
    });
  });
}
