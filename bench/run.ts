import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { largeWorkbook } from "../test/workbook/large-workbook";
import { countBatches } from "./excel-batches";
import type { BatchCount } from "./excel-batches";
import { largeBudget } from "./large-budget";
import { type Figure, measure } from "./measure";

/** One line of the table: a job of ours beside its peers, in one run on one machine. */
interface Comparison {
  readonly subject: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

const json = process.argv.includes("--json");
const short = process.argv.includes("--short");
const runs = short ? 1 : 5;
const folder = mkdtempSync(path.join(tmpdir(), "koop-bench-"));

async function run(): Promise<void> {
  const large = path.join(folder, "large.xlsx");
  writeFileSync(large, largeWorkbook(short ? 10_000 : 100_000, 20));
  const size = `${String(Math.round(statSync(large).size / 1e5) / 10)} MB`;
  const budget = path.join(folder, "budget.xlsx");
  writeFileSync(budget, largeBudget(short ? 10_000 : 100_000));
  const out = path.join(folder, "out.xlsx");
  const comparisons: readonly Comparison[] = [
    {
      subject: `Add seven scenarios to a workbook of ${short ? "10,000" : "100,000"} × 20 cells (${size})`,
      figures: {
        "copy the file": measure("copy", [large, out], runs),
        "this project": measure("add-sheets", [large, out], runs),
        exceljs: measure("add-sheets-exceljs", [large, out], short ? 1 : 2),
      },
    },
    {
      subject: `Read a budget of ${short ? "10,000" : "100,000"} rows × 20 columns`,
      figures: {
        "parse its XML": measure("parse-saxes", [budget], runs),
        "take its cells": measure("read-cells", [budget], runs),
        "this project": measure("read-budget", [budget], runs),
      },
    },
    {
      subject: "Evaluate the seven presets ten times",
      figures: {
        "this project": measure("evaluate", [], runs),
        IronCalc: measure("evaluate-ironcalc", [], runs),
      },
    },
    {
      subject: "Evaluate six scenarios over ten years with 300 budget lines ten times, warm",
      figures: { "this project": measure("evaluate-lines", [], runs) },
    },
    {
      subject:
        "Compute six scenarios anew, from the document on, 300 of 5,600 budget lines, ten times, warm",
      figures: { "this project": measure("compute-anew", [], runs) },
    },
  ];
  const batches = await countBatches();
  process.stdout.write(
    json
      ? `${JSON.stringify([...comparisons, { subject: BATCHES, batches }], null, 2)}\n`
      : `${table(comparisons)}\n${BATCHES}\n${batches.map(batchLine).join("")}`,
  );
}

const BATCHES =
  "Requests to Excel through Microsoft's library, the largest of each job (limit 5 MB)";

function batchLine({ subject, batches, megabytes }: BatchCount): string {
  return `  ${subject.padEnd(44)} ${String(batches).padStart(3)}   ${megabytes.toFixed(2)} MB\n`;
}

run()
  .finally(() => rmSync(folder, { recursive: true, force: true }))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? "") : String(error)}\n`);
    process.exitCode = 1;
  });

function table(comparisons: readonly Comparison[]): string {
  return comparisons
    .map(({ subject, figures }) => {
      const lines = Object.entries(figures).map(
        ([who, { seconds, processorSeconds, megabytes, runs: count }]) =>
          `  ${who.padEnd(16)} ${seconds.toFixed(3).padStart(9)} s ${processorSeconds.toFixed(3).padStart(9)} s of processor ${megabytes.toFixed(0).padStart(7)} MB   median of ${String(count)}`,
      );
      return `${subject}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}
