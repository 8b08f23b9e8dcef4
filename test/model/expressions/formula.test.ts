import {
  allAxisYears,
  allYears,
  area,
  at,
  before,
  call,
  cell,
  constant,
  criterion,
  differs,
  down,
  equal,
  type Expression,
  isEmpty,
  join,
  lastAxisYear,
  minus,
  over,
  phrase,
  plus,
  power,
  times,
  when,
  year,
  yearsFrom,
  yearsUpTo,
} from "../../../src/model/expression";
import { renderFormula, rowAddress } from "../../../src/model/formula";
import { verbatim } from "../../../src/language";
import { CalculationSheet } from "../../../src/model/sheet";
import { SampleSheet } from "./sample-rows";

const sample = new SampleSheet();
const { price, gap, rate, placement } = sample;

/** The formula in column I (2023) of the sample sheet. */
const formulaOf = (expression: Expression, column = 8): string =>
  renderFormula(expression, { sheet: "sample", column }, placement);

describe("references in formulas", () => {
  it("move with the cell in year columns and are absolute elsewhere", () => {
    expect(formulaOf(at(price))).toBe("=I11");
    expect(formulaOf(before(price))).toBe("=H11");
    expect(formulaOf(before(price), 7)).toBe("=G11");
    expect(formulaOf(constant(rate))).toBe("=$E13");
    expect(formulaOf(cell(price, "first"))).toBe("=$H11");
    expect(formulaOf(cell(price, "last"))).toBe("=$J11");
  });

  it("read the year from the header row", () => {
    expect(formulaOf(year)).toBe("=I$4");
    expect(formulaOf(lastAxisYear)).toBe("=$J$4");
    expect(formulaOf(call("SUM", allAxisYears))).toBe("=SUM($H$4:$J$4)");
  });

  it("fix the ends of ranges that do not move", () => {
    expect(formulaOf(call("SUM", allYears(price)))).toBe("=SUM($H11:$J11)");
    expect(formulaOf(call("SUM", yearsUpTo(price)))).toBe("=SUM($H11:I11)");
    expect(formulaOf(call("SUM", yearsFrom(price)))).toBe("=SUM(I11:$J11)");
    expect(formulaOf(call("SUM", down(price, gap, "same")))).toBe("=SUM(I$11:I$12)");
    expect(formulaOf(call("SUM", down(price, gap, 2)))).toBe("=SUM($C$11:$C$12)");
    expect(formulaOf(call("SUM", area(price, gap)))).toBe("=SUM($H$11:$J$12)");
  });

  it("name other sheets in apostrophes, inner ones doubled", () => {
    const other = new CalculationSheet("other");
    const far = sample.inputs("price", [1, 2, 3], other);
    expect(formulaOf(at(far))).toBe("='Wöhler''s Blatt'!I11");
    expect(formulaOf(call("SUM", yearsUpTo(far)))).toBe("=SUM('Wöhler''s Blatt'!$H11:I11)");
    expect(rowAddress(far, 4, placement)).toBe("'Wöhler''s Blatt'!E11");
  });

  it("link to budget cells relatively", () => {
    const budget = { kind: "budgetCell", sheet: "Plan 23", row: 11, column: 5, value: 1 } as const;
    expect(formulaOf(times(budget, constant(rate)))).toBe("='Plan 23'!F12*$E13");
  });
});

describe("brackets", () => {
  const [a, b, c] = [at(price), at(gap), constant(rate)];

  it("stand only where Excel's precedence needs them", () => {
    expect(formulaOf(plus(a, times(b, c)))).toBe("=I11+I12*$E13");
    expect(formulaOf(times(plus(a, b), c))).toBe("=(I11+I12)*$E13");
    expect(formulaOf(plus(a, plus(b, c)))).toBe("=I11+I12+$E13");
    expect(formulaOf(power(plus(1, c), minus(year, lastAxisYear)))).toBe("=(1+$E13)^(I$4-$J$4)");
    expect(formulaOf(times(equal(a, b), 1))).toBe("=(I11=I12)*1");
    expect(formulaOf(join(criterion("<="), plus(a, 1)))).toBe('="<="&I11+1');
  });

  it("keep what is subtracted, divided by or raised together", () => {
    expect(formulaOf(minus(a, minus(b, c)))).toBe("=I11-(I12-$E13)");
    expect(formulaOf(minus(minus(a, b), c))).toBe("=I11-I12-$E13");
    expect(formulaOf(over(a, times(b, c)))).toBe("=I11/(I12*$E13)");
    expect(formulaOf(over(over(a, b), c))).toBe("=I11/I12/$E13");
    expect(formulaOf(power(a, power(b, c)))).toBe("=I11^(I12^$E13)");
    expect(formulaOf(equal(a, differs(b, c)))).toBe("=I11=(I12<>$E13)");
  });

  it("are not needed around arguments, and phrases leave no trace", () => {
    expect(formulaOf(call("MAX", 0, minus(a, b)))).toBe("=MAX(0,I11-I12)");
    expect(formulaOf(times(phrase(verbatim("Summe"), plus(a, b)), c))).toBe("=(I11+I12)*$E13");
  });
});

describe("literals", () => {
  it("are written in English notation, quotation marks doubled", () => {
    expect(formulaOf(when(isEmpty(at(gap)), 0, at(gap)))).toBe('=IF(I12="",0,I12)');
    expect(formulaOf(join(criterion('Zoll "x"'), 1))).toBe('="Zoll ""x"""&1');
    expect(formulaOf(plus(at(price), 0.5))).toBe("=I11+0.5");
  });
});
