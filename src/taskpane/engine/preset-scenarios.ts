import type { BudgetSheet } from "../../budget/line";
import type { Finding } from "../../finding";
import type { ModelDocument, ScenarioDocument } from "../../model/document";
import { adaptPreset, presetModel, type PresetOptions } from "../../model/presets";
import { STATUS_QUO } from "../../model/terms";

/** Ready-made scenarios that fit a model, and what they need of its frame. */
export interface PresetScenarios {
  /** The model with the figures of the frame that the presets bring along and it did not have. */
  readonly document: ModelDocument;
  readonly scenarios: readonly ScenarioDocument[];
  readonly findings: readonly Finding[];
}

/** Fields of the frame that a preset may bring along. */
const BROUGHT = ["inhabitants", "workplaces"] as const;

/**
 * Ready-made scenarios for a model that is there already, fitted to its budget.
 * @throws RefusedError for an unknown preset, and where one needs a figure that is not given
 */
export function presetScenarios(
  document: ModelDocument,
  ids: readonly string[],
  sheets: readonly BudgetSheet[],
  options: PresetOptions,
): PresetScenarios {
  const { document: preset, findings } = adaptPreset(presetModel(ids, options), sheets, options);
  const brought = BROUGHT.reduce((all, field) => {
    const value = preset[field];
    if (all[field] !== undefined || value === undefined) return all;
    const source = preset.sources?.[field];
    return {
      ...all,
      [field]: value,
      ...(source === undefined ? {} : { sources: { ...all.sources, [field]: source } }),
    };
  }, document);
  return {
    document: brought,
    scenarios: preset.scenarios.filter(({ id }) => id !== STATUS_QUO),
    findings: findings.filter(({ code }) => code !== "preset-lines-matched"),
  };
}
