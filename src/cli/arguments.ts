import { parseArgs, type ParseArgsConfig } from "node:util";
import { RefusedError } from "../finding";
import type { Language } from "../language";
import { USAGE } from "./usage";

/** Every option of every command. */
export const OPTIONS = {
  sheet: { type: "string", multiple: true },
  year: { type: "string" },
  corrections: { type: "string" },
  preset: { type: "string", multiple: true },
  given: { type: "string", multiple: true },
  model: { type: "string" },
  out: { type: "string", short: "o" },
  lang: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  vat: { type: "string" },
  effective: { type: "string" },
  rate: { type: "string" },
} as const satisfies ParseArgsConfig["options"];

/** A mistake in the command line, with what could have been asked. */
export function usageError(de: string, en: string): RefusedError {
  return new RefusedError({ de: `${de}\n\n${USAGE.de}`, en: `${en}\n\n${USAGE.en}` });
}

/** The language asked for, as far as it can be told before the arguments are understood. */
export function languageAsked(args: readonly string[]): Language {
  const position = args.indexOf("--lang");
  return args.includes("--lang=en") || (position >= 0 && args[position + 1] === "en") ? "en" : "de";
}

/**
 * Options and other words of a command line.
 * @throws RefusedError for an option that does not exist, lacks its value or takes none
 */
export function parseArguments(args: readonly string[]) {
  refuseWrongOptions(args);
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

export type OptionValues = ReturnType<typeof parseArguments>["values"];

/** Node words such mistakes in English only, so they are looked for before it does. */
function refuseWrongOptions(args: readonly string[]): void {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName, value, inlineValue } = token;
    const known = Object.entries(OPTIONS).find(([name]) => name === token.name);
    if (known === undefined) {
      throw usageError(`Die Option ${rawName} gibt es nicht.`, `There is no option ${rawName}.`);
    }
    const [, { type }] = known;
    if (type === "boolean" && value !== undefined) {
      throw usageError(`${rawName} nimmt keinen Wert.`, `${rawName} takes no value.`);
    }
    if (type === "boolean") continue;
    if (value === undefined || (!inlineValue && value.startsWith("-"))) {
      throw usageError(
        `Hinter ${rawName} fehlt der Wert. Einen Wert mit einem Strich am Anfang bitte mit Gleichheitszeichen angeben: --${token.name}=…`,
        `The value of ${rawName} is missing. Please give a value that begins with a dash with an equals sign: --${token.name}=…`,
      );
    }
  }
}
