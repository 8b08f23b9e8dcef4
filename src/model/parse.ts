import * as v from "valibot";
import { RefusedError } from "../finding";
import { fill, type Text, verbatim } from "../language";
import { type ModelDocument, modelSchema } from "./document";
import { EXPECTATIONS, isExpectation } from "./expectations";

/**
 * Reads a model from JSON text or from an object, or refuses it with the path of each wrong field.
 * @throws RefusedError naming field, what it expects and what stands there.
 */
export function parseModel(source: unknown): ModelDocument {
  const data: unknown = typeof source === "string" ? parseJson(source) : source;
  if (Array.isArray(data)) {
    const { object, list } = EXPECTATIONS;
    const not = { de: `${object.de}, nicht ${list.de}`, en: `${object.en}, not ${list.en}` };
    throw refuseFields([{ path: "", message: not }]);
  }
  const result = v.safeParse(modelSchema, data);
  if (result.success) return result.output;
  const problems = [...new Map(result.issues.flatMap(leaves).map((p) => [p.path, p])).values()];
  throw refuseFields(problems);
}

/** A field of the model that is wrong: where it stands and what is wrong with it. */
export interface FieldProblem {
  /** Such as `scenarios[0].start`; empty for the whole file. */
  readonly path: string;
  readonly message: Text;
}

/** One refusal for all wrong fields, so that nobody mends them one by one. */
export function refuseFields(problems: readonly FieldProblem[]): RefusedError {
  const messages = problems.map(({ path, message }): Text => {
    if (path !== "") return { de: `${path}: ${message.de}`, en: `${path}: ${message.en}` };
    return { de: `Modelldatei: ${message.de}`, en: `Model file: ${message.en}` };
  });
  return new RefusedError(
    {
      de: messages.map(({ de }) => de).join("\n"),
      en: messages.map(({ en }) => en).join("\n"),
    },
    messages.map((message) => ({ severity: "error", code: "model-field", message })),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    const place = placeOf(error instanceof Error ? error.message : "", text);
    throw new RefusedError(
      fill(
        {
          de: "Die Modelldatei ist kein gültiges JSON{0}. Bitte Klammern, Kommas und Anführungszeichen prüfen.",
          en: "The model file is not valid JSON{0}. Please check brackets, commas and quotation marks.",
        },
        place,
      ),
    );
  }
}

/** Where JSON breaks off, as far as the engine tells; each has words of its own. */
function placeOf(message: string, text: string): Text {
  const words: Text = { de: " (Zeile {0}, Spalte {1})", en: " (line {0}, column {1})" };
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const lines = text.slice(0, Number(position)).split("\n");
    return fill(words, lines.length, (lines.at(-1) ?? "").length + 1);
  }
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line === undefined || column === undefined) return verbatim("");
  return fill(words, line, column);
}

/** The innermost problems of an issue: those of a union stand below it. */
function leaves(issue: v.BaseIssue<unknown>): FieldProblem[] {
  const here: FieldProblem = { path: pathText(issue), message: messageOf(issue) };
  if (issue.type !== "union" || issue.issues === undefined) return [here];
  const nested = issue.issues.filter((inner) => (inner.path?.length ?? 0) > 0);
  // Where one of several objects was meant, nobody knows which: the choice itself is the answer.
  const ambiguous = nested.some(({ type }) => type === "strict_object");
  if (nested.length === 0 || ambiguous) return [here];
  return nested.map((inner) => ({
    path: `${here.path}.${pathText(inner)}`,
    message: messageOf(inner),
  }));
}

function pathText(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((text, item) => {
    if (typeof item.key === "number") return `${text}[${item.key}]`;
    return text === "" ? String(item.key) : `${text}.${String(item.key)}`;
  }, "");
}

function messageOf(issue: v.BaseIssue<unknown>): Text {
  if (issue.received === "undefined") {
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
  if (isExpectation(issue.message)) return EXPECTATIONS[issue.message];
  if (issue.type === "strict_object" || issue.expected === "Object") return EXPECTATIONS.object;
  const choices = (issue.expected ?? "").replaceAll(/[()]/g, "").replaceAll(" | ", ", ");
  return { de: `eine der Angaben ${choices}`, en: `one of ${choices}` };
}
