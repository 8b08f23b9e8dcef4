import type { Finding } from "../finding";
import type { Language } from "../language";

/** Where the command line writes: results to standard output, everything else to standard error. */
export interface Console {
  out(text: string): void;
  message(text: string): void;
}

const SEVERITY_WORDS: Readonly<Record<Language, Readonly<Record<Finding["severity"], string>>>> = {
  de: { error: "Fehler", warning: "Hinweis", note: "Anmerkung" },
  en: { error: "Error", warning: "Warning", note: "Note" },
};

/** One finding on one line, with its cell first. */
export function findingLine({ severity, cell, message }: Finding, language: Language): string {
  const where = cell === undefined ? "" : ` ${cell}:`;
  return `${SEVERITY_WORDS[language][severity]}:${where} ${message[language]}`;
}

/** A finding as `--json` prints it. */
export function findingJson({ severity, code, cell, message }: Finding, language: Language) {
  return { severity, code, ...(cell === undefined ? {} : { cell }), message: message[language] };
}

/** An amount for people: `335.580,00 €` or `€335,580.00`. */
export function euros(amount: number, language: Language): string {
  return new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", {
    style: "currency",
    currency: "EUR",
  }).format(amount);
}
