import type { CellPosition, KeyCell } from "../budget/line";
import type { BudgetSource } from "./budget-source";
import {
  type BudgetCell,
  call,
  cell,
  equal,
  type Expression,
  flag,
  times,
  year,
} from "./expression";
import { ACCOUNT_COLUMN, PRODUCT_COLUMN } from "./line-columns";
import { toText } from "./excel-values";
import type { Row } from "./row";

const LABEL_COLUMN = 1;

/** A reference to a budget cell with what stands there now. */
export function budgetCell(
  source: BudgetSource,
  sheet: string,
  { row, column }: CellPosition,
): BudgetCell {
  return { kind: "budgetCell", sheet, row, column, value: source.cell(sheet, row, column) };
}

/** 1 while the text of an amount in the budget is the one that was read. */
export function textCheck(inBudget: BudgetCell, read: Expression): Expression {
  return flag(call("EXACT", inBudget, read));
}

/**
 * 1 while the budget row still holds the line's product, account, label and year; no formula finds out
 * more without the add-in. A key that stands in its cell with other words only has to be contained.
 */
export function keyCheck(
  source: BudgetSource,
  sheet: string,
  keys: readonly KeyCell[],
  row: Row,
): Expression {
  const checks = keys.flatMap((key) => {
    const inBudget = budgetCell(source, sheet, key.cell);
    const check = partCheck(key, inBudget, row);
    return check === undefined ? [] : [check];
  });
  return times(...checks, 1);
}

function partCheck(key: KeyCell, inBudget: BudgetCell, row: Row): Expression | undefined {
  if (key.part === "year") return yearPart(inBudget);
  const column =
    key.part === "label" ? LABEL_COLUMN : key.part === "product" ? PRODUCT_COLUMN : ACCOUNT_COLUMN;
  const own = ownText(row, column);
  if (own === undefined) return undefined;
  const reference = cell(row, column);
  const text = toText(inBudget.value);
  if (text === own) return call("EXACT", inBudget, reference);
  if (/^\d+$/.test(own) && /^\d+$/.test(text) && Number(own) === Number(text)) {
    return equal(call("VALUE", inBudget), call("VALUE", reference));
  }
  const searchable = !/[?*~]/.test(own) && text.toLowerCase().includes(own.toLowerCase());
  return searchable ? call("ISNUMBER", call("SEARCH", reference, inBudget)) : undefined;
}

function yearPart(inBudget: BudgetCell): Expression {
  const isDate = typeof inBudget.value === "number" && inBudget.value > 2999;
  return isDate
    ? equal(call("YEAR", inBudget), year)
    : call("ISNUMBER", call("SEARCH", year, inBudget));
}

function ownText(row: Row, column: number): string | undefined {
  if (column === LABEL_COLUMN) return row.label.de;
  const content = row.fixed.get(column);
  return content?.kind === "text" ? content.text.de : undefined;
}
