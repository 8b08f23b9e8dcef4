import {
  allYears,
  at,
  before,
  call,
  constant,
  criterion,
  down,
  equal,
  isEmpty,
  minus,
  over,
  phrase,
  plus,
  times,
  when,
  year,
} from "../../../src/model/expression";
import { explain } from "../../../src/model/explain";
import { SampleSheet } from "./sample-rows";

const { price, gap, rate } = new SampleSheet();

describe("an explanation", () => {
  it("says the labels of the rows, with signs a clerk reads", () => {
    expect(explain(times(at(price), constant(rate)), "de")).toBe("Zeile price × Wert rate");
    expect(explain(over(minus(at(price), before(price)), 12), "de")).toBe(
      "(Zeile price − Zeile price (Vorjahr)) ÷ 12",
    );
    expect(explain(minus(at(price), before(price)), "en")).toBe(
      "Zeile price − Zeile price (year before)",
    );
  });

  it("brackets as the formula does", () => {
    expect(explain(minus(1, minus(2, 3)), "de")).toBe("1 − (2 − 3)");
    expect(explain(times(plus(1, 2), 3), "de")).toBe("(1 + 2) × 3");
    expect(explain(plus(times(1, 2), 3), "de")).toBe("1 × 2 + 3");
  });

  it("tells conditions and empty cells in words of each language", () => {
    const expression = when(isEmpty(at(gap)), 0, at(gap));
    expect(explain(expression, "de")).toBe("wenn Zeile gap ist leer, dann 0, sonst Zeile gap");
    expect(explain(expression, "en")).toBe("if Zeile gap is empty then 0, else Zeile gap");
    expect(explain(equal(at(gap), criterion("ja")), "de")).toBe("Zeile gap = „ja“");
    expect(explain(equal(at(gap), criterion("yes")), "en")).toBe("Zeile gap = “yes”");
  });

  it("names ranges, the year and functions", () => {
    expect(explain(call("SUM", allYears(price)), "de")).toBe(
      "Summe aus (Zeile price (alle Jahre))",
    );
    expect(explain(call("MAX", 0, at(price)), "en")).toBe("the larger of (0; Zeile price)");
    expect(explain(call("SUM", down(price, gap, "same")), "de")).toBe(
      "Summe aus (Zeile price bis Zeile gap)",
    );
    expect(explain(year, "de")).toBe("Jahr der Spalte");
  });

  it("takes a phrase by its own words", () => {
    const named = phrase({ de: "Summe der Preise", en: "sum of prices" }, plus(at(price), 1));
    expect(explain(times(named, 2), "de")).toBe("Summe der Preise × 2");
    expect(explain(times(named, 2), "en")).toBe("sum of prices × 2");
  });
});
