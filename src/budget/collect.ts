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

  /** Adds a finding at a cell, row and column from 0. */
  at(severity: Severity, code: string, row: number, column: number, message: Text): void {
    this.keep({ severity, code, cell: sheetCell(this.sheet, row, column), message });
  }

  /** Adds a finding about the whole sheet. */
  add(severity: Severity, code: string, message: Text): void {
    this.keep({ severity, code, message });
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
        message: {
          de: `Weitere ${count - LISTED} gleiche Hinweise („${code}“) sind nicht einzeln aufgeführt.`,
          en: `${count - LISTED} more findings of the same kind (“${code}”) are not listed singly.`,
        },
      });
    }
    return [...this.listed, ...rest];
  }

  private keep(finding: Finding): void {
    const seen = this.counts.get(finding.code);
    if (seen === undefined) this.counts.set(finding.code, { count: 1, severity: finding.severity });
    else seen.count += 1;
    if ((seen?.count ?? 1) <= LISTED) this.listed.push(finding);
  }
}
