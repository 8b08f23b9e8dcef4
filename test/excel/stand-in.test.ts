import { libraryClasses } from "../host/library";
import type { Host } from "../host/host";
import { addSheet, cellAt } from "../host/state";
import { Batch } from "../host/wire";
import { workbookObject } from "../host/workbook-objects";
import { openExcel } from "./open-excel";

// Microsoft's library, a workbook and an engine take seconds on a busy machine.
jest.setTimeout(60_000);

/** The proof that the Excel side works is worth what the stand-in is: here it is put to the test itself. */
let host: Host;

beforeAll(async () => {
  host = await openExcel([]);
});

beforeEach(() => {
  host.workbook.sheets = [];
  host.workbook.names = [];
  host.errors.length = 0;
  host.breaches.length = 0;
  const sheet = addSheet(host.workbook, "Haushalt");
  cellAt(sheet, 0, 0).value = "Ansatz";
  cellAt(sheet, 0, 1).value = 100;
});

afterAll(() => host.close());

async function failing(job: (context: Excel.RequestContext) => unknown): Promise<string> {
  try {
    await Excel.run(async (context) => {
      job(context);
      await context.sync();
    });
  } catch (cause) {
    return String((cause as { code?: unknown }).code);
  }
  return "nothing failed";
}

const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Haushalt");
const rangeOf = (context: Excel.RequestContext) => sheetOf(context).getRange("A1:B1");

function path(id: number, type: number, name: string, parent: number, given: unknown[]) {
  return {
    Id: id,
    ObjectPathType: type,
    Name: name,
    ParentObjectPathId: parent,
    ArgumentInfo: { Arguments: given },
  };
}

describe("the object model", () => {
  const classes = libraryClasses();

  it("comes from the library itself", () => {
    expect(classes.size).toBeGreaterThan(150);
    const range = classes.get("Range");
    expect(range?.scalars.get("Formulas")).toMatchObject({ writable: true });
    expect(range?.scalars.get("Address")).toMatchObject({ writable: false });
    expect(range?.scalars.get("Hyperlink")?.requires).toEqual({ set: "ExcelApi", version: "1.7" });
    expect(range?.objectMethods.get("GetMergedAreasOrNullObject")).toMatchObject({
      type: "RangeAreas",
      requires: { version: "1.13" },
    });
    expect(classes.get("Worksheet")?.navigations.get("PageLayout")).toMatchObject({
      type: "PageLayout",
      requires: { version: "1.9" },
    });
    expect(classes.get("WorksheetCollection")?.indexed).toBe("Worksheet");
  });
});

describe("the stand-in refuses", () => {
  it("a property that was not loaded", async () => {
    const unloaded = Excel.run(async (context) => {
      const range = rangeOf(context);
      await context.sync();
      return range.values as unknown;
    });
    await expect(unloaded).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });

  it("a member that the library does not define, and keeps it as a breach", async () => {
    expect(await failing((context) => rangeOf(context).load("colour"))).toBe("ApiNotFound");
    expect(host.breaches).toEqual(["Range has no member colour"]);
  });

  it("a member that it does not offer, and keeps it as a breach", async () => {
    expect(await failing((context) => rangeOf(context).load("text"))).toBe("NotImplemented");
    expect(host.breaches).toEqual(["the stand-in has no Range.Text"]);
  });

  it("a call above the announced set, as the library does before it", async () => {
    expect(await failing((context) => rangeOf(context).getDependents())).toBe("ApiNotFound");
    const paths = {
      "1": { Id: 1, ObjectPathType: 1, Name: "" },
      "2": { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      "3": path(3, 5, "", 2, ["Haushalt"]),
      "4": path(4, 3, "GetRange", 3, ["A1"]),
      "5": path(5, 3, "GetMergedAreasOrNullObject", 4, []),
    };
    const request = {
      Actions: [{ Id: 9, ActionType: 1, Name: "", ObjectPathId: 5 }],
      ObjectPaths: paths,
    };
    const batch = (excelApi: string) =>
      new Batch(request, workbookObject(host.workbook), new Map(), excelApi);
    expect(() => batch("1.12").execute(0)).toThrow("needs ExcelApi 1.13, announced is 1.12");
    expect(batch("1.13").execute(0)).toEqual({ ActionId: 9, Value: null });
  });

  it("an array of another size than the range", async () => {
    for (const values of [
      [[1]],
      [[1, 2, 3]],
      [
        [1, 2],
        [3, 4],
      ],
    ]) {
      expect(await failing((context) => (rangeOf(context).values = values))).toBe(
        "InvalidArgument",
      );
    }
    const large = Array.from({ length: 400 }, () => [1, 2, 3, 4]);
    const wrong = (context: Excel.RequestContext) => {
      sheetOf(context).getRange("A1:D401").values = large;
    };
    expect(await failing(wrong)).toBe("InvalidArgument");
  });

  it.each(["=SUMME(A1;B1)", "=SUM(A1", "=IF(A1>0;1;2)"])("the formula %s", async (formula) => {
    const write = (context: Excel.RequestContext) => {
      sheetOf(context).getRange("C1").formulas = [[formula]];
    };
    expect(await failing(write)).toBe("InvalidArgument");
  });

  it("names and sheets that exist or break the rules", async () => {
    const add = (name: string) => failing((context) => context.workbook.worksheets.add(name));
    expect(await add("haushalt")).toBe("ItemAlreadyExists");
    expect(await add("A/B")).toBe("InvalidArgument");
    expect(await add("x".repeat(32))).toBe("InvalidArgument");
    const name = (text: string) =>
      failing((context) => context.workbook.names.add(text, rangeOf(context)));
    expect(await name("KR_x")).toBe("nothing failed");
    expect(await name("kr_X")).toBe("ItemAlreadyExists");
    expect(await name("A1")).toBe("InvalidArgument");
    expect(await name("mit Leerzeichen")).toBe("InvalidArgument");
  });

  it("the last sheet's end, and every change of a protected sheet", async () => {
    expect(await failing((context) => sheetOf(context).delete())).toBe("InvalidOperation");
    const [sheet] = host.workbook.sheets;
    if (sheet !== undefined) sheet.isProtected = true;
    expect(await failing((context) => (rangeOf(context).values = [[1, 2]]))).toBe("AccessDenied");
    const paint = (context: Excel.RequestContext) => {
      rangeOf(context).format.fill.color = "#FFFFFF";
    };
    expect(await failing(paint)).toBe("AccessDenied");
  });
});

describe("the stand-in", () => {
  it("keeps what was done before a call failed, as Excel does", async () => {
    await failing((context) => {
      context.workbook.worksheets.add("Neu");
      context.workbook.worksheets.add("Neu");
    });
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Haushalt", "Neu"]);
  });

  it("calculates formulas, whatever refers to whatever", async () => {
    const values = await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      sheet.getRange("A2:B2").formulas = [["=B2*2", "='Haushalt'!B1+1"]];
      const range = sheet.getRange("A2:B2").load("values,formulas");
      await context.sync();
      return { values: range.values as unknown, formulas: range.formulas as unknown };
    });
    expect(values).toEqual({ values: [[202, 101]], formulas: [["=B2*2", "=Haushalt!B1+1"]] });
  });

  it("takes what is typed as a German Excel takes it", async () => {
    await failing((context) => {
      sheetOf(context).getRange("A3:D3").values = [["123.456", "01.02.02", "'01.02.02", "WAHR"]];
    });
    const cells = host.workbook.sheets[0]?.cells;
    const values = [0, 1, 2, 3].map((column) => cells?.get(2 * 16384 + column)?.value);
    expect(values).toEqual([123456, expect.any(Number), "01.02.02", true]);
  });
});
