import { sheetCell } from "../address";
import type { Finding } from "../finding";
import { accountClasses, type AccountNature, directionOf, natureOf } from "../law/accounts";
import type { BudgetSource, PlacedLine } from "./budget-source";
import { LineRoles, type Roles } from "./line-roles";
import type { Model } from "./model";
import type { Row } from "./row";

/** A line that the model takes in, with its role in each scenario. */
export interface AssignedLine extends PlacedLine {
  readonly roles: Roles;
  readonly nature: Exclude<AccountNature, "internal-charges">;
  readonly sign: 1 | -1;
}

/** The lines that some rule takes in, and what was left out with the reason. */
export function assignLines(
  model: Model,
  source: BudgetSource,
): { readonly lines: readonly AssignedLine[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const found = new LineRoles(model);
  const taken = source.sheets.flatMap((sheet) =>
    sheet.lines.flatMap((line) => {
      const roles = found.of(line);
      return roles === undefined ? [] : [{ line, sheet, roles }];
    }),
  );
  const lines = taken.flatMap((placed): AssignedLine[] => {
    const { line, sheet } = placed;
    const classes = accountClasses(model.land, sheet.bookkeeping);
    const nature = line.account === undefined ? "other" : natureOf(line.account, classes);
    const where = sheetCell(line.sheet, line.row, line.keys[0]?.cell.column ?? 0);
    if (nature === "internal-charges") {
      findings.push({
        severity: "note",
        code: "internal-charges",
        cell: where,
        message: {
          de: `„${line.label}“ (Konto ${line.account ?? ""}) ist eine interne Leistungsbeziehung und bleibt außer Ansatz.`,
          en: `"${line.label}" (account ${line.account ?? ""}) is an internal charge and is left out.`,
        },
      });
      return [];
    }
    const direction =
      line.direction ??
      (line.account === undefined ? undefined : directionOf(line.account, classes));
    if (direction === undefined) {
      findings.push({
        severity: "warning",
        code: "direction-unknown",
        cell: where,
        message: {
          de: `„${line.label}“ ist weder als Ertrag noch als Aufwand erkennbar und wurde nicht übernommen. Bitte im Haushalt eine Spalte für Ertrag oder Aufwand oder das Konto ergänzen.`,
          en: `"${line.label}" is neither revenue nor expense as far as can be seen and was left out. Please add a column for the direction or the account to the budget.`,
        },
      });
      return [];
    }
    return [{ ...placed, nature, sign: direction === "expense" ? 1 : -1 }];
  });
  return { lines, findings };
}

/** A line with its row on the sheet of lines. */
export interface LineRow {
  readonly line: AssignedLine;
  readonly row: Row;
}
