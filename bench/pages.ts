import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildPages } from "../build/build-pages";
import { startChromium } from "./chromium";
import { largeBudget } from "./large-budget";
import { measureLoads } from "./loading";
import type { PageFigure } from "./page-time";
import { measureLargeGrid } from "./scrolling";
import { excelWithSample, measureTyping } from "./typing";

/** A group of figures from Chromium. */
export interface PageFigures {
  readonly subject: string;
  readonly figures: readonly PageFigure[];
  /** What the page holds in the end, where that is measured. */
  readonly megabytes?: number;
}

/** The bound on the time until the pane reacts, in milliseconds. */
const INTERACTIVE = 500;

const SECOND_STEP = {
  press: "nav li:nth-child(2) button",
  then: "nav li:nth-child(2) [aria-current=step]",
};

/** Measures the pane inside Microsoft's library, and the workbench, in Chromium. */
export async function measurePages(short: boolean): Promise<readonly PageFigures[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "koop-pages-"));
  try {
    buildPages(folder);
    buildPeer(folder);
    const rows = short ? 10_000 : 100_000;
    mkdirSync(path.join(folder, "opened"));
    writeFileSync(path.join(folder, "opened/gross.xlsx"), largeBudget(rows));
    return await measureAll(folder, short, rows);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(
  folder: string,
  short: boolean,
  rows: number,
): Promise<readonly PageFigures[]> {
  const chromium = await startChromium(folder);
  try {
    const inExcel = { loads: short ? 3 : 15, host: await excelWithSample() };
    const budget = { ...SECOND_STEP, press: "main button", text: "Weiter zur Zuordnung" };
    const loading = [
      await measureLoads(
        chromium,
        "library, React, provider, one button",
        "peer.html",
        { press: "button", then: "button[aria-pressed=true]" },
        inExcel,
      ),
      await measureLoads(chromium, "pane, its navigation", "taskpane.html", SECOND_STEP, {
        ...inExcel,
        bound: INTERACTIVE,
      }),
      await measureLoads(
        chromium,
        "pane, the sample budget read",
        "taskpane.html",
        budget,
        inExcel,
      ),
      await measureLoads(
        chromium,
        "workbench, the sample's second sheet",
        "index.html",
        {
          press: "[role=tab]:nth-of-type(2)",
          then: "[role=tab]:nth-of-type(2)[aria-selected=true]",
        },
        { loads: inExcel.loads, size: { width: 1280, height: 800 } },
      ),
    ];
    const typing = await measureTyping(chromium, short ? 1 : 8);
    const { opening, scrolling, megabytes } = await measureLargeGrid(chromium, "opened/gross.xlsx");
    return [
      {
        subject: "Pages in Chromium, from the navigation to the effect of a click",
        figures: loading,
      },
      { subject: "Typing in the pane, from the key to the painted figures", figures: typing },
      {
        subject: `A budget of ${rows.toLocaleString("en")} rows × 20 columns in the workbench`,
        figures: [...opening, ...scrolling],
        megabytes,
      },
    ];
  } finally {
    await chromium.close();
  }
}

/** Builds the page that the pane is measured beside. */
function buildPeer(folder: string): void {
  const root = path.resolve(__dirname, "..");
  const webpack = path.join(root, "node_modules/webpack-cli/bin/cli.js");
  const config = ["--config", "bench/peer/webpack.config.js", "--output-path", folder];
  execFileSync(process.execPath, [webpack, ...config], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
