import type { Text } from "../../language";

export const GRID = {
  sheets: { de: "Blätter", en: "Sheets" },
  hidden: { de: "{0} (ausgeblendet)", en: "{0} (hidden)" },
  hiddenSheets: { de: "Ausgeblendete Blätter ({0})", en: "Hidden sheets ({0})" },
  cellOf: { de: "Zelle", en: "Cell" },
  nameBox: { de: "Adresse der Zelle, zum Hinspringen", en: "Cell address, to jump to" },
  content: { de: "Formel oder Wert", en: "Formula or value" },
  noSuchCell: {
    de: "„{0}“ ist keine Zelladresse dieses Blatts. Erwartet wird eine Angabe wie B12.",
    en: "“{0}” is no cell address of this sheet. Expected is something like B12.",
  },
  table: { de: "Blatt {0}", en: "Sheet {0}" },
  empty: { de: "leer", en: "empty" },
  input: { de: "Eingabe", en: "Input" },
  source: { de: "Quelle: {0}", en: "Source: {0}" },
  calculated: { de: "Berechnet", en: "Calculated" },
  editHint: {
    de: "Zum Ändern tippen oder F2",
    en: "Type or press F2 to change",
  },
  inPane: { de: "Im Aufgabenbereich zeigen", en: "Show in the pane" },
  toField: { de: "Zum Eingabefeld", en: "Go to the field" },
  toAssignment: { de: "Zuordnung: {0}", en: "Assignment: {0}" },
  follow: { de: "Verweis folgen: {0}", en: "Follow the link: {0}" },
  readOnlyFormula: {
    de: "Hier steht eine Formel. Änderbar sind die gelben Eingabezellen auf „KR Annahmen“ und „KR Zuordnung“.",
    en: "This is a formula. Yellow input cells on “KR Annahmen” and “KR Zuordnung” can be changed.",
  },
  readOnlyOurs: {
    de: "Dieser Text wird beim Schreiben erzeugt. Änderbar sind die gelben Eingabezellen auf „KR Annahmen“ und „KR Zuordnung“.",
    en: "This text is made when the sheets are written. Yellow input cells on “KR Annahmen” and “KR Zuordnung” can be changed.",
  },
  readOnlyTheirs: {
    de: "Ihre eigenen Blätter bleiben, wie sie sind. Zum Ändern bitte die Datei in Excel bearbeiten und neu öffnen.",
    en: "Your own sheets stay as they are. To change them, please edit the file in Excel and open it again.",
  },
  notANumber: {
    de: "„{0}“ ist keine Zahl, mit der gerechnet werden kann, zum Beispiel 1.234,5.",
    en: "“{0}” is no number that can be computed with, for example 1,234.5.",
  },
  notADate: {
    de: "„{0}“ ist kein Datum, zum Beispiel 01.01.2027.",
    en: "“{0}” is no date, for example 01/01/2027.",
  },
  notInList: {
    de: "„{0}“ steht nicht in der Liste. Möglich: {1}.",
    en: "“{0}” is not in the list. Possible: {1}.",
  },
  notEmpty: { de: "Diese Zelle darf nicht leer sein.", en: "This cell must not be empty." },
  otherUnit: {
    de: "„{0}“ hat eine andere Einheit als diese Zelle.",
    en: "“{0}” has another unit than this cell.",
  },
  taken: { de: "{0}: {1} übernommen.", en: "{0}: {1} taken." },
  chartNotDrawn: {
    de: "Diese Art Diagramm wird hier nicht gezeichnet; in der Datei bleibt sie erhalten.",
    en: "This kind of chart is not drawn here; it stays in the file.",
  },
} as const satisfies Readonly<Record<string, Text>>;
