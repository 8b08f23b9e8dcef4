import packageFile from "../../package.json";
import { RefusedError } from "../finding";
import type { Language } from "../language";
import type { CalendarDate } from "../law/calendar";
import {
  languageAsked,
  type OPTIONS,
  type OptionValues,
  parseArguments,
  usageError as usage,
} from "./arguments";
import { checkCommand } from "./check-command";
import { PRESETS } from "../model/presets";
import { EXIT } from "./exit";
import { interestCommand } from "./interest-command";
import type { Console } from "./messages";
import { presetsCommand } from "./presets-command";
import { readCommand } from "./read-command";
import { USAGE } from "./usage";
import { writeCommand } from "./write-command";

/** Options that each command understands; any other is a mistake worth saying. */
const ALLOWED: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  read: ["sheet", "year", "corrections", "json", "lang"],
  write: ["preset", "given", "model", "out", "year", "corrections", "sheet", "json", "lang"],
  check: ["json", "lang"],
  interest: ["vat", "year", "effective", "rate", "json", "lang"],
  presets: ["json", "lang"],
};

/** Runs `koop` with its arguments and gives the exit code. */
export async function koop(
  args: readonly string[],
  console: Console,
  today: CalendarDate,
): Promise<number> {
  let language = languageAsked(args);
  try {
    const { values, positionals } = parseArguments(args);
    language = languageOf(values.lang);
    if (values.version === true) {
      console.out(packageFile.version);
      return EXIT.done;
    }
    const [command, ...files] = positionals;
    if (values.help === true || command === undefined) {
      console.out(USAGE[language]);
      return values.help === true ? EXIT.done : EXIT.refused;
    }
    refuseForeignOptions(command, values);
    const json = values.json === true;
    const year = values.year === undefined ? undefined : yearOf(values.year);
    const chosen = {
      json,
      language,
      ...(year === undefined ? {} : { year }),
      ...(values.sheet === undefined ? {} : { sheets: values.sheet }),
      ...(values.corrections === undefined ? {} : { corrections: values.corrections }),
    };
    switch (command) {
      case "read":
        if (files.length === 0) throw usage("Es fehlt die Datei.", "The file is missing.");
        if (files.length > 1 && values.corrections !== undefined) {
          throw usage(
            "--corrections gehört zu einer Datei; bitte nur eine angeben.",
            "--corrections belongs to one file; please give only one.",
          );
        }
        return await readCommand({ ...chosen, files }, console);
      case "write": {
        const [file, ...more] = files;
        if (file === undefined) throw usage("Es fehlt die Datei.", "The file is missing.");
        if (more.length > 0) throw usage("write nimmt nur eine Datei.", "write takes one file.");
        if (values.out === undefined) {
          throw usage("Es fehlt -o mit der Ausgabedatei.", "-o with the output file is missing.");
        }
        if (values.model !== undefined && values.preset !== undefined) {
          throw usage(
            "Bitte --preset oder --model, nicht beides.",
            "--preset or --model, not both.",
          );
        }
        if (values.model !== undefined && values.given !== undefined) {
          throw usage(
            "--given gehört zu --preset, nicht zu --model.",
            "--given belongs to --preset, not to --model.",
          );
        }
        return await writeCommand(
          {
            ...chosen,
            file,
            out: values.out,
            presets: values.preset ?? [],
            given: Object.fromEntries((values.given ?? []).map(givenFigure)),
            ...(values.model === undefined ? {} : { model: values.model }),
            today,
            version: packageFile.version,
          },
          console,
        );
      }
      case "check":
        if (files.length === 0) throw usage("Es fehlt die Datei.", "The file is missing.");
        return await checkCommand({ files, json, language }, console);
      case "interest":
        refuseFiles(command, files);
        return interestCommand(
          {
            json,
            language,
            vat: amountOf(required(values.vat, "--vat")),
            year: year ?? yearOf(required(values.year, "--year")),
            effective: required(values.effective, "--effective"),
            rate: rateOf(values.rate),
          },
          console,
        );
      case "presets":
        refuseFiles(command, files);
        return presetsCommand({ json, language }, console);
      default:
        throw usage(`Den Befehl „${command}“ gibt es nicht.`, `There is no command “${command}”.`);
    }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    console.message(error.text[language]);
    return EXIT.refused;
  }
}

function refuseForeignOptions(command: string, values: OptionValues): void {
  const allowed = ALLOWED[command];
  if (allowed === undefined) return;
  const foreign = Object.keys(values).filter((name) => !allowed.some((option) => option === name));
  if (foreign.length === 0) return;
  const list = foreign.map((name) => `--${name}`).join(", ");
  throw usage(`${command} kennt ${list} nicht.`, `${command} does not know ${list}.`);
}

function refuseFiles(command: string, files: readonly string[]): void {
  const [first] = files;
  if (first === undefined) return;
  throw usage(
    `${command} nimmt keine Datei, auch nicht „${first}“.`,
    `${command} takes no file, nor “${first}”.`,
  );
}

function required(value: string | undefined, name: string): string {
  if (value !== undefined) return value;
  throw usage(`Es fehlt ${name}.`, `${name} is missing.`);
}

/** `--given workplaces=420` */
function givenFigure(text: string): readonly [string, number] {
  const [key = "", value = "", ...rest] = text.split("=");
  const number = Number(value);
  if (key !== "" && value.trim() !== "" && rest.length === 0 && Number.isFinite(number)) {
    const known = new Set(PRESETS.flatMap(({ missing }) => missing.map((figure) => figure.key)));
    if (known.has(key)) return [key, number];
    const list = [...known].join(", ");
    throw usage(
      `Nach „${key}“ fragt keine Vorlage. Angeben lassen sich: ${list}.`,
      `No preset asks for “${key}”. Figures that can be given: ${list}.`,
    );
  }
  throw usage(
    `--given erwartet SCHLÜSSEL=ZAHL wie workplaces=420, nicht „${text}“.`,
    `--given expects KEY=NUMBER such as workplaces=420, not “${text}”.`,
  );
}

function languageOf(text: string | undefined): Language {
  if (text === undefined || text === "de") return "de";
  if (text === "en") return "en";
  throw usage(`--lang ist de oder en, nicht „${text}“.`, `--lang is de or en, not “${text}”.`);
}

function yearOf(text: string): number {
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  throw usage(
    `--year erwartet ein Jahr wie 2027, nicht „${text}“.`,
    `--year expects a year such as 2027, not “${text}”.`,
  );
}

function amountOf(text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isFinite(number)) return number;
  throw usage(
    `--vat erwartet einen Betrag mit Dezimalpunkt wie 53580.00, nicht „${text}“.`,
    `--vat expects an amount such as 53580.00, not “${text}”.`,
  );
}

function rateOf(text: string | undefined): "statutory" | number {
  if (text === undefined || text === "statutory") return "statutory";
  const rate = Number(text);
  if (text.trim() !== "" && rate >= 0 && rate <= 1) return rate;
  throw usage(
    `--rate ist statutory oder ein Jahressatz wie 0.06, nicht „${text}“.`,
    `--rate is statutory or a yearly rate such as 0.06, not “${text}”.`,
  );
}
