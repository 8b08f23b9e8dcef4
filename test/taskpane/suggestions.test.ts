import type { BudgetLine, BudgetSheet } from "../../src/budget/line";
import type { LineRule } from "../../src/model/document";
import { assignableBudget } from "../../src/taskpane/engine/assignable-lines";
import { filterChoices, filterLines, roleSums } from "../../src/taskpane/engine/line-filter";
import { rolesByRules, ruleShares } from "../../src/taskpane/engine/line-rules";
import { suggestLines } from "../../src/taskpane/engine/suggestions";
import { budgetsOf, openSample } from "../presets/opened-sample";

type Drawn = Pick<BudgetLine, "label"> &
  Partial<Pick<BudgetLine, "product" | "productLabel" | "account" | "direction">>;

/** A budget of one year in which every line is 100 €. */
function budget(lines: readonly Drawn[]): BudgetSheet {
  return {
    status: "budget",
    name: "Haushalt",
    unit: "EUR",
    orientation: "years-across",
    bookkeeping: "doppik",
    budgetYear: 2025,
    columns: [{ year: 2025, kind: "ansatz", column: 3 }],
    lines: lines.map((line, row) => ({
      sheet: "Haushalt",
      row,
      direction: "expense",
      amounts: [{ year: 2025, kind: "ansatz", value: 100, factor: 1, cell: { row, column: 3 } }],
      keys: [],
      ...line,
    })),
    totals: [],
    findings: [],
  };
}

function suggested(lines: readonly Drawn[], rules: readonly LineRule[] = []) {
  const { lines: assignable } = assignableBudget([budget(lines)], "NW");
  return suggestLines(assignable, { rules, behind: [] }, "NW").map(
    ({ kind, role, lines: own, doubtful, reason }) => ({
      kind,
      role: role.role,
      rows: own.map(({ line }) => line.row),
      doubtful,
      reason: reason.de,
    }),
  );
}

describe("suggestions", () => {
  it("name the word in the line and the role it speaks for", () => {
    expect(
      suggested([
        { product: "01", account: "529100", label: "Umlage KRZN" },
        { product: "01", account: "542900", label: "Lizenzen Fachverfahren" },
        { product: "01", account: "543100", label: "EDV-Zubehör" },
        { product: "01", account: "501200", label: "Entgelte" },
      ]),
    ).toEqual([
      {
        kind: "cooperation",
        role: "budgeted",
        rows: [0],
        doubtful: false,
        reason: "„KRZN“ in der Bezeichnung: vermutlich schon für die Kooperation veranschlagt.",
      },
      {
        kind: "software",
        role: "stays",
        rows: [1],
        doubtful: false,
        reason:
          "„Lizenzen“ in der Bezeichnung: bleibt, bis die Software abgelöst ist; dann auf „entfällt“ setzen.",
      },
      {
        kind: "it-word",
        role: "stays",
        rows: [2],
        doubtful: false,
        reason: "„EDV-Zubehör“ in der Bezeichnung.",
      },
    ]);
  });

  it("go by the account in products of information technology", () => {
    const it = { product: "01.02", productLabel: "Informationstechnik" };
    const found = suggested([
      { ...it, account: "501200", label: "Entgelte" },
      { ...it, account: "571100", label: "Abschreibungen" },
      { ...it, account: "543100", label: "Geschäftsaufwendungen" },
      { ...it, account: "581100", label: "Interne Leistungen" },
    ]);
    expect(found.map(({ kind, rows }) => [kind, rows])).toEqual([
      ["staff", [0]],
      ["depreciation", [1]],
      ["product", [2]],
    ]);
  });

  it("leave levies that every town pays alone and doubt the others", () => {
    const found = suggested([
      { account: "537200", label: "Kreisumlage" },
      { account: "534100", label: "Gewerbesteuerumlage" },
      { account: "529100", label: "Umlage an den Zweckverband" },
    ]);
    expect(found.map(({ kind, rows, doubtful }) => [kind, rows, doubtful])).toEqual([
      ["levy", [2], true],
    ]);
  });

  it("do not take cash accounts beside expense accounts, which would count twice", () => {
    const found = suggested([
      { product: "01", account: "542900", label: "Lizenzen" },
      { product: "01", account: "742900", label: "Lizenzen (Auszahlung)" },
    ]);
    expect(found.flatMap(({ rows }) => rows)).toEqual([0]);
  });

  it("say what is left of a product that is mostly assigned, and only then", () => {
    const product = [
      { product: "01", account: "501200", label: "Entgelte" },
      { product: "01", account: "502200", label: "Zusatzversorgung" },
      { product: "01", account: "543100", label: "Geschäftsaufwendungen" },
    ];
    const staff: LineRule = { where: { product: "01", account: "50*" }, role: "stays" };
    const one: LineRule = { where: { product: "01", account: "501200" }, role: "stays" };
    expect(suggested(product, [staff]).map(({ kind, rows }) => [kind, rows])).toEqual([
      ["beside", [2]],
    ]);
    expect(suggested(product, [one])).toEqual([]);
  });
});

describe("the lines of the sample", () => {
  const RULES: readonly LineRule[] = [
    { where: { product: "01.02.01", account: "5233*" }, role: "budgeted" },
    { where: { product: "01.02.01" }, role: "stays" },
  ];

  it("sum up by role and by rule as the budget prints them", async () => {
    const { lines, budgetYear } = assignableBudget(budgetsOf((await openSample()).readings), "NW");
    expect(budgetYear).toBe(2023);
    const roles = rolesByRules({ rules: RULES, behind: [] }, lines);
    const sums = roleSums(lines, roles).map(({ role, lines: own, sums: by }) => [
      role,
      own,
      by.get(2023),
    ]);
    expect(sums.slice(0, 3)).toEqual([
      ["stays", 15, 2_029_700],
      ["ends", 0, undefined],
      ["budgeted", 2, 212_000],
    ]);
    const shares = ruleShares({ scenario: undefined, rules: RULES, behind: [] }, lines);
    // Of 18 lines one is an internal charge and counts nowhere.
    expect(shares.map(({ lines: own, shadowed }) => [own.length, shadowed])).toEqual([
      [2, 0],
      [15, 2],
    ]);
    expect(shares[1]?.sums.get(2023)).toBe(2_029_700);
  });

  it("are found by words, account group, direction and role", async () => {
    const { lines } = assignableBudget(budgetsOf((await openSample()).readings), "NW");
    const roles = rolesByRules({ rules: RULES, behind: [] }, lines);
    const labels = (filter: Parameters<typeof filterLines>[2]) =>
      filterLines(lines, roles, filter).map(({ line }) => line.label);
    expect(labels({ text: "LIZENZEN 01.02.01 jugend" })).toEqual([
      "Lizenzen Jugendhilfe (Altverfahren)",
    ]);
    expect(labels({ text: "", group: "57", product: "03.02.02" })).toEqual([
      "Abschreibungen auf Endgeräte und Tafeln",
    ]);
    expect(labels({ text: "", direction: "revenue", role: "stays" })).toEqual([
      "Kostenerstattungen der Stadtwerke für IT-Leistungen",
      "Interne Leistungen der zentralen IT an andere Produkte",
    ]);
    expect(filterChoices(lines).sheets).toEqual([
      { value: "Haushalt", label: "Haushalt", lines: 50 },
      { value: "Schul-IT (T€)", label: "Schul-IT (T€)", lines: 8 },
    ]);
  });
});
