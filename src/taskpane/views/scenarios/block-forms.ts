import type { BlockKind } from "../../../model/document";
import { FIELD_LABELS } from "../../../model/field-labels";
import { FORM } from "./block-words";
import { COST_FORMS } from "./cost-forms";
import type { FieldForm } from "./form-types";
import { TAX_FORMS } from "./tax-forms";

/** The fields of every kind of block, in the order in which they are asked for. */
export const BLOCK_FORMS: Readonly<Record<BlockKind, readonly FieldForm[]>> = {
  ...COST_FORMS,
  ...TAX_FORMS,
};

/** What every block may carry beside its figures. */
export const EVERY_BLOCK_FIELDS: readonly FieldForm[] = [
  { type: "text", field: "name", label: FIELD_LABELS.blockName, longest: 255, note: FORM.nameNote },
  {
    type: "text",
    field: "source",
    label: FIELD_LABELS.source,
    longest: 255,
    note: FORM.sourceNote,
  },
  { type: "text", field: "product", label: FIELD_LABELS.product, longest: 255 },
  {
    type: "text",
    field: "account",
    label: FIELD_LABELS.account,
    longest: 255,
    note: FORM.accountNote,
  },
  { type: "text", field: "note", label: FIELD_LABELS.note, longest: 2000, lines: 3 },
];
