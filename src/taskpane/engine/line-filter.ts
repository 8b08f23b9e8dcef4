import type { Direction } from "../../budget/line";
import type { LineRole } from "../../model/line-roles";
import { type AssignableLine, searchWords, sumsByYear } from "./assignable-lines";

/** Which lines are shown; what is left out does not narrow. */
export interface LineFilter {
  /** All of its words have to stand in product, account or texts. */
  readonly text: string;
  readonly role?: LineRole["role"];
  readonly direction?: Direction;
  readonly product?: string;
  /** First digits of the account. */
  readonly group?: string;
  readonly sheet?: string;
}

/** A value to filter by, with the number of lines that have it. */
export interface FilterChoice {
  readonly value: string;
  readonly label: string;
  readonly lines: number;
}

export interface FilterChoices {
  readonly products: readonly FilterChoice[];
  readonly groups: readonly FilterChoice[];
  readonly sheets: readonly FilterChoice[];
}

/** So many digits make an account group (Kontengruppe). */
const GROUP_DIGITS = 2;

/** The lines that pass a filter, in their order. */
export function filterLines(
  lines: readonly AssignableLine[],
  roles: ReadonlyMap<AssignableLine, LineRole>,
  { text, role, direction, product, group, sheet }: LineFilter,
): readonly AssignableLine[] {
  const words = searchWords(text);
  return lines.filter((assignable) => {
    const { line, searched } = assignable;
    return (
      words.every((word) => searched.includes(word)) &&
      (role === undefined || (roles.get(assignable)?.role ?? "unaffected") === role) &&
      (direction === undefined || line.direction === direction) &&
      (product === undefined || line.product === product) &&
      (group === undefined || line.account?.startsWith(group) === true) &&
      (sheet === undefined || line.sheet === sheet)
    );
  });
}

/** What the lines can be filtered by. */
export function filterChoices(lines: readonly AssignableLine[]): FilterChoices {
  const products = new Counter();
  const groups = new Counter();
  const sheets = new Counter();
  for (const { line } of lines) {
    const { product, productLabel, account, sheet } = line;
    if (product !== undefined)
      products.add(product, productLabel === undefined ? product : `${product} ${productLabel}`);
    if (account !== undefined) groups.add(account.slice(0, GROUP_DIGITS));
    sheets.add(sheet);
  }
  return { products: products.sorted(), groups: groups.sorted(), sheets: sheets.sorted() };
}

class Counter {
  readonly #choices = new Map<string, { label: string; lines: number }>();

  add(value: string, label = value): void {
    const known = this.#choices.get(value);
    if (known === undefined) this.#choices.set(value, { label, lines: 1 });
    else known.lines += 1;
  }

  sorted(): readonly FilterChoice[] {
    return [...this.#choices]
      .map(([value, choice]) => ({ value, ...choice }))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
  }
}

/** The lines of a role and what they come to. */
export interface RoleSum {
  readonly role: LineRole["role"];
  readonly lines: number;
  /** EUR, expense less revenue, by year. */
  readonly sums: ReadonlyMap<number, number>;
}

const ROLES: readonly LineRole["role"][] = ["stays", "ends", "budgeted", "unaffected"];

/** What each role comes to by year; lines that the model leaves out anyway are in none. */
export function roleSums(
  lines: readonly AssignableLine[],
  roles: ReadonlyMap<AssignableLine, LineRole>,
): readonly RoleSum[] {
  return ROLES.map((role): RoleSum => {
    const own = lines.filter(
      (line) => line.leftOut === undefined && (roles.get(line)?.role ?? "unaffected") === role,
    );
    return { role, lines: own.length, sums: sumsByYear(own) };
  });
}
