import { type Text, verbatim } from "../language";
import { type Expression, OPENING_COLUMN } from "./expression";
import type { Row, RowHead, Unit } from "./row";
import type { CalculationSheet } from "./sheet";

/** A scenario's part of the tax-risk sheet: its rows carry its id and name. */
export class ClaimSection {
  readonly sheet: CalculationSheet;
  readonly #scenario: { readonly id: string; readonly name: string };

  constructor(sheet: CalculationSheet, scenario: { readonly id: string; readonly name: string }) {
    this.sheet = sheet;
    this.#scenario = scenario;
    sheet.space();
    sheet.heading(verbatim(scenario.name));
  }

  /** A row with one formula for all years. */
  yearly(suffix: string, label: Text, unit: Unit, expression: Expression, norm?: string): Row {
    return this.sheet.formula(this.#head(suffix, label, unit, norm), expression);
  }

  /** A row with a figure in column E only. */
  single(suffix: string, label: Text, unit: Unit, expression: Expression, norm?: string): Row {
    return this.sheet.constant(this.#head(suffix, label, unit, norm), expression);
  }

  /** A balance in EUR that begins with nothing; its formula refers to itself one year before. */
  balance(suffix: string, label: Text, formula: (own: Row) => Expression): Row {
    const row = this.sheet.row(this.#head(suffix, label, "EUR"));
    row.fixed.set(OPENING_COLUMN, { kind: "zero" });
    row.years = { kind: "formula", expression: formula(row) };
    return row;
  }

  #head(suffix: string, label: Text, unit: Unit, norm?: string): RowHead {
    return {
      id: `${this.#scenario.id}.${suffix}`,
      label,
      unit,
      scenario: verbatim(this.#scenario.name),
      ...(norm === undefined ? {} : { source: verbatim(norm) }),
    };
  }
}
