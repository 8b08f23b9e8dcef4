import type { Language } from "../language";
import { PRESETS } from "../model/presets";
import { EXIT } from "./exit";
import type { Console } from "./messages";

/** `koop presets`: the ready-made scenarios. */
export function presetsCommand(
  { json, language }: { readonly json: boolean; readonly language: Language },
  console: Console,
): number {
  if (json) {
    console.out(
      JSON.stringify(
        PRESETS.map(({ id, title, description, source, missing }) => ({
          id,
          title: title[language],
          description: description[language],
          source,
          missing: missing.map(({ key, label, unit }) => ({ key, label: label[language], unit })),
        })),
        null,
        2,
      ),
    );
    return EXIT.done;
  }
  for (const { id, title, description, source, missing } of PRESETS) {
    console.out(`${id}\n  ${title[language]}\n  ${description[language]} (${source})`);
    for (const { key, label } of missing) console.out(`  --given ${key}=…  ${label[language]}`);
  }
  return EXIT.done;
}
