import { newId } from "./state";
import type { Area, HostConditionalFormat, HostSheet, HostValidation, HostWorkbook } from "./state";
import { colour } from "./range-objects";
import { HostError } from "./wire";
import type { HostObject } from "./wire";

/** Longest texts of a validation (learn.microsoft.com, Excel.DataValidationErrorAlert, …Prompt). */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

const RULES = ["wholeNumber", "decimal", "textLength", "list", "date", "time", "custom"];
const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
];

/** What is left of an area when another is taken out of it, in rectangles. */
export function areaWithout(from: Area, out: Area): readonly Area[] {
  const firstRow = Math.max(from.firstRow, out.firstRow);
  const lastRow = Math.min(from.lastRow, out.lastRow);
  const firstColumn = Math.max(from.firstColumn, out.firstColumn);
  const lastColumn = Math.min(from.lastColumn, out.lastColumn);
  if (firstRow > lastRow || firstColumn > lastColumn) return [from];
  return [
    { ...from, lastRow: firstRow - 1 },
    { ...from, firstRow: lastRow + 1 },
    { ...from, firstRow, lastRow, lastColumn: firstColumn - 1 },
    { ...from, firstRow, lastRow, firstColumn: lastColumn + 1 },
  ].filter((left) => left.firstRow <= left.lastRow && left.firstColumn <= left.lastColumn);
}

function sameArea(left: Area, right: Area): boolean {
  return (
    left.firstRow === right.firstRow &&
    left.firstColumn === right.firstColumn &&
    left.lastRow === right.lastRow &&
    left.lastColumn === right.lastColumn
  );
}

/** Which values the cells of a range accept. */
export function dataValidation(sheet: HostSheet, area: Area): HostObject {
  const current = () => sheet.validations.find((validation) => sameArea(validation.area, area));
  const change = (part: Partial<HostValidation>) => {
    if (sheet.isProtected) throw new HostError("AccessDenied", "The sheet is protected.");
    const before = current();
    const after: HostValidation = {
      area,
      rule: {},
      ignoreBlanks: true,
      errorAlert: {},
      prompt: {},
      ...before,
      ...part,
    };
    sheet.validations = [...sheet.validations.filter((other) => other !== before), after];
  };
  return {
    type: "DataValidation",
    write: {
      Rule: (value) => change({ rule: checkedRule(value) }),
      IgnoreBlanks: (value) => change({ ignoreBlanks: value === true }),
      ErrorAlert: (value) => change({ errorAlert: checkedWords(value) }),
      Prompt: (value) => change({ prompt: checkedWords(value) }),
    },
    call: {
      // Of a rule that reaches further the rest stays (as Excel does with “Clear all” on some of its cells).
      Clear: () => {
        sheet.validations = sheet.validations.flatMap((rule) =>
          areaWithout(rule.area, area).map((left) => ({ ...rule, area: left })),
        );
      },
    },
  };
}

/** Exactly one kind of rule (learn.microsoft.com, Excel.DataValidationRule). */
function checkedRule(value: unknown): unknown {
  const rule = value as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const kinds = Object.keys(rule);
  const [kind = ""] = kinds;
  const content = rule[kind];
  if (kinds.length !== 1 || !RULES.includes(kind) || content === undefined) {
    throw new HostError("InvalidArgument", `validation by ${kinds.join(", ")}`);
  }
  if (kind !== "list" && kind !== "custom" && !OPERATORS.includes(String(content.operator))) {
    throw new HostError("InvalidArgument", `validation by ${String(content.operator)}`);
  }
  // A date is a text in ISO notation or a formula, no number (Excel.DateTimeDataValidation `formula1`).
  if (kind === "date" && typeof content.formula1 !== "string") {
    throw new HostError("InvalidArgument", "a date is given as text or formula");
  }
  return value;
}

function checkedWords(value: unknown): Readonly<Record<string, unknown>> {
  const { title, message } = value as { title?: string; message?: string };
  if ((title ?? "").length > LONGEST_TITLE || (message ?? "").length > LONGEST_MESSAGE) {
    throw new HostError("InvalidArgument", "the words of a validation are too long");
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A new rule goes before all others (learn.microsoft.com, Excel.ConditionalFormatCollection `add`). */
export function conditionalFormats(
  workbook: HostWorkbook,
  sheet: HostSheet,
  area: Area,
): HostObject {
  const own = () => sheet.conditionalFormats.filter((format) => sameArea(format.area, area));
  return {
    type: "ConditionalFormatCollection",
    items: () => own().map((format) => conditionalFormat(format)),
    item: (key) => {
      const found = own().find(({ id }) => id === key);
      if (found === undefined) throw new HostError("ItemNotFound", "no such conditional format");
      return conditionalFormat(found);
    },
    call: {
      ClearAll: () => {
        sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) =>
          areaWithout(format.area, area).map((left) => ({ ...format, area: left })),
        );
      },
    },
    give: {
      Add: (type) => {
        if (type !== "Custom") throw new HostError("NotImplemented", `format by ${String(type)}`);
        const format = { id: newId(workbook), area, type, formula: "" };
        sheet.conditionalFormats.unshift(format);
        return conditionalFormat(format);
      },
    },
  };
}

function conditionalFormat(format: HostConditionalFormat): HostObject {
  return {
    type: "ConditionalFormat",
    identity: () => ({ Id: format.id }),
    navigate: {
      Custom: () => ({
        type: "CustomConditionalFormat",
        navigate: {
          Rule: () => ({
            type: "ConditionalFormatRule",
            write: {
              Formula: (value) => {
                const text = String(value);
                if (!text.startsWith("=") || text.includes(";")) {
                  throw new HostError("InvalidArgument", `condition ${text}`);
                }
                format.formula = text;
              },
            },
          }),
          Format: () => ({
            type: "ConditionalRangeFormat",
            navigate: {
              Font: () => ({
                type: "ConditionalRangeFont",
                write: {
                  Bold: (value) => void (format.bold = value === true),
                  Color: (value) => void (format.fontColor = colour(value)),
                },
              }),
              Fill: () => ({
                type: "ConditionalRangeFill",
                write: { Color: (value) => void (format.fill = colour(value)) },
              }),
            },
          }),
        },
      }),
    },
  };
}
