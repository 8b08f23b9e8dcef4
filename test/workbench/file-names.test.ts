import { fileAskedFor, savedName } from "../../src/workbench/file-names";

describe("what a workbook is saved as", () => {
  it.each([
    ["Haushalt 2023.xlsx", "Haushalt 2023-kooperation.xlsx"],
    ["makros.XLSM", "makros-kooperation.xlsm"],
    ["liste.csv", "liste-kooperation.xlsx"],
    ["haushalt-kooperation.xlsx", "haushalt-kooperation.xlsx"],
    ["v1.2 Entwurf.xlsx", "v1.2 Entwurf-kooperation.xlsx"],
    ["ohne Endung", "ohne Endung-kooperation.xlsx"],
  ])("%s is saved as %s", (opened, saved) => {
    expect(savedName(opened).name).toBe(saved);
  });

  it("keeps the kind of a workbook with macros", () => {
    expect(savedName("a.xlsm").type).toContain("macroEnabled");
    expect(savedName("a.xlsx").type).not.toContain("macroEnabled");
  });
});

describe("the file an address asks for", () => {
  const asked = (address: string): string | undefined => fileAskedFor(new URL(address))?.href;

  it("lies in the folder opened/ beside the page", () => {
    expect(asked("http://localhost:3000/?open=opened/Haus%20halt.xlsx")).toBe(
      "http://localhost:3000/opened/Haus%20halt.xlsx",
    );
    expect(asked("https://stadt.example/koop/index.html?open=opened/a.csv")).toBe(
      "https://stadt.example/koop/opened/a.csv",
    );
  });

  it.each([
    "http://localhost:3000/",
    "http://localhost:3000/?open=assets/beispielhaushalt.xlsx",
    "http://localhost:3000/?open=https://example.com/opened/a.xlsx",
    "http://localhost:3000/?open=//example.com/opened/a.xlsx",
    "http://localhost:3000/?open=opened/../secret.xlsx",
    "http://localhost:3000/?open=opened/a.xlsx?x=1",
    "http://localhost:3000/?open=data:text/plain,opened/",
    "http://localhost:3000/?open=http://[",
  ])("is none for %s", (address) => {
    expect(asked(address)).toBeUndefined();
  });
});
