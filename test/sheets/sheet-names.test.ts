import { scenarioSheetNames } from "../../src/sheets/sheet-frame";

describe("names of scenario sheets", () => {
  it("leave out what Excel forbids", () => {
    expect(scenarioSheetNames(["A/B: [x]*?\\"])).toEqual(["KR A B x"]);
  });

  it("have at most 31 characters and do not end in a blank or an apostrophe", () => {
    const [name = ""] = scenarioSheetNames([`${"a".repeat(27)}' lang`]);
    expect(name).toBe(`KR ${"a".repeat(27)}`);
  });

  it("do not cut a character in two", () => {
    const [name = ""] = scenarioSheetNames([`${"a".repeat(27)}😀`]);
    expect(name).toBe(`KR ${"a".repeat(27)}`);
  });

  it("differ even when the scenarios differ only behind the cut or in case", () => {
    const long = "Rechenzentrum ohne Umsatzsteuer";
    const names = scenarioSheetNames([`${long} eins`, `${long} zwei`, "Prüfung", "kurz", "KURZ"]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
    expect(names.every((name) => name.length <= 31)).toBe(true);
    expect(names[2]).not.toBe("KR Prüfung");
  });
});
