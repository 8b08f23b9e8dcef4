import {
  above,
  allYears,
  at,
  before,
  call,
  constant,
  CONSTANT_COLUMN,
  criterion,
  down,
  equal,
  type Expression,
  flag,
  largest,
  lastAxisYear,
  minus,
  OPENING_COLUMN,
  over,
  plus,
  power,
  sum,
  times,
  toCents,
  year,
  yearsFrom,
} from "./expression";
import { COST_KINDS } from "./blocks/rules";
import { STATUS_QUO } from "./terms";
import type { Row } from "./row";
import type { ScenarioParts } from "./scenario-rows";
import { setFormula } from "./sheet";
import type { RowId } from "./terms";

/** Rows whose column E holds the sum over the years. */
const SUMMED: readonly RowId[] = [
  "baseline",
  "baseline-cash",
  ...COST_KINDS,
  "exit",
  "exit-depreciation",
  "net-taxable",
  "vat",
  "open-vat",
  "lapsed",
  "back-tax",
  "interest",
  "back-payment",
  "provision-allocation",
  "provision-use",
  "provision-release",
  "provision-shortfall",
  "result-cost",
  "cash-cost",
  "status-quo",
  "difference",
  "budgeted",
  "cover",
  "present-value",
];

export interface ResultParts extends ScenarioParts {
  /** Back tax and provision in the result view. */
  readonly effect: Expression;
}

/** Result view, cash view, differences, cover and present value of a scenario. */
export function setResults({ own, all, reference, assumptions, effect }: ResultParts): void {
  const { sheet } = own;
  const row = (id: RowId): Row => own.row(id);
  const blocks = sum(down(row("base-fee"), row("provider"), "same"));
  setFormula(
    row("result-cost"),
    plus(at(row("baseline")), blocks, at(row("exit-depreciation")), at(row("vat")), effect),
  );
  setFormula(
    row("cash-cost"),
    plus(
      at(row("baseline-cash")),
      blocks,
      at(row("exit")),
      at(row("vat")),
      at(row("back-payment")),
    ),
  );
  const resultOf = (id: string): Expression => {
    const other = all.find(({ scenario }) => scenario.id === id);
    if (other === undefined) throw new Error(`no scenario ${id}`);
    return at(other.row("result-cost"));
  };
  setFormula(row("status-quo"), resultOf(STATUS_QUO));
  const referenceRow =
    reference === STATUS_QUO
      ? row("status-quo")
      : sheet.formula(
          {
            id: "reference",
            label: {
              de: "Belastung Ergebnisplan der Referenz",
              en: "Result plan expense of the reference",
            },
            unit: "EUR",
          },
          resultOf(reference),
        );
  setFormula(row("difference"), minus(at(row("result-cost")), at(referenceRow)));
  const cumulative = row("cumulative-difference");
  setFormula(cumulative, plus(before(cumulative), at(row("difference"))));
  setFormula(
    row("cover"),
    minus(at(row("budgeted")), minus(at(row("result-cost")), at(row("baseline")))),
  );
  const rate = sheet.importConstant(assumptions.discountRate);
  const firstYear = sheet.importConstant(assumptions.firstYear);
  setFormula(
    row("present-value"),
    over(at(row("cash-cost")), power(plus(1, constant(rate)), minus(year, constant(firstYear)))),
  );
  for (const id of SUMMED) {
    row(id).fixed.set(CONSTANT_COLUMN, {
      kind: "formula",
      expression: sum(allYears(row(id))),
    });
  }
  addTurningYear(own, reference, firstYear);
}

/**
 * The first year from which the cumulative difference, rounded to cents, stays at or below 0; 0 where
 * there is none, and for the reference itself.
 */
function addTurningYear(own: ScenarioParts["own"], reference: string, firstYear: Row): void {
  const { sheet } = own;
  const cents = sheet.formula(
    {
      id: "cumulative-cents",
      label: {
        de: "Mehr- / Minderaufwand kumuliert, auf Cent gerundet",
        en: "Cumulative difference, rounded to cents",
      },
      unit: "EUR",
    },
    toCents(at(own.row("cumulative-difference"))),
  );
  const stays = sheet.row({
    id: "turning-flag",
    label: { de: "ab hier dauerhaft nicht teurer (1)", en: "from here on never dearer (1)" },
    unit: "flag",
  });
  stays.fixed.set(OPENING_COLUMN, { kind: "zero" });
  stays.years = {
    kind: "formula",
    expression: flag(equal(call("COUNTIF", yearsFrom(cents), criterion(">0")), 0)),
  };
  const turning = sheet.row({
    id: "turning-year",
    label: { de: "Jahr der Kostengleichheit (0: keines)", en: "Break-even year (0: none)" },
    unit: "year",
  });
  turning.fixed.set(CONSTANT_COLUMN, {
    kind: "formula",
    expression:
      own.scenario.id === reference
        ? plus()
        : times(
            above(sum(allYears(stays)), 0),
            largest(constant(firstYear), minus(plus(lastAxisYear, 1), sum(allYears(stays)))),
          ),
  });
}
