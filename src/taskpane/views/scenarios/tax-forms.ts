import type { BlockKind } from "../../../model/document";
import { FIELD_LABELS } from "../../../model/field-labels";
import { FORM } from "./block-words";
import { euros, share, SHARE_BOUNDS, taxable } from "./form-parts";
import type { FieldForm, Way } from "./form-types";

/** Kinds of blocks that work on the whole scenario. */
type TaxFormKind = Extract<BlockKind, "vat" | "back-tax" | "provision" | "exit">;

function isRateOf(rate: unknown, part: string): boolean {
  return typeof rate === "object" && rate !== null && part in rate;
}

const RATES: readonly Way[] = [
  {
    id: "statutory",
    label: FORM.statutory,
    is: ({ rate }) => rate === "statutory",
    begin: { rate: "statutory" },
    fields: [],
  },
  {
    id: "effective",
    label: FORM.effective,
    is: ({ rate }) => isRateOf(rate, "effective"),
    begin: { rate: { effective: null } },
    fields: [share("rate.effective", FIELD_LABELS.effectiveRate, { note: FORM.effectiveNote })],
  },
  {
    id: "input-tax",
    label: FORM.inputTax,
    is: ({ rate }) => isRateOf(rate, "inputTaxShare"),
    begin: { rate: { inputTaxShare: null } },
    fields: [share("rate.inputTaxShare", FIELD_LABELS.inputTaxShare, { note: FORM.inputTaxNote })],
  },
  {
    id: "none",
    label: FORM.noVat,
    is: ({ rate }) => rate === "none",
    begin: { rate: "none" },
    fields: [],
  },
];

const INVOICING: readonly Way[] = [
  {
    id: "no",
    label: FORM.notInvoiced,
    is: ({ invoiced }) => invoiced === false,
    begin: { invoiced: false },
    fields: [],
  },
  {
    id: "later",
    label: FORM.invoicedLater,
    is: ({ invoiced }) => typeof invoiced === "string" || invoiced === null,
    begin: { invoiced: null },
    fields: [
      { type: "month", field: "invoiced", label: FIELD_LABELS.invoicedFrom, required: true },
    ],
  },
  {
    id: "yes",
    label: FORM.invoiced,
    is: () => true,
    begin: { invoiced: true },
    fields: [],
  },
];

/** The fields of the kinds of blocks that work on the whole scenario. */
export const TAX_FORMS: Readonly<Record<TaxFormKind, readonly FieldForm[]>> = {
  vat: [
    { type: "ways", field: "rate-way", label: FIELD_LABELS.vatRate, ways: RATES, law: "vatRate" },
    {
      type: "month",
      field: "from",
      label: FIELD_LABELS.vatFrom,
      fallback: FORM.scenarioStart,
      law: "vatFrom",
    },
    { type: "ways", field: "invoiced-way", label: FIELD_LABELS.invoicing, ways: INVOICING },
    share("deductible", FIELD_LABELS.deductible, {
      required: false,
      fallback: FORM.zeroPercent,
      note: FORM.deductibleNote,
    }),
  ],
  "back-tax": [
    {
      type: "date",
      field: "assessed",
      label: FIELD_LABELS.assessed,
      nullable: true,
      fallback: FORM.none,
      note: FORM.assessedNote,
    },
    {
      type: "number",
      unit: "share",
      bounds: SHARE_BOUNDS,
      field: "interest",
      label: FIELD_LABELS.interestRate,
      fallback: { law: "interest" },
      note: FORM.interestNote,
    },
    {
      type: "number",
      unit: "number",
      bounds: { minimum: 1, maximum: 30, whole: true },
      things: FORM.years,
      field: "limitation",
      label: FIELD_LABELS.limitation,
      fallback: FORM.none,
      note: FORM.limitationNote,
    },
    share("probability", FIELD_LABELS.probability, {
      required: false,
      fallback: FORM.hundredPercent,
      note: FORM.probabilityNote,
    }),
  ],
  provision: [
    {
      type: "choice",
      field: "method",
      label: FIELD_LABELS.method,
      law: "provision",
      choices: [
        { id: "provision", label: FORM.provision, value: "provision" },
        { id: "earmarked", label: FORM.earmarked, value: "earmarked" },
      ],
    },
  ],
  exit: [
    { type: "date", field: "date", label: FIELD_LABELS.exitDate, required: true },
    euros("dataTransfer", FIELD_LABELS.dataTransfer, {
      required: false,
      fallback: FORM.zeroEuro,
    }),
    {
      type: "choice",
      field: "capitalise",
      label: FIELD_LABELS.capitalise,
      choices: [
        { id: "yes", label: FORM.capitaliseYes, value: undefined },
        { id: "no", label: FORM.capitaliseNo, value: false },
      ],
    },
    {
      type: "list",
      field: "assets",
      label: FIELD_LABELS.assets,
      note: FORM.assetNote,
      entry: FIELD_LABELS.assetName,
      add: FORM.addAsset,
      begin: { name: "", acquired: null, cost: null, lifeMonths: null },
      fields: [
        {
          type: "text",
          field: "name",
          label: FIELD_LABELS.assetName,
          longest: 255,
          required: true,
        },
        { type: "month", field: "acquired", label: FIELD_LABELS.assetAcquired, required: true },
        {
          type: "number",
          unit: "EUR",
          bounds: { minimum: 0, maximum: 1_000_000_000 },
          field: "cost",
          label: FIELD_LABELS.assetCost,
          required: true,
        },
        {
          type: "number",
          unit: "number",
          bounds: { minimum: 1, maximum: 1200, whole: true },
          things: FORM.months,
          field: "lifeMonths",
          label: FIELD_LABELS.assetLife,
          required: true,
        },
      ],
    },
    taxable(false),
  ],
};
