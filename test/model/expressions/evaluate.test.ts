import {
  above,
  allAxisYears,
  allYears,
  area,
  at,
  atLeast,
  before,
  below,
  call,
  cell,
  constant,
  criterion,
  differs,
  down,
  equal,
  type Expression,
  firstAxisYear,
  flag,
  isEmpty,
  join,
  largest,
  lastAxisYear,
  minus,
  over,
  phrase,
  plus,
  power,
  smallest,
  sum,
  times,
  when,
  year,
  yearsFrom,
  yearsUpTo,
} from "../../../src/model/expression";
import { verbatim } from "../../../src/language";
import { SampleSheet } from "./sample-rows";

function valuesOf(make: (sample: SampleSheet) => Expression): unknown[] {
  const sample = new SampleSheet();
  return sample.valuesOf(make(sample));
}

describe("references", () => {
  it("read the same year, the year before and the opening value", () => {
    expect(valuesOf(({ price }) => at(price))).toEqual([1, 2, 4]);
    // Column G of an input row holds nothing, which is 0.
    expect(valuesOf(({ price }) => before(price))).toEqual([0, 1, 2]);
  });

  it("read a constant and the ends of the axis", () => {
    expect(valuesOf(({ rate }) => constant(rate))).toEqual([0.19, 0.19, 0.19]);
    expect(valuesOf(({ price }) => cell(price, "first"))).toEqual([1, 1, 1]);
    expect(valuesOf(({ price }) => cell(price, "last"))).toEqual([4, 4, 4]);
    expect(valuesOf(() => year)).toEqual([2022, 2023, 2024]);
    expect(valuesOf(() => plus(firstAxisYear, lastAxisYear))).toEqual([4046, 4046, 4046]);
  });

  it("see through a phrase and read a budget cell", () => {
    expect(valuesOf(({ price }) => phrase(verbatim("Preis"), at(price)))).toEqual([1, 2, 4]);
    const budget = { kind: "budgetCell", sheet: "H", row: 1, column: 2, value: 12.5 } as const;
    expect(valuesOf(() => times(budget, 2))).toEqual([25, 25, 25]);
  });
});

describe("operations", () => {
  it("compute as Excel does", () => {
    expect(valuesOf(({ price }) => plus(at(price), 1, 10))).toEqual([12, 13, 15]);
    expect(valuesOf(({ price }) => minus(10, at(price)))).toEqual([9, 8, 6]);
    expect(valuesOf(({ price }) => over(1, at(price)))).toEqual([1, 0.5, 0.25]);
    expect(valuesOf(({ price }) => power(at(price), 2))).toEqual([1, 4, 16]);
    expect(valuesOf(({ price }) => join(criterion("<="), at(price)))).toEqual([
      "<=1",
      "<=2",
      "<=4",
    ]);
  });

  it("compare to truth values, which count as 1 and 0", () => {
    expect(valuesOf(({ price }) => above(at(price), 1))).toEqual([false, true, true]);
    expect(valuesOf(({ price }) => flag(atLeast(at(price), 2)))).toEqual([0, 1, 1]);
    expect(valuesOf(({ price }) => flag(below(at(price), 2)))).toEqual([1, 0, 0]);
    expect(valuesOf(({ price }) => flag(differs(at(price), 2)))).toEqual([1, 0, 1]);
  });

  it("treat an empty cell as 0, as an empty text and as nothing at all", () => {
    expect(valuesOf(({ gap }) => plus(at(gap), 1))).toEqual([11, 1, 31]);
    expect(valuesOf(({ gap }) => flag(isEmpty(at(gap))))).toEqual([0, 1, 0]);
    expect(valuesOf(({ gap }) => flag(equal(at(gap), 0)))).toEqual([0, 1, 0]);
    expect(valuesOf(({ empty }) => smallest(constant(empty), 5))).toEqual([5, 5, 5]);
  });

  it("compare texts without case", () => {
    expect(valuesOf(({ word }) => flag(equal(constant(word), criterion("JA"))))).toEqual([1, 1, 1]);
    expect(valuesOf(({ word }) => flag(call("EXACT", constant(word), criterion("JA"))))).toEqual([
      0, 0, 0,
    ]);
  });

  it("evaluate only the branch that holds", () => {
    expect(valuesOf(({ gap }) => when(isEmpty(at(gap)), 0, over(30, at(gap))))).toEqual([3, 0, 1]);
  });

  it("are 0 and 1 without operands", () => {
    expect(valuesOf(() => plus())).toEqual([0, 0, 0]);
    expect(valuesOf(() => times())).toEqual([1, 1, 1]);
    expect(valuesOf(() => sum())).toEqual([0, 0, 0]);
  });
});

describe("ranges", () => {
  it("are all years, years up to now and years from now on", () => {
    expect(valuesOf(({ price }) => sum(allYears(price)))).toEqual([7, 7, 7]);
    expect(valuesOf(({ price }) => sum(yearsUpTo(price)))).toEqual([1, 3, 7]);
    expect(valuesOf(({ price }) => sum(yearsFrom(price)))).toEqual([7, 6, 4]);
  });

  it("run down a column and over a whole block", () => {
    expect(valuesOf(({ price, gap }) => sum(down(price, gap, "same")))).toEqual([11, 2, 34]);
    expect(valuesOf(({ price, gap }) => sum(area(price, gap)))).toEqual([47, 47, 47]);
    expect(valuesOf(({ rate, empty }) => sum(down(rate, empty, 4)))).toEqual([0.19, 0.19, 0.19]);
  });

  it("stand only inside functions", () => {
    expect(() => valuesOf(({ price }) => plus(allYears(price), 1))).toThrow("inside a function");
    expect(() => valuesOf(() => plus(allAxisYears, 1))).toThrow("inside a function");
  });
});

describe("SUMPRODUCT", () => {
  it("multiplies ranges value by value, and with single values", () => {
    expect(
      valuesOf(({ price, gap }) => call("SUMPRODUCT", allYears(price), allYears(gap))),
    ).toEqual([130, 130, 130]);
    const weighted = valuesOf(({ price, gap, rate }) =>
      call("SUMPRODUCT", times(allYears(price), plus(allYears(gap), constant(rate)))),
    );
    // 1 × 10.19 + 2 × 0.19 + 4 × 30.19
    expect(weighted).toEqual([131.33, 131.33, 131.33]);
  });

  it("counts by conditions on the years of the axis", () => {
    const growing = valuesOf(({ price }) =>
      call("SUMPRODUCT", times(yearsUpTo(price), atLeast(yearsUpTo(price), 2))),
    );
    expect(growing).toEqual([0, 2, 6]);
    const byAxis = valuesOf(({ price }) =>
      call("SUMPRODUCT", times(allYears(price), equal(allAxisYears, 2023))),
    );
    expect(byAxis).toEqual([2, 2, 2]);
  });

  it("counts bare truth values as nothing, as Excel does", () => {
    const bare = valuesOf(({ price }) => call("SUMPRODUCT", above(allYears(price), 0)));
    expect(bare).toEqual([0, 0, 0]);
    const multiplied = valuesOf(({ price }) => call("SUMPRODUCT", flag(above(allYears(price), 1))));
    expect(multiplied).toEqual([2, 2, 2]);
  });

  it("refuses ranges of different length", () => {
    expect(() =>
      valuesOf(({ price }) => call("SUMPRODUCT", times(allYears(price), yearsUpTo(price)))),
    ).toThrow("different length");
  });
});

describe("a calculation", () => {
  it("carries balances on from year to year", () => {
    const sample = new SampleSheet();
    const balance = sample.formula("balance", plus());
    balance.years = { kind: "formula", expression: plus(before(balance), at(sample.price)) };
    const evaluation = sample.evaluate();
    expect([2022, 2023, 2024].map((y) => evaluation.inYear(balance, y))).toEqual([1, 3, 7]);
    expect(() => evaluation.inYear(balance, 2025)).toThrow("no year 2025");
  });

  it("computes anew when an input is changed", () => {
    const sample = new SampleSheet();
    const doubled = sample.formula("doubled", times(2, at(sample.price), constant(sample.rate)));
    const evaluation = sample.evaluate();
    expect(evaluation.inYear(doubled, 2023)).toBeCloseTo(0.76, 10);
    evaluation.set(sample.rate, 4, 0.5);
    expect(evaluation.inYear(doubled, 2023)).toBe(2);
    evaluation.set(sample.price, 8, null);
    expect(evaluation.inYear(doubled, 2023)).toBe(0);
    // What is typed over a formula stays as well.
    evaluation.set(doubled, 7, 99);
    evaluation.set(sample.rate, 4, 0.25);
    expect(evaluation.inYear(doubled, 2022)).toBe(99);
    expect(evaluation.inYear(doubled, 2024)).toBe(2);
  });

  it("names the row of a circle", () => {
    const sample = new SampleSheet();
    const one = sample.formula("one", plus());
    const two = sample.formula("two", plus(at(one), 1));
    one.years = { kind: "formula", expression: plus(at(two), 1) };
    expect(() => sample.evaluate().inYear(two, 2022)).toThrow("circular: sample/two, column 7");
  });

  it("names the row that makes no number", () => {
    const sample = new SampleSheet();
    const broken = sample.formula("broken", over(1, at(sample.gap)));
    const evaluation = sample.evaluate();
    expect(evaluation.inYear(broken, 2022)).toBe(0.1);
    for (let again = 0; again < 2; again += 1) {
      expect(() => evaluation.inYear(broken, 2023)).toThrow("no number: sample/broken, column 8");
    }
    const texted = sample.formula("texted", plus(constant(sample.word), 1));
    expect(() => sample.evaluate().inYear(texted, 2022)).toThrow('not the text "Ja"');
  });
});

describe("functions", () => {
  const one = (expression: Expression): unknown => new SampleSheet().valuesOf(expression)[0];

  it("look up in tables and lists", () => {
    const [first] = valuesOf(({ price, gap }) => call("LOOKUP", 3, allYears(price), allYears(gap)));
    expect(first).toBe(0);
    expect(valuesOf(({ price }) => call("MATCH", 4, allYears(price), 0))[0]).toBe(3);
    expect(valuesOf(({ price }) => call("INDEX", allYears(price), 2))[0]).toBe(2);
    expect(() => valuesOf(({ price }) => call("MATCH", 5, allYears(price), 0))).toThrow("MATCH");
    expect(() =>
      valuesOf(({ price }) => call("LOOKUP", 0, allYears(price), allYears(price))),
    ).toThrow("at or below");
  });

  it("count and sum by condition", () => {
    expect(valuesOf(({ price }) => call("COUNTIF", allYears(price), criterion(">1")))[0]).toBe(2);
    expect(valuesOf(({ price, gap }) => call("SUMIF", allYears(price), 4, allYears(gap)))[0]).toBe(
      30,
    );
    const both = valuesOf(({ price, gap }) =>
      call("SUMIFS", allYears(gap), allYears(price), criterion(">=1"), allYears(gap), 10),
    );
    expect(both[0]).toBe(10);
  });

  it("rank ties alike", () => {
    const tied = (sample: SampleSheet): Expression => {
      const row = sample.inputs("tied", [5, 3, 5]);
      return call("RANK", at(row), allYears(row), 1);
    };
    expect(valuesOf(tied)).toEqual([2, 1, 2]);
  });

  it("know Excel's calendar", () => {
    expect(one(call("DATE", 2022, 1, 1))).toBe(44_562);
    expect(one(call("DATE", 2022, 13, 1))).toBe(44_927);
    expect(one(call("YEAR", 44_561))).toBe(2021);
    expect(one(call("MONTH", 44_561))).toBe(12);
    expect(one(call("YEAR", 44_562))).toBe(2022);
  });

  it("round down to negative infinity and take absolute values", () => {
    expect(one(call("INT", -1.5))).toBe(-2);
    expect(one(call("ABS", -1.5))).toBe(1.5);
    expect(one(largest(-2, -1))).toBe(-1);
  });

  it("search, test and convert texts", () => {
    expect(one(call("SEARCH", criterion("it"), criterion("Schul-IT")))).toBe(7);
    expect(one(call("ISNUMBER", call("SEARCH", criterion("x"), criterion("Schul-IT"))))).toBe(
      false,
    );
    expect(one(call("VALUE", criterion("0125")))).toBe(125);
    expect(one(join(criterion("a"), 1))).toBe("a1");
  });
});
