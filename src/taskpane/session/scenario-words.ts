import type { Text } from "../../language";

/** What changes of scenarios are called, for undo, and what is said of them. */
export const SCENARIO_STEPS = {
  changed: { de: "Eingabe: {0}", en: "Input: {0}" },
  addedPresets: { de: "Szenario aus Vorlage", en: "Scenario from a preset" },
  added: { de: "Ergänzt: {0}", en: "Added: {0}" },
  noCell: {
    de: "Diese Eingabe steht noch in keiner Zelle. Bitte die Blätter unter „Ausgabe“ neu schreiben.",
    en: "This input stands in no cell yet. Please write the sheets anew under “Output”.",
  },
  confirmed: { de: "Bestätigt: {0}", en: "Confirmed: {0}" },
  addedEmpty: { de: "Neues Szenario", en: "New scenario" },
  copied: { de: "Szenario „{0}“ verdoppelt", en: "Scenario “{0}” duplicated" },
  copyOfStatusQuo: {
    de: "{0}. Die Kopie zählt als Kooperation: Haushaltszeilen mit der Rolle „entfällt“ enden in ihr.",
    en: "{0}. The copy counts as a cooperation: budget lines with the role “ends” end in it.",
  },
  removed: { de: "Szenario „{0}“ gelöscht", en: "Scenario “{0}” deleted" },
  movedScenario: { de: "Szenario „{0}“ verschoben", en: "Scenario “{0}” moved" },
  reference: { de: "Referenz: {0}", en: "Reference: {0}" },
  request: { de: "Haushaltsanmeldung aus: {0}", en: "Budget request from: {0}" },
  addedBlock: { de: "Baustein „{0}“ ergänzt", en: "Block “{0}” added" },
  removedBlock: { de: "Baustein „{0}“ gelöscht", en: "Block “{0}” deleted" },
  removedBlocks: {
    de: "Baustein „{0}“ in {1} Szenarien gelöscht",
    en: "Block “{0}” deleted in {1} scenarios",
  },
  movedBlock: { de: "Baustein „{0}“ verschoben", en: "Block “{0}” moved" },
  copiedBlock: { de: "Baustein „{0}“ verdoppelt", en: "Block “{0}” duplicated" },
  spreadBlock: {
    de: "Baustein „{0}“ in {1} weiteren Szenarien ergänzt",
    en: "Block “{0}” added to {1} more scenarios",
  },
  spreadBlockOne: {
    de: "Baustein „{0}“ in einem weiteren Szenario ergänzt",
    en: "Block “{0}” added to 1 more scenario",
  },
  nameOfCopy: { de: "{0} (Kopie)", en: "{0} (copy)" },
  nameOfNew: { de: "Neues Szenario", en: "New scenario" },
  statusQuo: { de: "Fortführung ohne Kooperation", en: "Continuation without cooperation" },
  full: {
    de: "Ein Modell hat höchstens {0} Szenarien. Bitte zuerst eines löschen.",
    en: "A model has at most {0} scenarios. Please delete one first.",
  },
} as const satisfies Readonly<Record<string, Text>>;
