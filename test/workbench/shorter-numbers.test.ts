import { shorterNumbers } from "../../src/workbench/grid/shorter-numbers";

describe("a number in a narrow column", () => {
  it("loses decimals one by one, never whole digits", () => {
    expect(shorterNumbers(-1234.567, "General", "de")).toEqual(["-1234,57", "-1234,6", "-1235"]);
    expect(shorterNumbers(0.5, "General", "en")).toEqual(["1"]);
    expect(shorterNumbers(1234567, "General", "de")).toEqual([]);
  });

  it("keeps the decimals its format asks for", () => {
    expect(shorterNumbers(1234.567, "#,##0.00", "de")).toEqual([]);
    expect(shorterNumbers("1234.567", "General", "de")).toEqual([]);
  });
});
