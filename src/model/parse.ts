import * as v from "valibot";
import { RefusedError } from "../finding";
import type { Text } from "../language";
import { type ModelDocument, modelSchema } from "./document";

/**
 * Reads a model from JSON text or from an object, or refuses it with the path of each wrong field.
 * @throws RefusedError naming field, what it expects and what stands there.
 */
export function parseModel(source: unknown): ModelDocument {
  const data: unknown = typeof source === "string" ? parseJson(source) : source;
  const result = v.safeParse(modelSchema, data);
  if (result.success) return result.output;
  const problems = [...new Map(result.issues.flatMap(leaves).map((p) => [p.path, p])).values()];
  throw refuseFields(problems);
}

/** A field of the model that is wrong: where it stands and what is wrong with it. */
export interface FieldProblem {
  readonly path: string;
  readonly message: Text;
}

/** One refusal for all wrong fields, so that nobody mends them one by one. */
export function refuseFields(problems: readonly FieldProblem[]): RefusedError {
  const list = (language: "de" | "en"): string =>
    problems.map(({ path, message }) => `${path}: ${message[language]}`).join("\n");
  return new RefusedError(
    { de: list("de"), en: list("en") },
    problems.map(({ path, message }) => ({
      severity: "error",
      code: "model-field",
      message: { de: `${path}: ${message.de}`, en: `${path}: ${message.en}` },
    })),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new RefusedError({
      de: `Die Modelldatei ist kein gültiges JSON (${detail}). Bitte die Datei an dieser Stelle berichtigen.`,
      en: `The model file is not valid JSON (${detail}). Please correct the file at this place.`,
    });
  }
}

/** The innermost problems of an issue: those of a union stand below it. */
function leaves(issue: v.BaseIssue<unknown>): FieldProblem[] {
  const here: FieldProblem = { path: pathText(issue), message: messageOf(issue) };
  if (issue.type !== "union" || issue.issues === undefined) return [here];
  const nested = issue.issues.filter((inner) => (inner.path?.length ?? 0) > 0);
  if (nested.length === 0) return [here];
  return nested.map((inner) => ({
    path: joinPath(here.path, pathText(inner)),
    message: messageOf(inner),
  }));
}

function joinPath(outer: string, inner: string): string {
  if (outer === ROOT) return inner;
  return inner.startsWith("[") ? `${outer}${inner}` : `${outer}.${inner}`;
}

const ROOT = "(Modell)";

function pathText(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).reduce((text, item) => {
    if (typeof item.key === "number") return `${text}[${item.key}]`;
    return text === "" ? String(item.key) : `${text}.${String(item.key)}`;
  }, "");
  return path === "" ? ROOT : path;
}

function messageOf(issue: v.BaseIssue<unknown>): Text {
  if (issue.received === "undefined" || (issue.kind === "schema" && issue.input === undefined)) {
    return { de: "fehlt; bitte ergänzen", en: "is missing; please add it" };
  }
  if (issue.type === "strict_object" && issue.expected === "never") {
    return {
      de: "dieses Feld gibt es hier nicht; bitte die Schreibweise prüfen",
      en: "there is no such field here; please check the spelling",
    };
  }
  const expected = expectation(issue);
  const found = shown(issue.input);
  return { de: `${expected.de}, nicht ${found}`, en: `${expected.en}, not ${found}` };
}

/** What was given, as it stands in the file; of a program's own object also what JSON cannot say. */
function shown(input: unknown): string {
  const text = typeof input === "number" ? String(input) : JSON.stringify(input);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function expectation(issue: v.BaseIssue<unknown>): Text {
  const bound = issue.expected ?? "";
  switch (issue.type) {
    case "number":
    case "finite":
      return { de: "eine Zahl", en: "a number" };
    case "integer":
      return { de: "eine ganze Zahl", en: "a whole number" };
    case "string":
      return { de: "ein Text", en: "a text" };
    case "boolean":
      return { de: "true oder false", en: "true or false" };
    case "array":
      return { de: "eine Liste […]", en: "a list […]" };
    case "strict_object":
    case "record":
      return { de: "ein Objekt {…}", en: "an object {…}" };
    case "min_value":
      return { de: `eine Zahl ${bound.replace(">=", "ab ")}`, en: `a number ${bound}` };
    case "max_value":
      return { de: `eine Zahl ${bound.replace("<=", "bis ")}`, en: `a number ${bound}` };
    case "gt_value":
      return { de: `eine Zahl ${bound.replace(">", "über ")}`, en: `a number ${bound}` };
    case "min_length":
      return { de: "mindestens ein Eintrag", en: "at least one entry" };
    case "max_length":
      return {
        de: `höchstens ${bound.replace("<=", "")} Zeichen`,
        en: `at most ${bound.replace("<=", "")} characters`,
      };
    case "iso_date":
      return { de: "ein Datum JJJJ-MM-TT", en: "a date YYYY-MM-DD" };
    case "regex":
      return regexExpectation(bound);
    case "min_entries":
      return { de: "mindestens ein Jahr mit Betrag", en: "at least one year with an amount" };
    case "union":
      return unionExpectation(bound);
    default:
      return { de: `einer der Werte ${bound}`, en: `one of ${bound}` };
  }
}

function regexExpectation(pattern: string): Text {
  if (pattern.includes("1[0-2]")) return { de: "ein Monat JJJJ-MM", en: "a month YYYY-MM" };
  if (pattern.includes("(19|20|21)")) return { de: "ein Jahr JJJJ", en: "a year YYYY" };
  if (pattern.includes("*")) {
    return {
      de: "eine Nummer, mit * nur am Ende",
      en: "a code, with * at the end only",
    };
  }
  return {
    de: "Kleinbuchstaben, Ziffern und Bindestriche",
    en: "lower-case letters, digits and hyphens",
  };
}

function unionExpectation(bound: string): Text {
  if (bound.includes("number") && bound.includes("Object")) {
    return {
      de: 'eine Zahl oder Werte nach Jahren {"2022": …}',
      en: 'a number, or values by year {"2022": …}',
    };
  }
  if (bound === "(number | null)") return { de: "eine Zahl oder null", en: "a number or null" };
  return { de: `einer der Werte ${bound}`, en: `one of ${bound}` };
}
