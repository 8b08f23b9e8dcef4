import type { WorkbookPlan } from "../../src/workbook/plan";
import { axisRules } from "./audit/axis-rules";
import { bookOfFile, bookOfPlan, type AuditedBook, type AuditFinding } from "./audit/book";
import { cellRules } from "./audit/cell-rules";
import { circularReferences } from "./audit/circular";
import { formulaRules } from "./audit/formula-rules";
import { referenceRules } from "./audit/reference-rules";
import { readWorkbooks } from "./openpyxl";

export type { AuditFinding };

function auditBook(book: AuditedBook): readonly AuditFinding[] {
  return [
    ...cellRules(book),
    ...circularReferences(book),
    ...axisRules(book),
    ...formulaRules(book),
    ...referenceRules(book),
  ];
}

/**
 * Every rule of a good model sheet (FAST, ICAEW) that a program can judge, over a plan.
 * `foreignSheets` names the user's sheets: without it any sheet may be referred to.
 */
export function auditPlan(
  plan: WorkbookPlan,
  foreignSheets?: readonly string[],
): readonly AuditFinding[] {
  return auditBook(bookOfPlan(plan, foreignSheets));
}

/**
 * The same over our sheets of a written `.xlsx` file, read with openpyxl; the plan says what each
 * cell is for.
 */
export function auditFile(file: string, plan: WorkbookPlan): readonly AuditFinding[] {
  const [workbook] = readWorkbooks([file]);
  if (workbook === undefined) throw new Error(`not read: ${file}`);
  return auditBook(bookOfFile(workbook, plan));
}

/** The findings that break a rule, without those that a person judges. */
export function faults(findings: readonly AuditFinding[]): readonly AuditFinding[] {
  return findings.filter(({ severity }) => severity === "fault");
}

/** The findings as lines to read; empty when there are none. */
export function describeAudit(findings: readonly AuditFinding[], limit = 30): string {
  const lines = findings
    .slice(0, limit)
    .map(({ rule, code, cell, words }) => `${String(rule)} ${code} ${cell}: ${words}`);
  const rest = findings.length - lines.length;
  return [...lines, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join("\n");
}
