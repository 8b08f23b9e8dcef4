import * as v from "valibot";
import data from "./data/account-classes.json";
import { citationFields, legalEntry, LegalTableError, readLegalTable } from "./table";

/** Federal states whose chart of accounts is known. */
export type Land = "NW" | "NI";

const prefixes = v.array(
  v.pipe(
    v.string(({ received }) => `expects digits as text, not ${received}`),
    v.regex(/^\d+$/, ({ received }) => `expects digits only, not ${received}`),
  ),
  ({ received }) => `expects a list of account prefixes, not ${received}`,
);

const chartEntry = v.pipe(
  legalEntry({
    chart: v.picklist(
      ["NW", "NI", "cameral"],
      ({ received }) => `expects "NW", "NI" or "cameral", not ${received}`,
    ),
    expense: prefixes,
    revenue: prefixes,
    staff: prefixes,
    depreciation: prefixes,
    internalExpense: prefixes,
    internalRevenue: prefixes,
    ...citationFields,
  }),
  v.check(
    ({ expense, revenue }) => !expense.some((prefix) => startsWithAny(prefix, revenue)),
    "has a class that is expense and revenue at once",
  ),
  v.check(
    ({ expense, staff, depreciation, internalExpense }) =>
      [...staff, ...depreciation, ...internalExpense].every((prefix) =>
        startsWithAny(prefix, expense),
      ),
    "has staff, depreciation or internal charges outside its expense classes",
  ),
  v.check(
    ({ revenue, internalRevenue }) =>
      internalRevenue.every((prefix) => startsWithAny(prefix, revenue)),
    "has internal charges outside its revenue classes",
  ),
);

/** What the beginning of an account number says, in one chart of accounts; all prefixes are digits. */
export type AccountClasses = Readonly<v.InferOutput<typeof chartEntry>>;

/** What kind of amount an account holds, as far as the model treats it differently. */
export type AccountNature = "staff" | "depreciation" | "internal-charges" | "other";

/** Reads the charts of accounts: each of the three exactly once. @throws LegalTableError */
export function readAccountClasses(
  table: unknown,
): Readonly<Record<AccountClasses["chart"], AccountClasses>> {
  const name = "account-classes";
  const entries = readLegalTable(name, chartEntry, table);
  const only = (chart: AccountClasses["chart"]): AccountClasses => {
    const [entry, ...more] = entries.filter((candidate) => candidate.chart === chart);
    if (entry !== undefined && more.length === 0) return entry;
    throw new LegalTableError(name, [
      `the chart ${chart} stands in it ${entry === undefined ? "nowhere" : "more than once"}`,
    ]);
  };
  return Object.freeze({ NW: only("NW"), NI: only("NI"), cameral: only("cameral") });
}

export const ACCOUNT_CLASSES = readAccountClasses(data);

/**
 * The account classes of a Land; cameral budgets follow the Gruppierungsplan, which is the same in both.
 */
export function accountClasses(
  land: Land,
  bookkeeping: "doppik" | "cameral" = "doppik",
): AccountClasses {
  return ACCOUNT_CLASSES[bookkeeping === "cameral" ? "cameral" : land];
}

/** Whether an account is expense or revenue; undefined where its class is neither (balance sheet, cash). */
export function directionOf(
  account: string,
  classes: AccountClasses,
): "expense" | "revenue" | undefined {
  if (startsWithAny(account, classes.expense)) return "expense";
  return startsWithAny(account, classes.revenue) ? "revenue" : undefined;
}

/** How the model treats an account: staff index, no cash, left out, or as any other. */
export function natureOf(account: string, classes: AccountClasses): AccountNature {
  if (startsWithAny(account, [...classes.internalExpense, ...classes.internalRevenue])) {
    return "internal-charges";
  }
  if (startsWithAny(account, classes.depreciation)) return "depreciation";
  return startsWithAny(account, classes.staff) ? "staff" : "other";
}

function startsWithAny(account: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => account.startsWith(beginning));
}
