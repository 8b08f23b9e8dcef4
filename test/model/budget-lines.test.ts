import { budgetOf, type TestColumn, type TestLine } from "./budget-sheet";
import { compute, type Computed, modelOf, type Setting } from "./computed";

const OFFICE = { product: "01.02.02", account: "543100" } as const;

function computeLines(
  columns: readonly TestColumn[],
  lines: readonly TestLine[],
  rules: readonly object[],
  setting: Setting = {},
  factor = 1,
): Computed {
  const model = { lines: rules, ...setting.model };
  return compute(modelOf([], { ...setting, model }), budgetOf(columns, lines, factor));
}

const stays = { where: { account: "*" }, role: "stays" };

describe("roles of budget lines", () => {
  const year = [2022, 2023, 2024];
  const line = { ...OFFICE, amounts: [1200, 2400, 3600] };

  it("stay with the town", () => {
    const { row } = computeLines(year, [line], [stays]);
    expect(row("baseline")).toEqual([1200, 2400, 3600]);
    expect(row("baseline-cash")).toEqual([1200, 2400, 3600]);
    expect(row("result-cost")).toEqual([1200, 2400, 3600]);
    expect(row("difference")).toEqual([0, 0, 0]);
  });

  it("end after the last month paid", () => {
    const { row } = computeLines(year, [line], [{ ...stays, role: "ends", until: "2023-03" }]);
    expect(row("baseline")).toEqual([1200, 600, 0]);
    expect(row("status-quo")).toEqual([1200, 2400, 3600]);
    expect(row("difference")).toEqual([0, -1800, -3600]);
  });

  it("return from the month after the cooperation", () => {
    const ends = { ...stays, role: "ends", until: "2022-06" };
    const back = computeLines(year, [line], [{ ...ends, returns: true }], { end: "2024-04" });
    expect(back.row("baseline")).toEqual([600, 0, 2400]);
    const gone = computeLines(year, [line], [ends], { end: "2024-04" });
    expect(gone.row("baseline")).toEqual([600, 0, 0]);
    const never = computeLines(year, [line], [{ ...ends, returns: true }]);
    expect(never.row("baseline")).toEqual([600, 0, 0]);
  });

  it("are paid throughout where the cooperation ends before the last month paid", () => {
    const { row } = computeLines(
      year,
      [line],
      [{ ...stays, role: "ends", until: "2023-12", returns: true }],
      { end: "2022-12" },
    );
    expect(row("baseline")).toEqual([1200, 2400, 3600]);
  });

  it("are budgeted for the cooperation and measured against it", () => {
    const budget = budgetOf(year, [line]);
    const { row } = compute(
      modelOf([{ kind: "base-fee", amount: 2000 }], {
        model: { lines: [{ ...stays, role: "budgeted" }] },
      }),
      budget,
    );
    expect(row("baseline")).toEqual([0, 0, 0]);
    expect(row("budgeted")).toEqual([1200, 2400, 3600]);
    expect(row("cover")).toEqual([-800, 400, 1600]);
  });

  it("do not count where no rule takes them in", () => {
    const { row, built } = computeLines(
      year,
      [line],
      [{ where: { account: "529*" }, role: "stays" }],
    );
    expect(row("baseline")).toEqual([0, 0, 0]);
    expect(built.lines).toHaveLength(0);
  });

  it("do not count in a scenario whose own rule says that they are not affected", () => {
    const unaffected = { where: OFFICE, role: "unaffected" } as const;
    const { row } = computeLines(year, [line], [stays], { scenario: { lines: [unaffected] } });
    expect(row("baseline")).toEqual([0, 0, 0]);
    expect(row("budgeted")).toEqual([0, 0, 0]);
    expect(row("baseline", "status-quo")).toEqual([1200, 2400, 3600]);
    // Where all scenarios leave a line out, it does not stand in the workbook at all.
    const { built } = computeLines(year, [line], [unaffected, stays]);
    expect(built.lines).toHaveLength(0);
  });

  it("follow the first rule that fits, the scenario's own before the common ones", () => {
    const { row } = computeLines(
      year,
      [line],
      [{ ...stays, role: "ends", until: "2022-12" }, stays],
      { scenario: { lines: [{ where: OFFICE, role: "budgeted" }] } },
    );
    expect(row("baseline")).toEqual([0, 0, 0]);
    expect(row("budgeted")).toEqual([1200, 2400, 3600]);
    expect(row("baseline", "status-quo")).toEqual([1200, 2400, 3600]);
    expect(row("budgeted", "status-quo")).toEqual([0, 0, 0]);
  });
});

describe("patterns", () => {
  const amounts = [100];
  const found = (where: object): number =>
    computeLines(
      [2022],
      [
        { product: "01.02.02", account: "529100", amounts },
        { product: "01.02.020", account: "529100", amounts: [20] },
        { product: "010202", account: "52", amounts: [3] },
        { account: "529100", amounts: [1000] },
      ],
      [{ where, role: "stays" }],
    ).value("baseline", 2022);

  it("compare codes as they stand, as text", () => {
    expect(found({ product: "01.02.02" })).toBe(100);
    expect(found({ product: "010202" })).toBe(3);
    expect(found({ account: "52" })).toBe(3);
  });

  it("take any rest with * at the end", () => {
    expect(found({ product: "01.02.02*" })).toBe(120);
    expect(found({ account: "52*" })).toBe(1123);
  });

  it("need product and account where both are given", () => {
    expect(found({ product: "01.*", account: "529100" })).toBe(120);
    expect(found({ product: "99*", account: "529100" })).toBe(0);
  });
});

describe("planned values", () => {
  it("prefer Ansatz, then amended budget, then plan, then result", () => {
    const kinds = ["ergebnis", "planung", "fortgeschrieben", "ansatz"] as const;
    const columns = kinds.map((kind) => [2022, kind] as const);
    const value = (amounts: readonly (number | null)[]): number =>
      computeLines(columns, [{ ...OFFICE, amounts }], [stays]).value("baseline", 2022);
    expect(value([1, 2, 3, 4])).toBe(4);
    expect(value([1, 2, 3, null])).toBe(3);
    expect(value([1, 2, null, null])).toBe(2);
    expect(value([1, null, null, null])).toBe(1);
  });

  it("leave commitment authorisations out", () => {
    const { row } = computeLines(
      [2022, [2023, "verpflichtung"]],
      [{ ...OFFICE, amounts: [100, 99_999] }],
      [stays],
    );
    expect(row("baseline")).toEqual([100, 100, 100]);
  });

  it("carry the latest earlier value on with the goods index; before the first value nothing", () => {
    const { row } = computeLines([2023], [{ ...OFFICE, amounts: [1000] }], [stays], {
      last: 2025,
      model: { indices: { goods: 0.02, staff: 0.5, fees: 0.5 } },
    });
    expect(row("baseline")).toEqual([0, 1000, 1020, 1040.4]);
  });

  it("carry staff on with the staff index and depreciation as it is, without cash", () => {
    const { row } = computeLines(
      [2022],
      [
        { account: "501200", amounts: [1000] },
        { account: "512000", amounts: [100] },
        { account: "571100", amounts: [10] },
      ],
      [stays],
      { model: { indices: { goods: 0.5, staff: 0.1 } } },
    );
    expect(row("baseline")).toEqual([1110, 1220, 1341]);
    expect(row("baseline-cash")).toEqual([1100, 1210, 1331]);
  });

  it("know the account classes of Lower Saxony", () => {
    const { row } = computeLines(
      [2022],
      [
        { account: "401200", amounts: [1000] },
        { account: "471100", amounts: [10] },
        { account: "571100", direction: "expense", amounts: [1] },
      ],
      [stays],
      { model: { land: "NI", indices: { goods: 1, staff: 0.1 } } },
    );
    // 57 is no depreciation there: it rises with the goods index and is cash.
    expect(row("baseline")).toEqual([1011, 1112, 1224]);
    expect(row("baseline-cash")).toEqual([1001, 1102, 1214]);
  });

  it("count a blank cell of a covered year as nothing, and carry that on", () => {
    const { row } = computeLines([2022, 2023], [{ ...OFFICE, amounts: [500, null] }], [stays]);
    expect(row("baseline")).toEqual([500, 0, 0]);
  });

  it("take revenue off, also where only the account tells it", () => {
    const { row } = computeLines(
      [2022],
      [
        { account: "529100", direction: "none", amounts: [1000] },
        { account: "448200", direction: "none", amounts: [300] },
        { account: "432100", direction: "revenue", amounts: [50.5] },
        { account: "549900", direction: "expense", amounts: [-0.25] },
      ],
      [stays],
    );
    expect(row("baseline")).toEqual([649.25, 649.25, 649.25]);
  });

  it("multiply by unit and sign of the sheet", () => {
    const { row } = computeLines([2022], [{ ...OFFICE, amounts: [-1.5] }], [stays], {}, -1000);
    expect(row("baseline")).toEqual([1500, 1500, 1500]);
  });
});

describe("lines left out", () => {
  it("leave internal charges out and say so by cell", () => {
    const { row, built } = computeLines(
      [2022],
      [
        { account: "581100", amounts: [700] },
        { account: "481100", direction: "revenue", amounts: [70] },
        { account: "529100", amounts: [100] },
      ],
      [stays],
    );
    expect(row("baseline")).toEqual([100, 100, 100]);
    expect(built.findings.map(({ code, severity, cell }) => [code, severity, cell])).toEqual([
      ["internal-charges", "note", "'Haushalt'!C2"],
      ["internal-charges", "note", "'Haushalt'!C3"],
    ]);
    expect(built.findings[0]?.message.de).toContain("581100");
  });

  it("ask where neither sheet nor account tells revenue from expense", () => {
    const { row, built } = computeLines(
      [2022],
      [{ account: "091100", direction: "none", amounts: [700] }],
      [stays],
    );
    expect(row("baseline")).toEqual([0, 0, 0]);
    expect(built.findings.map(({ code }) => code)).toEqual(["direction-unknown"]);
  });
});
