import { verbatim } from "../../../src/language";
import type { Calculation } from "../../../src/model/calculation";
import { type Evaluation, evaluate } from "../../../src/model/evaluate";
import type { Expression } from "../../../src/model/expression";
import type { Placement } from "../../../src/model/formula";
import type { Content, Row } from "../../../src/model/row";
import { CalculationSheet } from "../../../src/model/sheet";

export const YEARS = [2022, 2023, 2024] as const;

/** A sheet with an input row `price` (1, 2, 4), an input with a gap `gap` (10, –, 30) and a constant. */
export class SampleSheet {
  readonly sheet = new CalculationSheet("sample");
  readonly price = this.inputs("price", [1, 2, 4]);
  readonly gap = this.inputs("gap", [10, null, 30]);
  readonly rate = this.constantInput("rate", 0.19);
  readonly empty = this.constantInput("empty", null);
  readonly word = this.constantInput("word", "Ja");

  inputs(id: string, values: readonly (number | string | null)[], sheet = this.sheet): Row {
    const row = sheet.row({ id, label: verbatim(`Zeile ${id}`), unit: "number" });
    row.years = {
      kind: "each",
      contents: values.map((value): Content => ({ kind: "input", value })),
    };
    return row;
  }

  constantInput(id: string, value: number | string | null): Row {
    const row = this.sheet.row({ id, label: verbatim(`Wert ${id}`), unit: "number" });
    row.fixed.set(4, { kind: "input", value });
    return row;
  }

  formula(id: string, expression: Expression): Row {
    return this.sheet.formula({ id, label: verbatim(id), unit: "number" }, expression);
  }

  get calculation(): Calculation {
    return { years: YEARS, sheets: [this.sheet] };
  }

  evaluate(): Evaluation {
    return evaluate(this.calculation);
  }

  /** The values of an expression in the three years. */
  valuesOf(expression: Expression): unknown[] {
    const row = this.formula("tested", expression);
    const evaluation = this.evaluate();
    return YEARS.map((_, index) => evaluation.value(row, 7 + index));
  }

  /** Rows stand from row 11 on in their order; the year header is row 4. */
  get placement(): Placement {
    return {
      sheetName: (key) => (key === "sample" ? "KR Probe" : "Wöhler's Blatt"),
      rowIndex: (row) => 10 + [...this.sheet.rows].findIndex(({ id }) => id === row.id),
      axisRow: 3,
      lastColumn: 9,
    };
  }
}
