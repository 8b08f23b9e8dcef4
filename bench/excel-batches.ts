import { ExcelWorkbook } from "../src/workbook/excel";
import { fillWorkbook } from "../test/host/fill-workbook";
import { emptyWorkbook } from "../test/host/state";
import { openExcel } from "../test/excel/open-excel";
import { planSample, sampleGrids } from "../test/excel/sample";

/** How many requests Excel is sent for a job, and the largest of them. */
export interface BatchCount {
  readonly subject: string;
  readonly batches: number;
  readonly megabytes: number;
}

/** Counts what Microsoft's library sends to the stand-in for Excel on the sample budget. */
export async function countBatches(): Promise<readonly BatchCount[]> {
  const grids = await sampleGrids();
  const host = await openExcel(grids);
  const counts: BatchCount[] = [];
  const count = async (subject: string, job: () => Promise<unknown>): Promise<void> => {
    host.batches.length = 0;
    await job();
    const largest = host.batches.map(({ requestBytes, responseBytes }) =>
      Math.max(requestBytes, responseBytes),
    );
    const megabytes = Math.max(...largest) / 1024 ** 2;
    counts.push({ subject, batches: host.batches.length, megabytes });
  };
  const forty = Array.from({ length: 40 }, (_item, index) =>
    grids.slice(0, 1).map((grid) => ({ ...grid, name: `Blatt ${String(index)}` })),
  ).flat();
  for (const sheets of [forty.slice(0, 1), forty]) {
    host.workbook = emptyWorkbook();
    fillWorkbook(host.workbook, sheets);
    const names = sheets.map(({ name }) => name);
    await count(`read ${String(sheets.length)} sheets`, () => new ExcelWorkbook().read(names));
  }
  for (const scenarios of [1, 6]) {
    host.workbook = emptyWorkbook();
    fillWorkbook(host.workbook, grids);
    const workbook = new ExcelWorkbook();
    const { plan } = planSample(grids, scenarios);
    const words = `${String(scenarios)} scenario${scenarios === 1 ? "" : "s"}`;
    await count(`write ${words}`, () => workbook.apply(plan));
    const next = planSample(grids, scenarios + 1).plan;
    await count(`write ${words} again with one more`, () =>
      workbook.apply(next, { previous: plan }),
    );
    await count(`write ${words} again, nothing changed`, () =>
      workbook.apply(next, { previous: next }),
    );
  }
  host.close();
  return counts;
}
