import type { RowId } from "../../model/terms";
import type { Computation } from "./compute";

/** EUR by model year. */
export type AmountsByYear = ReadonlyMap<number, number>;

/** What a block without charges of its own comes to. */
const ROWS_OF: ReadonlyMap<string, readonly RowId[]> = new Map([
  ["vat", ["vat", "open-vat"]],
  ["back-tax", ["back-payment"]],
  ["provision", ["provision-allocation"]],
]);

/**
 * What each block of a scenario costs by model year in the result view, by the block's id; VAT invoiced
 * and not invoiced together.
 */
export function blockAmounts(
  { built, evaluation }: Computation,
  scenario: string,
): ReadonlyMap<string, AmountsByYear> {
  const own = built.scenarios.find((one) => one.scenario.id === scenario);
  const amounts = new Map<string, AmountsByYear>();
  if (own === undefined) return amounts;
  const { first, last } = built.model.years;
  const years = built.years.filter((year) => year >= first && year <= last);
  const add = (block: string, row: Parameters<typeof evaluation.inYear>[0]): void => {
    const before = amounts.get(block);
    amounts.set(
      block,
      new Map(
        years.map(
          (year) => [year, (before?.get(year) ?? 0) + evaluation.inYear(row, year)] as const,
        ),
      ),
    );
  };
  for (const { block, row } of own.charges) add(block.id, row);
  for (const [kind, ids] of ROWS_OF) for (const id of ids) add(kind, own.row(id));
  return amounts;
}
