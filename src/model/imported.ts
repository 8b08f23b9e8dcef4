import { at, CONSTANT_COLUMN, constant, type Expression } from "./expression";
import type { CalculationSheet } from "./sheet";

/**
 * The same expression on another sheet, with import rows for the cells it refers to: formulas refer to
 * their own sheet.
 * @throws Error for ranges and budget cells, which have no import row.
 */
export function importedOnto(sheet: CalculationSheet, expression: Expression): Expression {
  const onto = (part: Expression): Expression => importedOnto(sheet, part);
  switch (expression.kind) {
    case "number":
    case "text":
    case "axis":
      return expression;
    case "cell": {
      const { row, column } = expression;
      if (column === "same") return at(sheet.import(row));
      if (column === CONSTANT_COLUMN) return constant(sheet.importConstant(row));
      throw new Error(`no import row for column ${column} of ${row.id}`);
    }
    case "operation":
      return { ...expression, left: onto(expression.left), right: onto(expression.right) };
    case "call":
      return { ...expression, arguments: expression.arguments.map(onto) };
    case "phrase":
      return { ...expression, expression: onto(expression.expression) };
    default:
      throw new Error(`no import row for a ${expression.kind}`);
  }
}
