import fc from "fast-check";
import type { BudgetLine } from "../../src/budget/line";
import type { LineRule } from "../../src/model/document";
import { type LineRole, LineRoles } from "../../src/model/line-roles";
import { readModel } from "../../src/model/model";
import { assignRole } from "../../src/taskpane/engine/assign-role";
import { withRules } from "../../src/taskpane/engine/line-rules";

type Codes = readonly [product: string | undefined, account: string | undefined];

interface TestLine {
  readonly line: BudgetLine;
}

function linesOf(codes: readonly Codes[]): readonly TestLine[] {
  return codes.map(([product, account], row) => ({
    line: {
      sheet: "Haushalt",
      row,
      label: `Zeile ${row + 1}`,
      amounts: [],
      keys: [],
      ...(product === undefined ? {} : { product }),
      ...(account === undefined ? {} : { account }),
    },
  }));
}

const EMPTY = {
  version: 1 as const,
  name: "Modell",
  years: { first: 2022, last: 2026 },
  scenarios: [{ id: "cooperation", name: "Kooperation", blocks: [] }],
};

/** The role of each line as the model itself understands the rules. */
function rolesInModel(
  own: readonly LineRule[],
  common: readonly LineRule[],
  lines: readonly TestLine[],
): readonly LineRole[] {
  const document = withRules(withRules(EMPTY, undefined, common), "cooperation", own);
  const model = readModel(document);
  const roles = new LineRoles(model);
  return lines.map(({ line }) => roles.in("cooperation", line));
}

const STAYS: LineRole = { role: "stays" };
const UNAFFECTED: LineRole = { role: "unaffected" };

function assign(
  rules: readonly LineRule[],
  lines: readonly TestLine[],
  selected: readonly number[],
  role: LineRole,
  behind: readonly LineRule[] = [],
) {
  const chosen = new Set(lines.filter((_, index) => selected.includes(index)));
  return assignRole({ rules, behind }, lines, chosen, role);
}

const wheres = (rules: readonly LineRule[]) => rules.map(({ where }) => where);

describe("giving lines a role", () => {
  const town = linesOf([
    ["01.01", "501200"],
    ["01.01", "543100"],
    ["01.02", "501200"],
    ["01.02", "543100"],
    ["01.02", "543120"],
    ["01.03", "501200"],
  ]);

  it("takes a whole product where all its lines are meant", () => {
    const { rules } = assign([], town, [2, 3, 4], STAYS);
    expect(rules).toEqual([{ where: { product: "01.02" }, role: "stays" }]);
  });

  it("takes a single line by product and account", () => {
    expect(wheres(assign([], town, [5], STAYS).rules)).toEqual([
      { product: "01.03", account: "501200" },
    ]);
  });

  it("takes an account of all products, and a group of accounts, by one rule", () => {
    expect(wheres(assign([], town, [0, 2, 5], STAYS).rules)).toEqual([{ account: "501200" }]);
    expect(wheres(assign([], town, [3, 4], STAYS).rules)).toEqual([
      { product: "01.02", account: "5431*" },
    ]);
  });

  it("makes one rule of single ones once they are the whole product", () => {
    const one = assign([], town, [2], STAYS).rules;
    const two = assign(one, town, [3], STAYS).rules;
    expect(two).toHaveLength(2);
    expect(wheres(assign(two, town, [4], STAYS).rules)).toEqual([{ product: "01.02" }]);
  });

  it("drops a rule instead of adding one where the next rule says the same", () => {
    const rules: readonly LineRule[] = [
      { where: { product: "01.02", account: "543100" }, role: "budgeted" },
      { where: { product: "01.02" }, role: "stays" },
    ];
    expect(assign(rules, town, [3], STAYS).rules).toEqual([rules[1]]);
  });

  it("splits a rule to release one of its lines", () => {
    const rules: readonly LineRule[] = [{ where: { product: "01.02" }, role: "stays" }];
    expect(wheres(assign(rules, town, [2], UNAFFECTED).rules)).toEqual([
      { product: "01.02", account: "5431*" },
    ]);
  });

  it("keeps rules that take in nothing in this budget", () => {
    const next: LineRule = { where: { product: "09.09" }, role: "budgeted" };
    expect(assign([next], town, [5], STAYS).rules).toContainEqual(next);
  });

  it("carries the last month and the return", () => {
    const ends: LineRole = { role: "ends", until: "2024-06", returns: true };
    expect(assign([], town, [5], ends).rules).toEqual([
      { where: { product: "01.03", account: "501200" }, ...ends },
    ]);
  });

  it("names lines that share their numbers instead of taking others along", () => {
    const alike = linesOf([
      ["01.01", "543100"],
      ["01.01", "543100"],
      [undefined, undefined],
    ]);
    const { rules, assigned, held } = assign([], alike, [0, 2], STAYS);
    expect(rules).toEqual([]);
    expect(assigned).toEqual([]);
    expect(held.map(({ line, others }) => [line.line.row, others.map((o) => o.line.row)])).toEqual([
      [0, [1]],
      [2, [1]],
    ]);
  });

  it("names a line that cannot be released without another", () => {
    const group = linesOf([
      ["01.01", undefined],
      ["01.01", "543100"],
    ]);
    const rules: readonly LineRule[] = [{ where: { product: "01.01" }, role: "stays" }];
    const after = assign(rules, group, [1], UNAFFECTED);
    expect(after.rules).toEqual(rules);
    expect(after.held).toEqual([{ line: group[1], others: [group[0]] }]);
  });

  it("lets one scenario leave out what the common rules take in, and nothing else", () => {
    const common: readonly LineRule[] = [{ where: { product: "01.02" }, role: "stays" }];
    const after = assign([], town, [2, 5], UNAFFECTED, common);
    expect(after.assigned).toEqual([town[2], town[5]]);
    expect(after.rules).toEqual([
      { where: { product: "01.02", account: "501200" }, role: "unaffected" },
    ]);
    const back = assign(after.rules, town, [2], STAYS, common);
    expect(back.rules).toEqual([]);
  });
});

const code = (values: readonly string[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 5 });
const product = code(["01.01", "01.02", "01.02.01", "02.01", "03"]);
const account = code(["501200", "543100", "543120", "5431", "414100"]);
const wish: fc.Arbitrary<LineRole> = fc.constantFrom<LineRole>(
  { role: "stays" },
  { role: "budgeted" },
  { role: "ends", until: "2024-06" },
  { role: "ends", until: "2023-12", returns: true },
  UNAFFECTED,
);
const pattern = fc
  .record(
    {
      product: fc.constantFrom("01.01", "01.02", "01.02.*", "01.*", "02.01", "0*"),
      account: fc.constantFrom("501200", "5431*", "5*", "414100"),
    },
    { requiredKeys: [] },
  )
  .filter((where) => Object.keys(where).length > 0);
const rule = fc.tuple(pattern, wish).map(([where, role]) => ({ where, ...role }));
const drawn = fc.record({
  codes: fc.array(fc.tuple(product, account), { minLength: 1, maxLength: 10 }),
  own: fc.array(rule, { maxLength: 4 }),
  common: fc.array(rule, { maxLength: 2 }),
  picked: fc.array(fc.nat({ max: 9 }), { maxLength: 6 }),
  role: wish,
});

describe("the rules made for lines", () => {
  it("give exactly the wanted roles, as the model understands them, and change no other line", () => {
    fc.assert(
      fc.property(drawn, ({ codes, own, common, picked, role }) => {
        const lines = linesOf(codes);
        const before = rolesInModel(own, common, lines);
        const after = assign(own, lines, picked, role, common);
        const now = rolesInModel(after.rules, common, lines);
        const assigned = new Set(after.assigned);
        lines.forEach((line, index) => {
          expect(now[index]).toEqual(assigned.has(line) ? role : before[index]);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("leave no selected line without a word", () => {
    fc.assert(
      fc.property(drawn, ({ codes, own, common, picked, role }) => {
        const lines = linesOf(codes);
        const { assigned, held } = assign(own, lines, picked, role, common);
        const selected = lines.filter((_, index) => picked.includes(index));
        const named = [...assigned, ...held.map(({ line }) => line)];
        expect(new Set(named)).toEqual(new Set(selected));
        expect(named).toHaveLength(selected.length);
        for (const { line, others } of held) {
          const { product: number, account: other } = line.line;
          expect(others.length > 0 || (number === undefined && other === undefined)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are at most one more than the fewest there could be, and one where one does", () => {
    const few = fc.record({
      codes: fc.uniqueArray(fc.tuple(product, account), {
        minLength: 1,
        maxLength: 5,
        selector: (codes) => JSON.stringify(codes),
      }),
      picked: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(few, ({ codes, picked }) => {
        const lines = linesOf(codes);
        const { rules, assigned } = assign([], lines, picked, STAYS);
        const products = [
          undefined,
          "01.01",
          "01.02",
          "01.02.01",
          "02.01",
          "03",
          "01.*",
          "01.02.*",
        ];
        const accounts = [undefined, "501200", "543100", "543120", "5431", "5431*", "5*", "414100"];
        const exact: readonly (readonly boolean[])[] = products
          .flatMap((one) => accounts.map((other) => ({ product: one, account: other })))
          .filter((where) => where.product !== undefined || where.account !== undefined)
          .map((where) =>
            rolesInModel([{ where: defined(where), role: "stays" }], [], lines).map(
              ({ role }) => role === "stays",
            ),
          )
          .filter((takes) => takes.some(Boolean))
          .filter((takes) =>
            lines.every((line, at) => takes[at] !== true || assigned.includes(line)),
          );
        const smallest = fewestThatCover(
          exact,
          lines.map((line) => assigned.includes(line)),
        );
        expect(rules.length).toBeLessThanOrEqual(smallest < 2 ? smallest : smallest + 1);
      }),
      { numRuns: 300 },
    );
  });
});

function defined(where: { product: string | undefined; account: string | undefined }) {
  return {
    ...(where.product === undefined ? {} : { product: where.product }),
    ...(where.account === undefined ? {} : { account: where.account }),
  };
}

/** The smallest number of the given sets that together cover the wanted ones, by trying them all. */
function fewestThatCover(
  sets: readonly (readonly boolean[])[],
  wanted: readonly boolean[],
): number {
  const first = wanted.indexOf(true);
  if (first < 0) return 0;
  return Math.min(
    ...sets
      .filter((set) => set[first] === true)
      .map(
        (set) =>
          1 +
          fewestThatCover(
            sets,
            wanted.map((one, at) => one && set[at] !== true),
          ),
      ),
  );
}
