import { openPackage } from "../../src/workbook/package";
import { RefusedError } from "../../src/finding";
import { SAMPLE_PLAN } from "./sample-plan";
import { madeWorkbook } from "./made-workbook";

async function written() {
  const workbook = openPackage(madeWorkbook());
  await workbook.apply(SAMPLE_PLAN);
  return workbook;
}

describe("a sheet as it is shown", () => {
  it("has the looks, sizes, frozen panes, links, validations and charts it was written with", async () => {
    const workbook = await written();
    for (const planned of SAMPLE_PLAN.sheets) {
      const view = await workbook.view(planned.name);
      expect(view.ours).toBe(true);
      expect(view.gridLines).toBe(false);
      if (planned.freeze !== undefined) expect(view.freeze).toEqual(planned.freeze);
      expect(view.links.map(({ target }) => target)).toEqual(
        planned.cells.flatMap(({ hyperlink }) =>
          hyperlink === undefined ? [] : [hyperlink.target],
        ),
      );
      expect(view.validations.map(({ error }) => error)).toEqual(
        planned.validations.map(({ error }) => error),
      );
      expect(
        view.charts.map(({ name, from, title }) => [name, from.row, from.column, title]),
      ).toEqual(
        planned.charts.map(({ name, from, title }) => [
          name,
          from.row,
          from.column,
          title.values[0],
        ]),
      );
      const inputs = planned.cells.filter(({ style }) => style === "inputAmount");
      for (const { row, column } of inputs) {
        expect(view.lookAt(row, column)).toMatchObject({ fill: "FFF7D6", colour: "0033A0" });
      }
    }
  });

  it("draws of a chart what the plan says", async () => {
    const planned = SAMPLE_PLAN.sheets.flatMap((sheet) =>
      sheet.charts.map((chart) => ({ sheet: sheet.name, chart })),
    );
    const workbook = await written();
    expect(planned.length).toBeGreaterThan(0);
    for (const { sheet, chart } of planned) {
      const drawn = (await workbook.view(sheet)).charts.find(({ name }) => name === chart.name);
      expect(drawn?.alternativeText).toBe(chart.alternativeText);
      expect(drawn?.categoryTitle).toBe(chart.type === "radar" ? "" : (chart.categoryTitle ?? ""));
      const byName = new Map(chart.series.map((own) => [own.name.values[0], own.values.values]));
      for (const own of drawn?.series ?? []) {
        expect(own.values).toEqual(
          byName.get(own.name)?.map((value) => (typeof value === "number" ? value : null)),
        );
      }
      expect(drawn?.series.length).toBe(chart.series.length);
    }
  });

  it("is read once and again only after it changed", async () => {
    const workbook = await written();
    const [theirs] = (await workbook.sheets()).filter(({ ours }) => !ours);
    const name = theirs?.name ?? "";
    const before = await workbook.view(name);
    await workbook.takeBack();
    expect((await workbook.view(name)).grid).toBe(before.grid);
  });
});

describe("typing into a cell", () => {
  /** The first input of the plan. */
  const place = SAMPLE_PLAN.sheets
    .flatMap((sheet) => sheet.cells.map((cell) => ({ sheet: sheet.name, ...cell })))
    .find(({ style, formula }) => style === "inputAmount" && formula === undefined);

  it.each([1234.5, "Text mit <Zeichen> & Leerraum ", null])(
    "puts %p there and keeps the look",
    async (value) => {
      if (place === undefined) throw new Error("the sample plan has no input");
      const { sheet, row, column } = place;
      const workbook = await written();
      const before = await workbook.view(sheet);
      const setBack = workbook.type(sheet, row, column, value);
      const after = await workbook.view(sheet);
      expect(after.grid.rows[row]?.[column] ?? null).toBe(value);
      expect(after.lookAt(row, column)).toEqual(before.lookAt(row, column));
      setBack();
      expect((await workbook.view(sheet)).grid.rows[row]?.[column]).toEqual(
        before.grid.rows[row]?.[column],
      );
    },
  );

  it("is refused where no cell stands", async () => {
    const workbook = await written();
    expect(() => workbook.type(SAMPLE_PLAN.sheets[0]?.name ?? "", 5000, 50, 1)).toThrow(
      RefusedError,
    );
  });
});
