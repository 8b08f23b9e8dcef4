import { sheetCell } from "../address";
import type { Finding, Severity } from "../finding";
import type { Text } from "../language";

/** So many findings of one code are listed singly; the rest is counted in one more. */
const LISTED = 200;

/** Gathers the findings of a sheet, bounded, so that a broken sheet cannot fill the memory. */
export class SheetFindings {
  private readonly sheet: string;
  private readonly listed: Finding[] = [];
  private readonly counts = new Map<string, { count: number; severity: Severity }>();

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  /** Adds a finding at a cell, row and column from 0; words that are only counted are not made. */
  at(
    severity: Severity,
    code: string,
    row: number,
    column: number,
    message: Text | (() => Text),
  ): void {
    if (!this.count(code, severity)) return;
    const words = typeof message === "function" ? message() : message;
    this.listed.push({ severity, code, cell: sheetCell(this.sheet, row, column), message: words });
  }

  /** Adds a finding about the whole sheet. */
  add(severity: Severity, code: string, message: Text): void {
    if (this.count(code, severity)) this.listed.push({ severity, code, message });
  }

  has(code: string): boolean {
    return this.counts.has(code);
  }

  /** All findings, with one more for each code of which not all were listed. */
  list(): readonly Finding[] {
    const rest: Finding[] = [];
    for (const [code, { count, severity }] of this.counts) {
      if (count <= LISTED) continue;
      rest.push({
        severity,
        code,
        message:
          count === LISTED + 1
            ? {
                de: `Ein weiterer gleicher Hinweis („${code}“) ist nicht einzeln aufgeführt.`,
                en: `1 more finding of the same kind (“${code}”) is not listed singly.`,
              }
            : {
                de: `Weitere ${count - LISTED} gleiche Hinweise („${code}“) sind nicht einzeln aufgeführt.`,
                en: `${count - LISTED} more findings of the same kind (“${code}”) are not listed singly.`,
              },
      });
    }
    return [...this.listed, ...rest];
  }

  /** Counts a finding; whether it is one of those that are listed. */
  private count(code: string, severity: Severity): boolean {
    const seen = this.counts.get(code);
    if (seen === undefined) this.counts.set(code, { count: 1, severity });
    else seen.count += 1;
    return (seen?.count ?? 1) <= LISTED;
  }
}
