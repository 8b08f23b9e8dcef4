import type { Finding } from "../finding";
import { fill, type Language } from "../language";
import type { ModelDocument } from "../model/document";
import { exampleInputs } from "../model/presets/example-inputs";

/** Which figures are still those of a preset, in one sentence; nothing where none is. */
export function exampleFindings(document: ModelDocument): readonly Finding[] {
  const examples = exampleInputs(document);
  if (examples.length === 0) return [];
  const names = (language: Language): string =>
    [...new Set(examples.map(({ label }) => label[language]))].join(", ");
  return [
    {
      severity: "warning",
      code: "preset-figures",
      message: fill(
        {
          de: "Noch Angaben der Vorlage, bitte ersetzen oder bestätigen: {0}.",
          en: "Still figures of the preset, please replace or confirm: {0}.",
        },
        { de: names("de"), en: names("en") },
      ),
    },
  ];
}
