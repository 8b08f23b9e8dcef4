import type { FigureKind } from "../../../analysis/figure-trace";
import type { Text } from "../../../language";

export const TRACE = {
  backToResults: { de: "Zurück zum Ergebnis", en: "Back to the results" },
  back: { de: "Einen Schritt zurück", en: "One step back" },
  trail: { de: "Weg bis hierher", en: "The way here" },
  gone: {
    de: "Diese Zahl gibt es im geänderten Modell nicht mehr.",
    en: "This figure is no longer part of the changed model.",
  },
  scenario: { de: "Szenario: {0}", en: "Scenario: {0}" },
  source: { de: "Quelle: {0}", en: "source: {0}" },
  formula: { de: "So gerechnet", en: "How it is computed" },
  operands: { de: "Darin enthalten", en: "What goes into it" },
  zeros: { de: "{0} weitere mit dem Wert 0", en: "{0} more with the value 0" },
  others: {
    de: "{0} weitere Zellen, die nur verglichen werden",
    en: "{0} more cells that are only compared",
  },
  oneOther: {
    de: "1 weitere Zelle, die nur verglichen wird",
    en: "1 more cell that is only compared",
  },
  more: { de: "{0} weitere zeigen", en: "Show {0} more" },
  goOn: {
    de: "Weiter: Wie kommt diese Zahl zustande?",
    en: "Go on: how did this figure come about?",
  },
  showField: { de: "Zur Eingabe", en: "Go to the input" },
  showCell: { de: "Zelle zeigen", en: "Show the cell" },
  showBudget: { de: "Zelle im Haushalt zeigen", en: "Show the cell in the budget" },
} as const satisfies Readonly<Record<string, Text>>;

export const KINDS: Readonly<Record<FigureKind, Text>> = {
  input: { de: "Eingabe", en: "Input" },
  formula: { de: "gerechnet", en: "computed" },
  link: { de: "mit dem Haushalt verknüpft", en: "linked to the budget" },
  textAmount: { de: "aus dem Haushalt, dort als Text", en: "from the budget, a text there" },
  budget: { de: "Haushaltszelle", en: "budget cell" },
  text: { de: "Text", en: "text" },
  fixed: { de: "fester Wert", en: "fixed value" },
};
