import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { largeWorkbook } from "../test/workbook/large-workbook";
import { countBatches } from "./excel-batches";
import type { BatchCount } from "./excel-batches";
import { buildJobs } from "./built-jobs";
import { largeBudget } from "./large-budget";
import { type Figure, measure } from "./measure";
import type { PageFigure } from "./page-time";
import { measurePages, type PageFigures } from "./pages";

/** One line of the table: a job of ours beside its peers, in one run on one machine. */
interface Comparison {
  readonly subject: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

const json = process.argv.includes("--json");
const short = process.argv.includes("--short");
const onlyPages = process.argv.includes("pages");
const runs = short ? 1 : 5;
const folder = mkdtempSync(path.join(tmpdir(), "koop-bench-"));

/** `npm run bench`: everything. `npm run bench -- pages`: what Chromium shows, alone. */
async function run(): Promise<void> {
  const files = onlyPages ? [] : await compare();
  const requests = onlyPages ? [] : [{ subject: BATCHES, batches: await countBatches() }];
  const pages = await measurePages(short);
  const tables = [...files.map(table), ...requests.map(batchTable), ...pages.map(pageTable)];
  process.stdout.write(
    json ? `${JSON.stringify([...files, ...requests, ...pages], null, 2)}\n` : tables.join("\n"),
  );
}

async function compare(): Promise<readonly Comparison[]> {
  const program = await buildJobs(folder);
  const figure = (job: string, args: readonly string[] = [], count = runs): Figure =>
    measure(program, job, args, count);
  const large = path.join(folder, "large.xlsx");
  writeFileSync(large, largeWorkbook(short ? 10_000 : 100_000, 20));
  const size = `${String(Math.round(statSync(large).size / 1e5) / 10)} MB`;
  const budget = path.join(folder, "budget.xlsx");
  writeFileSync(budget, largeBudget(short ? 10_000 : 100_000));
  const out = path.join(folder, "out.xlsx");
  return [
    {
      subject: `Add seven scenarios to a workbook of ${short ? "10,000" : "100,000"} × 20 cells (${size})`,
      figures: {
        "copy the file": figure("copy", [large, out]),
        "this project": figure("add-sheets", [large, out]),
        exceljs: figure("add-sheets-exceljs", [large, out], short ? 1 : 2),
      },
    },
    {
      subject: `Read a budget of ${short ? "10,000" : "100,000"} rows × 20 columns`,
      figures: {
        "unpack it": figure("unpack", [budget]),
        "parse its XML": figure("parse-saxes", [budget]),
        "take its cells": figure("read-cells", [budget]),
        "this project": figure("read-budget", [budget]),
      },
    },
    {
      subject: "Evaluate the seven presets ten times",
      figures: {
        "this project": figure("evaluate"),
        IronCalc: figure("evaluate-ironcalc"),
      },
    },
    {
      subject: "Evaluate six scenarios over ten years with 300 budget lines ten times, warm",
      figures: { "this project": figure("evaluate-lines") },
    },
    {
      subject:
        "Compute six scenarios anew, from the document on, 300 of 5,600 budget lines, ten times, warm",
      figures: { "this project": figure("compute-anew") },
    },
  ];
}

const BATCHES =
  "Requests to Excel through Microsoft's library, the largest of each job (limit 5 MB)";

interface BatchTable {
  readonly subject: string;
  readonly batches: readonly BatchCount[];
}

function batchTable({ subject, batches }: BatchTable): string {
  return `${subject}\n${batches.map(batchLine).join("")}`;
}

function batchLine({ subject, batches, megabytes }: BatchCount): string {
  return `  ${subject.padEnd(44)} ${String(batches).padStart(3)}   ${megabytes.toFixed(2)} MB\n`;
}

run()
  .finally(() => rmSync(folder, { recursive: true, force: true }))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? "") : String(error)}\n`);
    process.exitCode = 1;
  });

function table({ subject, figures }: Comparison): string {
  const lines = Object.entries(figures).map(
    ([who, { seconds, processorSeconds, megabytes, runs: count }]) =>
      `  ${who.padEnd(16)} ${seconds.toFixed(3).padStart(9)} s ${processorSeconds.toFixed(3).padStart(9)} s of processor ${megabytes.toFixed(0).padStart(7)} MB   median of ${String(count)}\n`,
  );
  return `${subject}\n${lines.join("")}`;
}

function pageTable({ subject, figures, megabytes }: PageFigures): string {
  const memory =
    megabytes === undefined ? "" : `  ${"memory in the end".padEnd(48)} ${milli(megabytes)} MB\n`;
  return `${subject}\n${figures.map(pageLine).join("")}${memory}`;
}

function pageLine(figure: PageFigure): string {
  const { subject, median, worst, processor, worstProcessor, count, bound } = figure;
  const limit = bound === undefined ? "" : `, bound ${bound.toFixed(0)} ms`;
  const times = `${milli(median)} ms (worst ${milli(worst)}), of processor ${milli(processor)} ms (worst ${milli(worstProcessor)})`;
  return `  ${subject.padEnd(48)} ${times}   median of ${String(count)}${limit}\n`;
}

function milli(value: number): string {
  return value.toFixed(1).padStart(7);
}
