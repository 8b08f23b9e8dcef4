import { plainGrid } from "../../src/budget/grid";
import { createWorkbook } from "../../src/workbook/package";
import { generatedBudget, generatedModels, planDocument } from "../end-to-end/planned";
import { deviations, folderForWorkbooks, wronglyStored } from "./written";

const write = folderForWorkbooks();

const IN_A_BATCH = 26;

/** So many models in CI; `GENERATED_MODELS=500 npm run test:office -- generated-models` for the full run. */
const MODELS = Number(process.env["GENERATED_MODELS"] ?? "52");
const BATCHES = Array.from({ length: Math.ceil(MODELS / IN_A_BATCH) }, (_, index) => index + 1);

describe("LibreOffice calculates generated models as our evaluator does", () => {
  it.each(BATCHES)(
    "batch %i",
    async (batch) => {
      const models = generatedModels(IN_A_BATCH, 31_000 + batch);
      const written = await Promise.all(
        models.map((generated, index) => {
          const budget = generatedBudget(generated);
          const grids = budget.grids.length === 0 ? [plainGrid("Tabelle1", [])] : budget.grids;
          const planned = planDocument(generated.document, budget);
          return write(createWorkbook(grids), planned, `${String(batch)}-${String(index)}`);
        }),
      );
      expect(written).toHaveLength(IN_A_BATCH);
      expect(deviations(written)).toEqual([]);
      // Reading every file once more would cost a minute and say the same.
      if (batch === 1) expect(wronglyStored(written)).toEqual([]);
    },
    600_000,
  );
});
