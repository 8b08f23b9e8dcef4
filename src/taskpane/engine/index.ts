/**
 * Everything heavy the pane needs, in one chunk that is loaded after the first view: reading, computing,
 * laying out. The pane's components import types of it only; what they call stands in the session.
 */
export { adaptPreset, DEFAULT_PRESETS, presetModel, PRESETS } from "../../model/presets";
export { compute, type Computation, type ComputeOptions } from "./compute";
export { readBudgetSheets } from "../../run/budget-sheets";
export { readEarlierRun } from "../../run/earlier-run";
export { settingsFindings } from "../../run/workbook-settings";
export { budgetSheets, planModel } from "../../sheets/plan-model";
export { readModel } from "../../model/model";
export { rememberCorrections } from "../../budget/remembered";
export { draftPart, readStoredPart } from "../../sheets/stored-part";
export { adoptTyping, takeUp } from "../../run/take-up";
export { takeTyped } from "./take-typed";
export {
  costTable,
  modelYears,
  resultsOf,
  scenarioRows,
  type CaseResult,
  type CostTable,
  type Results,
  type ScenarioResult,
  type ShownFigure,
  type YearFigures,
} from "./results";
export type { PlanView } from "../../analysis/plan-tables";
export { ROLE_TERMS } from "../../model/line-roles";
export {
  assignableBudget,
  sumsByYear,
  type AssignableBudget,
  type AssignableLine,
} from "./assignable-lines";
export { assignRole, type HeldLine, type RoleAssigned } from "./assign-role";
export {
  filterChoices,
  filterLines,
  roleSums,
  type FilterChoices,
  type LineFilter,
  type RoleSum,
} from "./line-filter";
export {
  exceptionsOf,
  replacedLines,
  roleOf,
  rolesByRules,
  ruleScope,
  ruleShares,
  withRules,
  type RuleScope,
  type RuleShare,
} from "./line-rules";
export { suggestLines, type Suggestion } from "./suggestions";
export { checkWritten } from "../../run/mail-check";
export {
  previewOutput,
  reviewInputs,
  withInput,
  type InputEffect,
  type OutputPreview,
  type RedCheck,
  type ReviewedInput,
} from "./output";
export { correctionInForce } from "./correction-in-force";
export { correctionInWords } from "../../budget/correction-words";
export { findWritten, type WantedCell } from "../../run/own-sheets";
export { traceAt, type FigurePlace, type TracedFigure, type TracedOperand } from "./trace";
export { blockAmounts, type AmountsByYear } from "./block-amounts";
export { areaOnSheet, inputCell } from "./input-cells";
export { lawNotes, type LawNotes } from "./law-notes";
export { presetScenarios } from "./preset-scenarios";
export { type ExampleInput, exampleInputs, reportTitle } from "../../model/presets/example-inputs";
export { withOwnSources } from "../../model/presets/own-sources";
export { confirmedSource } from "../../model/source-words";
export { CATALOGUE } from "../../model/catalogue";
export { taxCaseText } from "../../analysis/tax-cases";
export { type MissingFigure, type Preset, SOURCES, TAX_CASES } from "../../model/presets";
