import { lint } from "./lint";

const importing = (module: string) => `import { x } from "${module}";\nexport const y = x;\n`;
const importingType = (module: string) =>
  `import type { X } from "${module}";\nexport type Y = X;\n`;

/** File, module it imports, what the linter must say of it. */
const forbidden: readonly (readonly [string, string, string])[] = [
  // The engine knows neither host nor surface.
  ["src/budget/a.ts", "node:fs", "budget must run without Node: no node:fs."],
  ["src/budget/a.ts", "fs", "budget must run without Node: no fs."],
  ["src/law/a.ts", "node:path", "law must run without Node: no node:path."],
  ["src/model/a.ts", "node:crypto", "model must run without Node: no node:crypto."],
  ["src/analysis/a.ts", "fs/promises", "analysis must run without Node: no fs/promises."],
  ["src/sheets/a.ts", "node:os", "sheets must run without Node: no node:os."],
  ["src/budget/a.ts", "../workbook/excel/host", "budget must not import excel."],
  ["src/model/blocks/a.ts", "../../workbook/package/zip", "model must not import package."],
  ["src/law/a.ts", "../cli/koop", "law must not import cli."],
  ["src/analysis/a.ts", "../taskpane/state", "analysis must not import taskpane."],
  ["src/sheets/a.ts", "../workbench/page", "sheets must not import workbench."],
  ["src/sheets/a.ts", "../workbook/excel", "sheets must not import excel."],
  ["src/model/a.ts", "react", "model must not import the library react."],
  ["src/analysis/a.ts", "fflate", "analysis must not import the library fflate."],
  ["src/model/a.ts", "fflate", "model must not import the library fflate."],
  ["src/law/a.ts", "../../assets/table.json", "law must not import assets/table.json from outside"],
  ["src/model/a.ts", "../../test/fixtures", "model must not import test/fixtures from outside src"],
  // law <- model <- analysis <- sheets; the budget stands by itself.
  ["src/law/a.ts", "../model/rows", "law must not import model."],
  ["src/law/a.ts", "../budget/line", "law must not import budget."],
  ["src/model/a.ts", "../analysis/tornado", "model must not import analysis."],
  ["src/model/a.ts", "../sheets/scenario", "model must not import sheets."],
  ["src/analysis/a.ts", "../sheets/scenario", "analysis must not import sheets."],
  ["src/budget/a.ts", "../model/rows", "budget must not import model."],
  ["src/budget/a.ts", "../law/vat", "budget must not import law."],
  ["src/model/a.ts", "../workbook/plan", "model must not import plan."],
  ["src/language.ts", "./model/rows", "ground must not import model."],
  ["src/sheets/a.ts", "../workbook/port", "sheets may import types of port only"],
  // The two sides of a workbook know the plan and the port, not each other.
  ["src/workbook/plan.ts", "../model/rows", "plan must not import model."],
  ["src/workbook/plan.ts", "./port", "plan must not import port."],
  ["src/workbook/port.ts", "./excel/host", "port must not import excel."],
  ["src/workbook/excel/a.ts", "../package/zip", "excel must not import package."],
  ["src/workbook/excel/a.ts", "../../sheets/scenario", "excel must not import sheets."],
  ["src/workbook/package/a.ts", "../excel/host", "package must not import excel."],
  ["src/workbook/package/a.ts", "node:zlib", "package must run without Node: no node:zlib."],
  ["src/workbook/package/a.ts", "buffer", "package must run without Node: no buffer."],
  ["src/workbook/package/a.ts", "exceljs", "package must not import the library exceljs."],
  // The pane knows only the port.
  ["src/taskpane/a.tsx", "../workbook/excel/host", "taskpane must not import excel."],
  ["src/taskpane/a.tsx", "../workbook/package/zip", "taskpane must not import package."],
  ["src/taskpane/a.tsx", "../cli/koop", "taskpane must not import cli."],
  ["src/taskpane/a.tsx", "../workbench/page", "taskpane must not import workbench."],
  ["src/taskpane/start.tsx", "../workbook/package/zip", "pane-start must not import package."],
  ["src/workbench/a.tsx", "../workbook/excel/host", "workbench must not import excel."],
  ["src/workbench/a.tsx", "node:fs", "workbench must run without Node: no node:fs."],
  ["src/cli/a.ts", "../workbook/excel/host", "cli must not import excel."],
  ["src/cli/a.ts", "../taskpane/state", "cli must not import taskpane."],
  ["src/cli/a.ts", "tsx", "cli must not import the library tsx."],
];

const allowed: readonly (readonly [string, string])[] = [
  ["src/budget/a.ts", "../language"],
  ["src/workbook/package/a.ts", "fflate"],
  ["src/law/a.ts", "./rates.json"],
  ["src/model/a.ts", "../law/vat"],
  ["src/model/blocks/a.ts", "../../budget/line"],
  ["src/model/a.ts", "valibot"],
  ["src/analysis/a.ts", "../model/rows"],
  ["src/sheets/a.ts", "../analysis/tornado"],
  ["src/sheets/a.ts", "../workbook/plan"],
  ["src/sheets/a.ts", "../workbook/styles"],
  ["src/workbook/port.ts", "./plan"],
  ["src/workbook/excel/a.ts", "../port"],
  ["src/workbook/package/a.ts", "fflate"],
  ["src/taskpane/a.tsx", "../workbook/port"],
  ["src/taskpane/a.tsx", "../sheets/scenario"],
  ["src/taskpane/a.tsx", "@fluentui/react-components"],
  ["src/taskpane/start.tsx", "../workbook/excel"],
  ["src/workbench/a.tsx", "../workbook/package/zip"],
  ["src/workbench/a.tsx", "../taskpane"],
  ["src/cli/a.ts", "../workbook/package/zip"],
  ["src/cli/a.ts", "node:fs"],
  ["src/cli/a.ts", "../../package.json"],
];

describe("which part imports which", () => {
  it.each(forbidden)("%s: not %s", async (file, module, words) => {
    expect(await lint(file, importing(module))).toEqual([
      expect.stringContaining(`project/layers: ${words}`),
    ]);
  });

  it.each(allowed)("%s: %s", async (file, module) => {
    expect(await lint(file, importing(module))).toEqual([]);
  });

  it("lets sheets name the types of the port", async () => {
    expect(await lint("src/sheets/a.ts", importingType("../workbook/port"))).toEqual([]);
  });

  it("forbids types as well as values where a part is forbidden", async () => {
    expect(await lint("src/budget/a.ts", importingType("../model/rows"))).toEqual([
      "project/layers: budget must not import model.",
    ]);
  });

  it.each([
    `export { x } from "../cli/koop";`,
    `export * from "../cli/koop";`,
    `export const x = import("../cli/koop");`,
    `export type X = import("../cli/koop").X;`,
    `import x = require("../cli/koop"); export const y = x;`,
    `import "../cli/koop";`,
  ])("sees every way to import: %s", async (text) => {
    expect(await lint("src/model/a.ts", text)).toContain(
      "project/layers: model must not import cli.",
    );
  });

  it("refuses a module whose name is computed", async () => {
    const text = `export const x = (name: string) => import("../" + name);`;
    expect(await lint("src/model/a.ts", text)).toEqual([
      expect.stringContaining("project/layers: The module must be named by a plain text"),
    ]);
  });

  it.each(["./grid.ts", "./grid.js"])("wants imports without extension: %s", async (module) => {
    expect(await lint("src/budget/a.ts", importing(module))).toEqual([
      "project/layers: Relative imports are written without extension.",
    ]);
  });

  it("knows every folder of src", async () => {
    expect(await lint("src/extra/a.ts", "export const x = 1;")).toEqual([
      "project/layers: extra/a.ts belongs to no part of src: name its part in lint/layers.js.",
    ]);
  });
});
