import { readFileSync } from "node:fs";
import path from "node:path";
import { calendarDate } from "../../src/law/calendar";
import * as engine from "../../src/taskpane/engine";
import { PaneSession } from "../../src/taskpane/session/session";
import type { PaneWorld } from "../../src/taskpane/session/world";
import { openPackage, type PackageWorkbook } from "../../src/workbook/package";
import { root } from "../project/lint";

const SAMPLE = path.join(root, "assets", "beispielhaushalt.xlsx");

/** The workbook with the sample budget. */
export function sampleWorkbook(): PackageWorkbook {
  return openPackage(new Uint8Array(readFileSync(SAMPLE)));
}

/** A German session on a workbook, on a fixed day; not opened yet. */
export function sessionOf(workbook: PackageWorkbook, more: Partial<PaneWorld> = {}): PaneSession {
  return new PaneSession({
    workbook,
    language: "de",
    today: () => calendarDate("2026-11-29"),
    version: "0.1.0",
    loadEngine: () => Promise.resolve(engine),
    insertSample: () => Promise.resolve(),
    save: () => undefined,
    ...more,
  });
}
