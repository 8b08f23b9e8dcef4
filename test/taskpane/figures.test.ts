import { figureWriter } from "../../src/taskpane/frame/figures";

describe("figures as people read them", () => {
  const german = figureWriter("de");
  const english = figureWriter("en");

  it("carry separators of the language and the unit behind", () => {
    expect(german.euros(335580.4)).toBe("335.580\u00a0€");
    expect(english.euros(335580.4)).toBe("335,580\u00a0€");
    expect(german.cents(2329)).toBe("2.329,00\u00a0€");
    expect(german.thousands(335580)).toBe("335,6\u00a0T€");
    expect(german.percent(0.195)).toBe("19,5\u00a0%");
    expect(german.percent(0.19)).toBe("19\u00a0%");
    expect(german.number(0.4737)).toBe("0,4737");
  });

  it("show a difference with its sign, and none where there is no difference", () => {
    expect(german.difference(12000)).toBe("+12.000\u00a0€");
    expect(german.difference(-3000)).toBe("\u22123.000\u00a0€");
    expect(german.difference(-0.4)).toBe("±0\u00a0€");
    expect(german.difference(0)).toBe("±0\u00a0€");
    expect(german.percentDifference(0.0423)).toBe("+4,2\u00a0%");
    expect(english.percentDifference(-0.5)).toBe("\u221250.0\u00a0%");
    expect(german.percentDifference(-0.0001)).toBe("±0,0\u00a0%");
  });
});
