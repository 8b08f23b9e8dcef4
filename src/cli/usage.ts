import type { Text } from "../language";

/** What `koop` can be asked. */
export const USAGE: Text = {
  de: `koop: Kosten einer IT-Kooperation im Haushalt, ohne Excel

  koop read DATEI … [--sheet BLATT] [--year JJJJ] [--corrections KORREKTUREN.json] [--json]
      Was steht im Haushalt: Blätter, Jahre, Summen, Befunde je Zelle.
  koop write DATEI [--preset NAME … | --model MODELL.json] -o AUSGABE.xlsx
             [--given SCHLÜSSEL=ZAHL …] [--sheet BLATT] [--year JJJJ]
             [--corrections KORREKTUREN.json] [--json]
      Schreibt die Szenarien als Formeln in eine Kopie der Arbeitsmappe.
  koop check DATEI … [--json]
      Prüft eine geschriebene Arbeitsmappe: Prüfungen, geänderte Eingaben, Fehlerzellen.
  koop interest --vat EUR --year JJJJ --effective JJJJ-MM-TT [--rate statutory|0.06]
      Nachzahlungszinsen nach § 233a AO.
  koop presets
      Die fertigen Szenarien mit ihren Quellen.

  --json  ein JSON-Dokument    --lang de|en  Sprache    --help  diese Hilfe

Rückgabewert 0: fertig. 1: fertig, aber eine Rückfrage oder Prüfung ist offen. 2: nicht möglich, nichts geschrieben.`,
  en: `koop: costs of an IT cooperation in the budget, without Excel

  koop read FILE … [--sheet NAME] [--year YYYY] [--corrections CORRECTIONS.json] [--json]
      What the budget holds: sheets, years, totals, findings by cell.
  koop write FILE [--preset NAME … | --model MODEL.json] -o OUT.xlsx
             [--given KEY=NUMBER …] [--sheet NAME] [--year YYYY]
             [--corrections CORRECTIONS.json] [--json]
      Writes the scenarios as formulas into a copy of the workbook.
  koop check FILE … [--json]
      Checks a written workbook: checks, changed inputs, cells with errors.
  koop interest --vat EUR --year YYYY --effective YYYY-MM-DD [--rate statutory|0.06]
      Interest on back tax under § 233a AO.
  koop presets
      The ready-made scenarios with their sources.

  --json  one JSON document    --lang de|en  language    --help  this help

Exit code 0: done. 1: done, but a question or a check is open. 2: could not be done, nothing written.`,
};
