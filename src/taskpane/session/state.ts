import type { ChangedInput } from "../../analysis/returned-workbook";
import type { ReadingAnswers } from "../../budget/line";
import type { Finding } from "../../finding";
import type { Language, Text } from "../../language";
import type { ModelDocument } from "../../model/document";
import type { FieldProblem } from "../../field-problems";
import type { TypedInput } from "../../model/typed-inputs";
import type { ReadBudget } from "../../sheets/plan-model";
import type { StoredContent } from "../../sheets/stored-part";
import type { SheetEntry } from "../../workbook/port";
import type { Computation } from "../engine";
import type { AskedField, ScenarioPlace } from "./scenario-place";

/** The steps of the job, in their order; each is usable at any time. */
export const VIEWS = ["budget", "assignment", "scenarios", "results", "output"] as const;
export type ViewName = (typeof VIEWS)[number];

/** The budget of the workbook as far as it is read. */
export type BudgetState =
  | { readonly kind: "unread" }
  | { readonly kind: "read"; readonly budget: ReadBudget }
  | { readonly kind: "failed"; readonly message: Text };

/** What the model gives at the moment. */
export type ComputedState =
  /** No model yet. */
  | { readonly kind: "none" }
  | { readonly kind: "computed"; readonly computation: Computation }
  /** The model breaks a rule; the last result, if any, is that of before the change. */
  | {
      readonly kind: "refused";
      readonly problems: readonly FieldProblem[];
      readonly message: Text;
      readonly last?: Computation;
    };

/** A job that takes long enough to be watched and cancelled. */
export interface Job {
  readonly name: Text;
  readonly done: number;
  readonly total: number;
}

/** The last thing that happened, announced to screen readers. */
export interface Notice {
  readonly intent: "success" | "info" | "warning" | "error";
  readonly text: Text;
  /** What can be done about it at once. */
  readonly offer?: "undo" | "take-back";
  /** Tells two notices of the same words apart. */
  readonly number: number;
}

/** What stands written in the workbook. */
export interface WrittenState {
  /** Names of our sheets. */
  readonly sheets: readonly string[];
  /** What the last run stored beside its sheets; undefined where nothing is written or it was removed. */
  readonly stored: StoredContent | undefined;
  /** Inputs of the sheets that somebody changed since, each with what was last written there. */
  readonly changed: readonly ChangedInput[];
  /** A writing of this session that can be taken back. */
  readonly canTakeBack: boolean;
  /** Looks that this Excel refused in the last writing. */
  readonly refused: readonly Text[];
}

/** Everything the pane shows. */
export interface PaneState {
  readonly language: Language;
  readonly view: ViewName;
  /** Where in the step Szenarien the user is, and the field the keyboard is to go to. */
  readonly place: ScenarioPlace;
  readonly askedField: AskedField | undefined;
  /** A change of a value that scenarios share is meant for one of them only. */
  readonly onlyHere: boolean;
  /** The workbook has been looked through; before that nothing can be said of it. */
  readonly opened: boolean;
  readonly sheets: readonly SheetEntry[];
  /** Of the workbook: settings under which our sheets behave otherwise than expected. */
  readonly settings: readonly Finding[];
  readonly answers: ReadingAnswers;
  readonly budget: BudgetState;
  /** A budget sheet was changed after it was read. */
  readonly stale: boolean;
  /** The model being worked on; undefined until the user begins one. */
  readonly document: ModelDocument | undefined;
  /** Found when the document was begun: years moved, lines taken by words. */
  readonly adapted: readonly Finding[];
  /** Typed into the written sheets and without a place in the document: legal values. */
  readonly typed: readonly TypedInput[];
  readonly computed: ComputedState;
  /** What undo and redo would take back or do again; undefined where there is nothing. */
  readonly undoable: Text | undefined;
  readonly redoable: Text | undefined;
  readonly written: WrittenState;
  readonly job: Job | undefined;
  readonly notice: Notice | undefined;
}
