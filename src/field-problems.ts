import type * as v from "valibot";
import { type Finding, RefusedError } from "./finding";
import { fill, joined, type Text, verbatim } from "./language";

/** A field of a JSON file that is wrong: where it stands and what is wrong with it. */
export interface FieldProblem {
  /** Such as `scenarios[0].start`; empty for the whole file. */
  readonly path: string;
  readonly message: Text;
}

/** A kind of JSON file: what it is called in words, what its fields expect, the code of its findings. */
export interface FileKind {
  readonly name: Text;
  readonly code: string;
  /** The messages of the file's schema are keys of these. */
  readonly expectations: Readonly<Record<string, Text>> & {
    readonly object: Text;
    readonly list: Text;
  };
}

/** The same kind of file, named as the user knows it. */
export function namedFile(kind: FileKind, file: string): FileKind {
  return { ...kind, name: { de: `${kind.name.de} „${file}“`, en: `${kind.name.en} “${file}”` } };
}

/**
 * The data of a file that may still be text.
 * @throws RefusedError where the text is no JSON, or its whole is a list instead of an object.
 */
export function jsonData(source: unknown, kind: FileKind): unknown {
  const data: unknown = typeof source === "string" ? parseJson(source, kind) : source;
  if (!Array.isArray(data)) return data;
  const { object, list } = kind.expectations;
  const not = { de: `${object.de}, nicht ${list.de}`, en: `${object.en}, not ${list.en}` };
  throw refuseFields([{ path: "", message: not }], kind);
}

/** A document with wrong fields; whoever shows them beside their fields finds each with its path. */
export class FieldsRefusedError extends RefusedError {
  readonly problems: readonly FieldProblem[];

  constructor(text: Text, findings: readonly Finding[], problems: readonly FieldProblem[]) {
    super(text, findings);
    this.name = "FieldsRefusedError";
    this.problems = problems;
  }
}

/**
 * One refusal for all wrong fields, so that nobody mends them one by one. Each is named by its place in
 * words, where there are any, and by its path.
 */
export function refuseFields(
  problems: readonly FieldProblem[],
  { name, code }: FileKind,
  placeInWords: (path: string) => Text | undefined = () => undefined,
): FieldsRefusedError {
  const messages = problems.map(({ path, message }): Text => {
    const place = placeInWords(path);
    if (place !== undefined)
      return fill({ de: "{0} ({1}): {2}", en: "{0} ({1}): {2}" }, place, path, message);
    if (path !== "") return { de: `${path}: ${message.de}`, en: `${path}: ${message.en}` };
    return { de: `${name.de}: ${message.de}`, en: `${capital(name.en)}: ${message.en}` };
  });
  return new FieldsRefusedError(
    joined(...messages),
    messages.map((message) => ({ severity: "error", code, message })),
    problems,
  );
}

/** What the issues of a schema say, each field once, in the words of the file's expectations. */
export function fieldProblems(
  issues: readonly v.BaseIssue<unknown>[],
  { expectations }: FileKind,
): readonly FieldProblem[] {
  const problems = issues.flatMap((issue) => leaves(issue, expectations));
  return [...new Map(problems.map((problem) => [problem.path, problem])).values()];
}

function parseJson(text: string, { name }: FileKind): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    const place = placeOf(error instanceof Error ? error.message : "", text);
    throw new RefusedError(
      fill(
        {
          de: "Die {0} ist kein gültiges JSON{1}. Bitte Klammern, Kommas und Anführungszeichen prüfen.",
          en: "The {0} is not valid JSON{1}. Please check brackets, commas and quotation marks.",
        },
        name,
        place,
      ),
    );
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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
function leaves(
  issue: v.BaseIssue<unknown>,
  expectations: FileKind["expectations"],
): FieldProblem[] {
  const here: FieldProblem = { path: pathText(issue), message: messageOf(issue, expectations) };
  if (issue.type !== "union" || issue.issues === undefined) return [here];
  const nested = issue.issues.filter((inner) => (inner.path?.length ?? 0) > 0);
  // Where one of several objects was meant, nobody knows which: the choice itself is the answer.
  const ambiguous = nested.some(({ type }) => type === "strict_object");
  if (nested.length === 0 || ambiguous) return [here];
  return nested.map((inner) => ({
    path: `${here.path}.${pathText(inner)}`,
    message: messageOf(inner, expectations),
  }));
}

function pathText(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((text, item) => {
    if (typeof item.key === "number") return `${text}[${item.key}]`;
    return text === "" ? String(item.key) : `${text}.${String(item.key)}`;
  }, "");
}

function messageOf(issue: v.BaseIssue<unknown>, expectations: FileKind["expectations"]): Text {
  if (issue.received === "undefined") {
    return { de: "fehlt; bitte ergänzen", en: "is missing; please add it" };
  }
  if (issue.type === "strict_object" && issue.expected === "never") {
    return {
      de: "dieses Feld gibt es hier nicht; bitte die Schreibweise prüfen",
      en: "there is no such field here; please check the spelling",
    };
  }
  const expected = expectation(issue, expectations);
  const found = shown(issue.input);
  return { de: `${expected.de}, nicht ${found}`, en: `${expected.en}, not ${found}` };
}

/** What was given, as it stands in the file; of a program's own object also what JSON cannot say. */
function shown(input: unknown): string {
  const text = typeof input === "number" ? String(input) : JSON.stringify(input);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function expectation(issue: v.BaseIssue<unknown>, expectations: FileKind["expectations"]): Text {
  const worded = Object.hasOwn(expectations, issue.message)
    ? expectations[issue.message]
    : undefined;
  if (worded !== undefined) return worded;
  if (issue.type === "strict_object" || issue.expected === "Object") return expectations.object;
  const choices = (issue.expected ?? "").replaceAll(/[()]/g, "").replaceAll(" | ", ", ");
  return { de: `eine der Angaben ${choices}`, en: `one of ${choices}` };
}
