import { at, call, constant, over, plus, times } from "../expression";
import { FIELD_LABELS } from "../field-labels";
import { USUAL_USERS_PER_TEAM, USUAL_WORKPLACE_PRICE } from "../usual-values";
import type { BlockRule } from "./block";
import { constantInput, indexInput, yearlyPrice } from "./pricing";

const COUNT_BOUNDS = { minimum: 0, maximum: 1_000_000 } as const;

/**
 * Shared service centre of the district: a price a workplace; or teams of one administrator and one
 * technician for every started 200 users, shared by users (Verursacherprinzip).
 */
export const sharedServiceCentre: BlockRule<"shared-service-centre"> = {
  kind: "shared-service-centre",
  inputs: ({ pricePerWorkplace, staffing, index, source }) => [
    ...(staffing === undefined
      ? [
          constantInput(
            "price-per-workplace",
            { path: ["pricePerWorkplace"] },
            FIELD_LABELS.pricePerWorkplace,
            "EUR",
            pricePerWorkplace ?? USUAL_WORKPLACE_PRICE.amount,
            source ?? (pricePerWorkplace === undefined ? USUAL_WORKPLACE_PRICE.source : undefined),
          ),
        ]
      : [
          constantInput(
            "users-per-team",
            { path: ["staffing", "usersPerTeam"] },
            FIELD_LABELS.usersPerTeam,
            "number",
            staffing.usersPerTeam ?? USUAL_USERS_PER_TEAM,
            source,
            { minimum: 1, maximum: 100_000 },
          ),
          constantInput(
            "administrator-cost",
            { path: ["staffing", "administratorCost"] },
            FIELD_LABELS.administratorCost,
            "EUR",
            staffing.administratorCost,
            source,
          ),
          constantInput(
            "technician-cost",
            { path: ["staffing", "technicianCost"] },
            FIELD_LABELS.technicianCost,
            "EUR",
            staffing.technicianCost,
            source,
          ),
          constantInput(
            "overhead",
            { path: ["staffing", "overhead"] },
            FIELD_LABELS.overhead,
            "share",
            staffing.overhead ?? 0,
            source,
            { minimum: 0, maximum: 10 },
          ),
          constantInput(
            "users",
            { path: ["staffing", "users"] },
            FIELD_LABELS.users,
            "number",
            staffing.users,
            source,
            { minimum: 1, maximum: 1_000_000 },
          ),
          constantInput(
            "own-users",
            { path: ["staffing", "ownUsers"] },
            FIELD_LABELS.ownUsers,
            "number",
            staffing.ownUsers,
            source,
            COUNT_BOUNDS,
          ),
        ]),
    ...indexInput(index, source),
  ],
  build(block, context) {
    const { id, label, sheet, period } = context;
    const index = context.index(block.index ?? "fees");
    const taxable = block.taxable ?? true;
    const timing = { kind: "months", period } as const;
    const input = (field: string): ReturnType<typeof constant> =>
      constant(sheet.importConstant(context.input(field)));
    if (block.staffing === undefined) {
      const { workplaces } = context.assumptions;
      if (workplaces === undefined) throw new Error("the model check lets no workplaces pass");
      const row = sheet.formula(
        { id: `${id}.amount`, label, unit: "EUR" },
        yearlyPrice(
          times(at(sheet.import(workplaces)), input("price-per-workplace")),
          index,
          period.months,
        ),
      );
      return [{ row, taxable, timing }];
    }
    const users = input("users");
    const teams = sheet.constant(
      {
        id: `${id}.teams`,
        label: { de: `${label.de}: begonnene Teams`, en: `${label.en}: started teams` },
        unit: "number",
      },
      call("ROUNDUP", call("ROUND", over(users, input("users-per-team")), 6), 0),
    );
    const cost = sheet.constant(
      {
        id: `${id}.cost`,
        label: { de: `${label.de}: eigener Anteil im Jahr`, en: `${label.en}: own share a year` },
        unit: "EUR",
      },
      over(
        times(
          constant(teams),
          plus(input("administrator-cost"), input("technician-cost")),
          plus(1, input("overhead")),
          input("own-users"),
        ),
        users,
      ),
    );
    const row = sheet.formula(
      { id: `${id}.amount`, label, unit: "EUR" },
      yearlyPrice(constant(cost), index, period.months),
    );
    return [{ row, taxable, timing }];
  },
};
