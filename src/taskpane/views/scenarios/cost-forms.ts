import { fill, verbatim } from "../../../language";
import type { BlockKind } from "../../../model/document";
import { FIELD_LABELS } from "../../../model/field-labels";
import { USUAL_USERS_PER_TEAM, USUAL_WORKPLACE_PRICE } from "../../../model/usual-values";
import { FORM } from "./block-words";
import {
  AMOUNT_BOUNDS,
  BY_YEAR,
  COUNT_BOUNDS,
  euros,
  index,
  isGiven,
  share,
  SHARE_BOUNDS,
  taxable,
  ways,
} from "./form-parts";
import type { FieldForm } from "./form-types";

/** Kinds of blocks that are cost of their own. */
type CostFormKind = Exclude<BlockKind, "vat" | "back-tax" | "provision" | "exit">;

const GIVEN_YEARS: FieldForm = {
  type: "by-year",
  carriedOn: false,
  field: "byYear",
  label: FIELD_LABELS.amountByYear,
};

const PRODUCT_FIELDS: readonly FieldForm[] = [
  { type: "text", field: "name", label: FIELD_LABELS.productName, longest: 255, required: true },
  euros("price", FIELD_LABELS.productPrice),
  {
    type: "month",
    field: "start",
    label: FIELD_LABELS.fromMonth,
    fallback: FORM.scenarioStart,
  },
  euros("oneOff", FIELD_LABELS.productOneOff, { required: false, fallback: FORM.zeroEuro }),
  {
    type: "patterns",
    field: "replaces",
    label: FIELD_LABELS.replaces,
    note: FORM.replacedNote,
    add: FORM.addReplaced,
  },
  {
    type: "month",
    field: "parallelUntil",
    label: FIELD_LABELS.parallelUntil,
    note: FORM.parallelNote,
  },
];

/** The fields of the kinds of blocks that are cost of their own. */
export const COST_FORMS: Readonly<Record<CostFormKind, readonly FieldForm[]>> = {
  "base-fee": [
    ways(
      {
        id: "yearly",
        label: FORM.yearlyAmount,
        is: ({ amount }) => isGiven(amount),
        begin: { amount: null },
        fields: [euros("amount", FIELD_LABELS.amountAYear)],
      },
      {
        id: "per-inhabitant",
        label: FORM.perInhabitant,
        is: ({ perInhabitant }) => isGiven(perInhabitant),
        begin: { perInhabitant: null },
        fields: [
          euros("perInhabitant", FIELD_LABELS.amountPerInhabitant, { note: FORM.needsInhabitants }),
        ],
      },
    ),
    index("fees"),
    taxable(true),
  ],
  levy: [
    ways(...BY_YEAR, {
      id: "per-inhabitant",
      label: FORM.perInhabitant,
      is: ({ perInhabitant }) => isGiven(perInhabitant),
      begin: { perInhabitant: null },
      fields: [
        euros("perInhabitant", FIELD_LABELS.levyPerInhabitant, { note: FORM.needsInhabitants }),
      ],
    }),
    index("fees"),
    taxable(false, FORM.levyNote),
  ],
  "general-costs": [
    ways(...BY_YEAR, {
      id: "share",
      label: FORM.share,
      is: ({ shareOfTakeUp }) => isGiven(shareOfTakeUp),
      begin: { shareOfTakeUp: null },
      fields: [share("shareOfTakeUp", FIELD_LABELS.shareOfTakeUp)],
    }),
    index("fees"),
    taxable(true),
  ],
  "take-up": [
    ways(
      ...BY_YEAR,
      {
        id: "percent",
        label: FORM.byPercent,
        is: ({ percent }) => isGiven(percent),
        begin: { percent: null, pricePerInhabitant: null },
        fields: [
          {
            type: "series",
            unit: "share",
            bounds: SHARE_BOUNDS,
            field: "percent",
            label: FIELD_LABELS.percent,
            required: true,
          },
          euros("pricePerInhabitant", FIELD_LABELS.pricePerInhabitant, {
            note: FORM.needsInhabitants,
          }),
          share("cap", FIELD_LABELS.cap, { required: false, fallback: FORM.hundredPercent }),
        ],
      },
      {
        id: "products",
        label: FORM.byProduct,
        is: ({ products }) => isGiven(products),
        begin: { products: [] },
        fields: [
          {
            type: "list",
            field: "products",
            label: FIELD_LABELS.products,
            entry: FIELD_LABELS.productName,
            add: FORM.addProduct,
            begin: { name: "", price: null },
            fields: PRODUCT_FIELDS,
            catalogue: true,
            required: true,
          },
        ],
      },
    ),
    index("fees"),
    taxable(true),
  ],
  services: [
    {
      type: "series",
      unit: "number",
      bounds: AMOUNT_BOUNDS,
      field: "units",
      label: FIELD_LABELS.units,
      fallback: FORM.one,
      note: FORM.unitsNote,
    },
    {
      type: "ways",
      field: "payment",
      label: FIELD_LABELS.payment,
      ways: [
        {
          id: "yearly",
          label: FORM.yearly,
          is: ({ once }) => once !== true,
          begin: { once: undefined, to: undefined },
          fields: [
            euros("unitPrice", FIELD_LABELS.unitPrice),
            {
              type: "month",
              field: "from",
              label: FIELD_LABELS.fromMonth,
              fallback: FORM.scenarioStart,
            },
            { type: "month", field: "to", label: FIELD_LABELS.toMonth, fallback: FORM.scenarioEnd },
          ],
        },
        {
          id: "once",
          label: FORM.once,
          is: ({ once }) => once === true,
          begin: { once: true, to: undefined },
          fields: [
            euros("unitPrice", FIELD_LABELS.unitPriceOnce),
            {
              type: "month",
              field: "from",
              label: FIELD_LABELS.paidIn,
              fallback: FORM.scenarioStart,
            },
          ],
        },
      ],
    },
    index("fees"),
    taxable(true),
  ],
  "one-off": [GIVEN_YEARS, taxable(true)],
  settlement: [GIVEN_YEARS, taxable(true)],
  staff: [
    {
      type: "series",
      unit: "number",
      bounds: AMOUNT_BOUNDS,
      things: FORM.fte,
      field: "fte",
      label: FIELD_LABELS.fte,
      note: FORM.fteNote,
      required: true,
    },
    euros("costPerFte", FIELD_LABELS.costPerFte),
    index("staff"),
    taxable(false),
  ],
  "shared-service-centre": [
    ways(
      {
        id: "workplaces",
        label: FORM.perWorkplace,
        is: ({ staffing }) => !isGiven(staffing),
        begin: { pricePerWorkplace: undefined },
        fields: [
          euros("pricePerWorkplace", FIELD_LABELS.pricePerWorkplace, {
            required: false,
            note: FORM.needsWorkplaces,
            fallback: fill(
              { de: "{0} € ({1})", en: "{0} € ({1})" },
              {
                de: String(USUAL_WORKPLACE_PRICE.amount).replace(/\B(?=(?:\d{3})+$)/g, "."),
                en: String(USUAL_WORKPLACE_PRICE.amount).replace(/\B(?=(?:\d{3})+$)/g, ","),
              },
              USUAL_WORKPLACE_PRICE.source,
            ),
          }),
        ],
      },
      {
        id: "teams",
        label: FORM.byTeams,
        is: ({ staffing }) => isGiven(staffing),
        begin: {
          staffing: { administratorCost: null, technicianCost: null, users: null, ownUsers: null },
        },
        fields: [
          {
            type: "number",
            unit: "number",
            bounds: { minimum: 1, maximum: 100_000 },
            things: FORM.users,
            field: "staffing.usersPerTeam",
            label: FIELD_LABELS.usersPerTeam,
            fallback: verbatim(String(USUAL_USERS_PER_TEAM)),
          },
          euros("staffing.administratorCost", FIELD_LABELS.administratorCost),
          euros("staffing.technicianCost", FIELD_LABELS.technicianCost),
          {
            type: "number",
            unit: "share",
            bounds: { minimum: 0, maximum: 10 },
            field: "staffing.overhead",
            label: FIELD_LABELS.overhead,
            fallback: FORM.zeroPercent,
          },
          {
            type: "number",
            unit: "number",
            bounds: { minimum: 1, maximum: 1_000_000 },
            things: FORM.users,
            field: "staffing.users",
            label: FIELD_LABELS.users,
            required: true,
          },
          {
            type: "number",
            unit: "number",
            bounds: COUNT_BOUNDS,
            things: FORM.users,
            field: "staffing.ownUsers",
            label: FIELD_LABELS.ownUsers,
            required: true,
          },
        ],
      },
    ),
    index("fees"),
    taxable(true),
  ],
  provider: [
    {
      type: "series",
      unit: "number",
      bounds: COUNT_BOUNDS,
      things: FORM.days,
      field: "personDays",
      label: FIELD_LABELS.personDays,
      required: true,
    },
    euros("dayRate", FIELD_LABELS.dayRate),
    index("fees"),
    taxable(false),
  ],
};
