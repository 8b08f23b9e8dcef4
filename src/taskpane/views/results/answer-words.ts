import { fill, type Text, verbatim } from "../../../language";
import type { CaseResult, Results, ScenarioResult } from "../../engine";
import type { FigureWriter } from "../../frame/figures";
import { RESULTS } from "./words";

/** What the results say in words. */
export interface AnswerWords {
  /** The answer in one sentence. */
  readonly sentence: Text;
  /** One for each tax case in which there is something to compare. */
  readonly cases: readonly Text[];
}

/** The scenario that burdens the plan least, in each tax case, and how far that is from the reference. */
export function answerOf(results: Results, figures: FigureWriter): AnswerWords {
  const compared = results.cases.filter(({ scenarios }) =>
    scenarios.some(({ isReference }) => !isReference),
  );
  const cases = compared.map((one) => caseAnswer(results, one, figures));
  const [only] = cases;
  if (only === undefined) {
    return { sentence: fill(RESULTS.onlyReference, results.reference.name), cases };
  }
  if (cases.length === 1) return { sentence: only, cases };
  // A tax case without cooperation answers nothing about the cooperation.
  const withCooperation = compared.filter(({ isStatusQuo }) => !isStatusQuo);
  const best = (withCooperation.length === 0 ? compared : withCooperation).map(bestOfCase);
  return { sentence: rangeAnswer(results, best, figures), cases };
}

/** The scenario of a tax case with the least total in the view shown. */
export function bestOfCase({ scenarios }: CaseResult): ScenarioResult {
  const [first, ...others] = scenarios;
  if (first === undefined) throw new Error("a tax case without scenarios");
  return others.reduce((best, one) => (one.total.value < best.total.value ? one : best), first);
}

function rangeAnswer(
  { reference, years }: Results,
  best: readonly ScenarioResult[],
  { euros }: FigureWriter,
): Text {
  const differences = best.map(({ difference }) => Math.round(difference.value));
  const [least, most] = [Math.min(...differences), Math.max(...differences)];
  const words =
    least >= 0
      ? fill(RESULTS.bothMore, euros(least), euros(most))
      : most <= 0
        ? fill(RESULTS.bothLess, euros(-most), euros(-least))
        : fill(RESULTS.lessToMore, euros(-least), euros(most));
  return fill(
    RESULTS.range,
    String(years.first),
    String(years.last),
    words,
    verbatim(reference.name),
  );
}

function caseAnswer(
  { view, years, reference }: Results,
  one: CaseResult,
  { euros, difference, percentDifference }: FigureWriter,
): Text {
  const best = bestOfCase(one);
  const more = difference(best.difference.value);
  const sentence = fill(
    one.scenarios.length === 1 ? RESULTS.alone : RESULTS.least,
    verbatim(best.name),
    view === "result" ? RESULTS.resultView : RESULTS.cashView,
    String(years.first),
    String(years.last),
    euros(best.total.value),
    // There is no share of nothing.
    reference.total.value === 0 ? more : `${more} (${percentDifference(best.percent.value)})`,
    verbatim(reference.name),
  );
  const open = Math.round(best.openClaims.value);
  const begun =
    one.label === undefined
      ? sentence
      : fill({ de: "{0}{1}", en: "{0}{1}" }, fill(RESULTS.taxCaseShort, one.label), sentence);
  return open === 0
    ? begun
    : fill({ de: "{0} {1}", en: "{0} {1}" }, begun, fill(RESULTS.openBeside, euros(open)));
}
