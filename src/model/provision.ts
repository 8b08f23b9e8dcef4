import type { ClaimRows } from "./claims";
import {
  at,
  before,
  below,
  constant,
  equal,
  type Expression,
  minus,
  OPENING_COLUMN,
  plus,
  smallest,
  times,
  year,
} from "./expression";
import type { Row } from "./row";
import type { ScenarioSheet } from "./scenario-rows";
import { setFormula } from "./sheet";
import type { RowId } from "./terms";

const PROVISION_ROWS: readonly RowId[] = [
  "provision-allocation",
  "provision-use",
  "provision-release",
  "provision-shortfall",
  "provision-balance",
];

/**
 * Provision (Rückstellung, § 88 GO NRW, § 37 KomHVO NRW): expense when the claim arises, used when it is
 * paid; what was provided too little is expense of the payment year, what was too much is released.
 * `earmarked` is the same as a memo: liquidity set aside, no expense.
 * @returns the part of the result view that stands for back tax and provision
 */
export function provisionRows(
  own: ScenarioSheet,
  claims: ClaimRows | undefined,
  assessmentYear: Row,
  horizon: Row,
  method: "provision" | "earmarked" | undefined,
): Expression {
  const row = (id: RowId): Row => own.row(id);
  if (method === undefined || claims === undefined) {
    for (const id of PROVISION_ROWS) setFormula(row(id), plus());
    return at(row("back-payment"));
  }
  const { sheet } = own;
  const accrual = sheet.import(claims.accrual);
  const lapsedInterest = sheet.import(claims.lapsedInterest);
  const balance = row("provision-balance");
  // The axis may run on beyond the model: what is assessed there does not touch the provision.
  const inAssessmentYear = times(equal(year, constant(assessmentYear)), at(horizon));
  const payment = at(row("back-payment"));
  setFormula(
    row("provision-allocation"),
    times(plus(at(row("open-vat")), at(accrual)), below(year, constant(assessmentYear))),
  );
  setFormula(row("provision-use"), times(smallest(before(balance), payment), inAssessmentYear));
  setFormula(
    row("provision-release"),
    plus(
      times(minus(before(balance), at(row("provision-use"))), inAssessmentYear),
      at(row("lapsed")),
      at(lapsedInterest),
    ),
  );
  setFormula(
    row("provision-shortfall"),
    times(minus(payment, at(row("provision-use"))), inAssessmentYear),
  );
  balance.fixed.set(OPENING_COLUMN, { kind: "zero" });
  setFormula(
    balance,
    minus(
      minus(plus(before(balance), at(row("provision-allocation"))), at(row("provision-use"))),
      at(row("provision-release")),
    ),
  );
  return method === "earmarked"
    ? payment
    : minus(
        plus(at(row("provision-allocation")), at(row("provision-shortfall"))),
        at(row("provision-release")),
      );
}
