import type { BudgetLine } from "../budget/line";
import type { FieldForm } from "./field-forms";

/** Names of fields and numbers of list entries, from the model document down. */
export type FieldPath = readonly (string | number)[];

/** What an input row holds of the model document; rows without a place hold nothing of it. */
export type DocumentPlace = FieldPlace | RolePlace | GroupPlace;

/** One field of one block or setting, the same one in every scenario that shares the row. */
export interface FieldPlace {
  readonly kind: "field";
  readonly paths: readonly FieldPath[];
  readonly form: PlacedForm;
}

/** How a field holds what its row holds. */
export type PlacedForm =
  | { readonly kind: "constant"; readonly form: FieldForm }
  /** A number, or numbers from given years on. */
  | { readonly kind: "series" }
  /** Amounts of given years. */
  | { readonly kind: "byYear" };

/** What rules say of a group of budget lines, in every scenario that shares the row. */
export interface RolePlace {
  readonly kind: "role";
  readonly group: string;
  readonly scenarios: readonly string[];
  readonly part: "role" | "until" | "returns";
}

/** The group of a budget line. */
export interface GroupPlace {
  readonly kind: "group";
  readonly line: BudgetLine;
}
