import { type Finding, RefusedError } from "../../finding";
import { fill, type Language, type Text } from "../../language";
import type { ModelDocument } from "../document";
import { readModel } from "../model";
import { STATUS_QUO } from "../terms";
import {
  BASE,
  isList,
  isRecord,
  type Json,
  missingName,
  named,
  type Preset,
  presetBlock,
  type PresetRecipe,
  RECIPES,
} from "./preset";

export { adaptPreset, type AdaptedPreset } from "./adapt";
export { type MissingFigure, type Preset, SOURCES, TAX_CASES } from "./preset";

/** The ready-made scenarios, in the order of the comparison. */
export const PRESETS: readonly Preset[] = RECIPES;

/** The comparison that is made when nothing is chosen. */
export const DEFAULT_PRESETS: readonly string[] = [
  STATUS_QUO,
  "invoiced-19",
  "effective-10",
  "provision",
  "in-house",
  "in-house-audit-6",
  "in-house-audit-statutory",
];

/** School IT alone: the part of the cooperation whose figures are certain. */
export const SCHOOL_IT_PRESETS: readonly string[] = [
  STATUS_QUO,
  "school-it-invoiced",
  "school-it-audit",
];

export interface PresetOptions {
  /** Language of names and notes; German unless said. */
  readonly language?: Language;
  /** Figures the documents do not disclose, by the key of `Preset.missing`. */
  readonly given?: Readonly<Record<string, number>>;
}

/**
 * One model with the chosen scenarios on the common base, the status quo always first.
 * @throws RefusedError for an unknown id, and where a scenario needs a figure that is not given.
 */
export function presetModel(
  ids: readonly string[] = DEFAULT_PRESETS,
  { language = "de", given = {} }: PresetOptions = {},
): ModelDocument {
  const chosen = [...new Set([STATUS_QUO, ...ids])].map(recipeOf);
  refuseMissing(chosen, given);
  const document: Json = Object.assign({}, BASE.document, ...chosen.map(({ model }) => model), {
    scenarios: chosen.map(scenarioOf),
  }) as Json;
  return readModel(resolve(document, language, given)).document;
}

function recipeOf(id: string): PresetRecipe {
  const recipe = RECIPES.find((candidate) => candidate.id === id);
  if (recipe !== undefined) return recipe;
  throw new RefusedError(
    fill(
      {
        de: "Eine Vorlage „{0}“ gibt es nicht. Vorhanden sind: {1}.",
        en: "There is no preset “{0}”. Known are: {1}.",
      },
      id,
      RECIPES.map((recipe) => recipe.id).join(", "),
    ),
  );
}

/** A scenario that needs an undisclosed figure says so instead of computing with zero. */
function refuseMissing(
  chosen: readonly PresetRecipe[],
  given: Readonly<Record<string, number>>,
): void {
  const findings = chosen.flatMap(({ title, missing }) =>
    missing
      .filter(({ key }) => given[key] === undefined)
      .map(({ key, label }): Finding => ({
        severity: "error",
        code: "preset-figure-missing",
        message: fill(
          {
            de: "„{0}“ braucht eine Angabe, die die Dokumente nicht offenlegen: {1} ({2}).",
            en: "“{0}” needs a figure that the documents do not disclose: {1} ({2}).",
          },
          title,
          label,
          key,
        ),
      })),
  );
  if (findings.length === 0) return;
  const all = (language: Language): string =>
    findings.map(({ message }) => message[language]).join(" ");
  throw new RefusedError(
    fill(
      {
        de: "{0} Bitte die Werte angeben oder die Vorlage weglassen.",
        en: "{0} Please give the values or leave the preset out.",
      },
      { de: all("de"), en: all("en") },
    ),
    findings,
  );
}

function scenarioOf(recipe: PresetRecipe): Json {
  const { id, title, description, source, taxCase, start, lines, notes, blocks } = recipe;
  const all: readonly Text[] = [description, ...notes.map((name) => named(BASE.notes, name))];
  const note = {
    de: all.map(({ de }) => de).join("\n"),
    en: all.map(({ en }) => en).join("\n"),
  };
  return {
    id,
    name: { ...title },
    ...(taxCase === undefined ? {} : { taxCase }),
    ...(start === undefined ? {} : { start }),
    ...(lines === undefined ? {} : { lines: named(BASE.lines, lines) }),
    source,
    note,
    blocks: blocks.map(presetBlock),
  };
}

/** Puts texts of one language and given figures in the place of `{ de, en }` and `{ missing }`. */
function resolve(value: Json, language: Language, given: Readonly<Record<string, number>>): Json {
  if (isList(value)) return value.map((part) => resolve(part, language, given));
  if (!isRecord(value)) return value;
  const key = missingName(value);
  if (key !== undefined) return given[key] ?? null;
  const worded = value[language];
  if (typeof worded === "string") return worded;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, resolve(part, language, given)]),
  );
}
