import type { LineRole } from "../../../model/line-roles";
import type { Text } from "../../../language";

/** What the roles mean, for someone who meets them for the first time. */
export const ROLE_MEANINGS: Readonly<Record<LineRole["role"], Text>> = {
  stays: {
    de: "Aufwand oder Ertrag der eigenen IT, der auch mit der Kooperation weiterläuft.",
    en: "Expense or revenue of the own IT that goes on with the cooperation too.",
  },
  ends: {
    de: "Läuft weiter bis zu einem letzten bezahlten Monat, etwa bis die Software abgelöst ist.",
    en: "Goes on until a last month paid, for instance until the software is replaced.",
  },
  budgeted: {
    de: "Ist schon für die Kooperation veranschlagt; die Szenarien werden daran gemessen.",
    en: "Is already budgeted for the cooperation; the scenarios are measured against it.",
  },
  unaffected: {
    de: "Hat mit der IT nichts zu tun und kommt im Modell nicht vor.",
    en: "Has nothing to do with the IT and does not occur in the model.",
  },
};

export const ASSIGNMENT = {
  noBudget: {
    de: "Noch ist kein Haushalt gelesen, also gibt es keine Zeilen zuzuordnen.",
    en: "No budget has been read yet, so there are no lines to assign.",
  },
  toBudget: { de: "Zum Haushalt", en: "Go to the budget" },
  noModel: {
    de: "Was mit einer Haushaltszeile geschieht, gehört zu einem Vergleich von Szenarien; den gibt es noch nicht.",
    en: "What happens to a budget line belongs to a comparison of scenarios; there is none yet.",
  },
  begin: { de: "Mit dem Standardvergleich beginnen", en: "Begin with the standard comparison" },
  beginWhat: {
    de: "Legt die üblichen Formen der Zusammenarbeit neben der Fortführung in eigener Regie an und ordnet die erkennbaren Zeilen der Informationstechnik zu. Beides lässt sich ändern und rückgängig machen.",
    en: "Sets up the usual forms of cooperation beside continuing in house and assigns the lines of information technology that can be recognised. Both can be changed and undone.",
  },
  beginThen: {
    de: "Ohne Vergleich beginnt die erste Zuordnung zugleich den Standardvergleich.",
    en: "Without a comparison, the first assignment begins the standard comparison as well.",
  },

  scope: { de: "Gilt für", en: "Applies to" },
  scopeAll: { de: "alle Szenarien", en: "all scenarios" },
  scopeOne: { de: "nur: {0}", en: "only: {0}" },
  scopeHow: {
    de: "Die Regeln eines Szenarios gehen den gemeinsamen vor.",
    en: "The rules of a scenario come before the common ones.",
  },

  sums: {
    de: "Summen je Rolle in €, Aufwand abzüglich Ertrag",
    en: "Sums by role in €, expense less revenue",
  },
  role: { de: "Rolle", en: "Role" },
  lines: { de: "Zeilen", en: "Lines" },
  roles: { de: "Was bedeuten die Rollen?", en: "What do the roles mean?" },

  tabs: { de: "Zuordnung", en: "Assignment" },
  tabLines: { de: "Zeilen ({0})", en: "Lines ({0})" },
  tabSuggestions: { de: "Vorschläge ({0})", en: "Suggestions ({0})" },
  tabRules: { de: "Regeln ({0})", en: "Rules ({0})" },

  search: { de: "Suchen in Produkt, Konto, Bezeichnung", en: "Search product, account, label" },
  filter: { de: "Eingrenzen", en: "Narrow down" },
  filterActive: { de: "Eingrenzen ({0} aktiv)", en: "Narrow down ({0} active)" },
  all: { de: "alle", en: "all" },
  direction: { de: "Richtung", en: "Direction" },
  product: { de: "Produkt", en: "Product" },
  group: { de: "Kontengruppe", en: "Account group" },
  sheet: { de: "Blatt", en: "Sheet" },
  year: { de: "Beträge für", en: "Amounts for" },
  choice: { de: "{0} ({1})", en: "{0} ({1})" },
  clear: { de: "Suche und Filter leeren", en: "Clear search and filters" },
  found: { de: "{0} von {1} Zeilen", en: "{0} of {1} lines" },
  foundOfOne: { de: "{0} von 1 Zeile", en: "{0} of 1 line" },
  nothing: {
    de: "Keine Zeile passt zu Suche und Filtern.",
    en: "No line fits search and filters.",
  },
  list: { de: "Haushaltszeilen", en: "Budget lines" },
  listHow: {
    de: "Leertaste wählt aus, Umschalt mit Pfeiltaste mehrere, Strg+A alle; Eingabetaste zeigt die Zeile in der Arbeitsmappe.",
    en: "Space selects, Shift with an arrow key several, Ctrl+A all; Enter shows the line in the workbook.",
  },
  selectAll: { de: "Alle {0} auswählen", en: "Select all {0}" },
  selectNone: { de: "Auswahl aufheben", en: "Clear selection" },
  selected: { de: "{0} ausgewählt: {1} im Jahr {2}", en: "{0} selected: {1} in {2}" },
  noneSelected: {
    de: "Nichts ausgewählt. Bitte Zeilen anklicken oder mit der Leertaste wählen.",
    en: "Nothing selected. Please click on lines or choose them with the space bar.",
  },
  hiddenSelected: {
    de: "{0} davon sind gerade nicht in der Liste",
    en: "{0} of them are not in the list now",
  },
  hiddenSelectedOne: {
    de: "1 davon ist gerade nicht in der Liste",
    en: "1 of them is not in the list now",
  },
  give: { de: "Rolle geben", en: "Give a role" },
  endsWhen: { de: "entfällt …", en: "ends …" },
  until: { de: "Letzter bezahlter Monat", en: "Last month paid" },
  returns: { de: "kehrt nach der Kooperation zurück", en: "comes back after the cooperation" },
  ends: { de: "Entfällt ab dann", en: "Ends then" },
  cancel: { de: "Abbrechen", en: "Cancel" },
  monthMissing: {
    de: "Bitte den letzten bezahlten Monat angeben, etwa 06/2026.",
    en: "Please give the last month paid, such as 06/2026.",
  },

  endsAfter: { de: "{0} nach {1}", en: "{0} after {1}" },
  comesBack: { de: "{0}, kehrt zurück", en: "{0}, comes back" },
  replacedBy: { de: "{0} (durch abgenommene Software)", en: "{0} (by software taken up)" },
  differsInOne: { de: "{0} (in 1 Szenario anders)", en: "{0} (differs in 1 scenario)" },
  differs: { de: "{0} (in {1} Szenarien anders)", en: "{0} (differs in {1} scenarios)" },
  internal: { de: "interne Leistung, bleibt außer Ansatz", en: "internal charge, left out" },
  noDirection: {
    de: "weder Ertrag noch Aufwand erkennbar, zählt nicht",
    en: "neither revenue nor expense, does not count",
  },

  done: { de: "{0} Zeilen haben jetzt die Rolle „{1}“.", en: "{0} lines now have the role “{1}”." },
  doneOne: { de: "1 Zeile hat jetzt die Rolle „{1}“.", en: "1 line now has the role “{1}”." },
  heldNumbers: {
    de: "„{0}“ hat keine Nummer für sich: Eine Regel nähme auch {1} mit. Die Rolle ist unverändert.",
    en: "“{0}” has no number of its own: a rule would take {1} along. Its role is unchanged.",
  },
  heldWithout: {
    de: "„{0}“ hat weder Produkt noch Konto, eine Regel kann die Zeile nicht treffen. Bitte im Haushalt eine Nummer ergänzen.",
    en: "“{0}” has neither product nor account, so no rule can reach it. Please add a number in the budget.",
  },
  heldMore: { de: "{0} weitere Zeilen ebenso.", en: "{0} more lines likewise." },
  heldOneMore: { de: "1 weitere Zeile ebenso.", en: "1 more line likewise." },
  moreOthers: { de: "{0} und {1} weitere", en: "{0} and {1} more" },
  selectOthers: {
    de: "Diese Zeilen zusammen auswählen ({0})",
    en: "Select these lines together ({0})",
  },

  rulesHow: {
    de: "Für jede Zeile gilt die erste Regel, die auf sie passt. Ohne Konto nimmt eine Regel das ganze Produkt; * steht am Ende für beliebige weitere Ziffern.",
    en: "For each line the first rule that fits it holds. Without an account a rule takes the whole product; * at the end stands for any further digits.",
  },
  noRules: {
    de: "Noch keine Regel. Sie entstehen, wenn Sie Zeilen eine Rolle geben oder einen Vorschlag übernehmen.",
    en: "No rule yet. Rules come about when you give lines a role or accept a suggestion.",
  },
  ruleProduct: { de: "Produkt {0}", en: "Product {0}" },
  ruleAccount: { de: "Konto {0}", en: "Account {0}" },
  ruleWhole: { de: "Produkt {0}, alle Konten", en: "Product {0}, all accounts" },
  account: { de: "Konto", en: "Account" },
  ruleAllProducts: { de: "Konto {0} aller Produkte", en: "Account {0} of all products" },
  ruleTakesOne: { de: "1 Zeile, {1} im Jahr {2}", en: "1 line, {1} in {2}" },
  ruleTakes: { de: "{0} Zeilen, {1} im Jahr {2}", en: "{0} lines, {1} in {2}" },
  ruleTakesNone: {
    de: "nimmt in diesem Haushalt nichts",
    en: "takes in nothing in this budget",
  },
  ruleShadowed: {
    de: "{0} passende Zeilen nimmt schon eine Regel darüber",
    en: "{0} fitting lines are taken by a rule above",
  },
  ruleShadowedOne: {
    de: "1 passende Zeile nimmt schon eine Regel darüber",
    en: "1 fitting line is taken by a rule above",
  },
  commonRules: { de: "Gemeinsame Regeln, gelten danach", en: "Common rules, asked afterwards" },
  addRule: { de: "Regel hinzufügen", en: "Add a rule" },
  up: { de: "Nach oben: {0}", en: "Move up: {0}" },
  down: { de: "Nach unten: {0}", en: "Move down: {0}" },
  edit: { de: "Bearbeiten", en: "Edit" },
  editRule: { de: "Bearbeiten: {0}", en: "Edit: {0}" },
  remove: { de: "Löschen", en: "Delete" },
  removeRule: { de: "Löschen: {0}", en: "Delete: {0}" },
  removed: { de: "Regel gelöscht: {0}", en: "Rule deleted: {0}" },
  rulePattern: {
    de: "Nummer, * am Ende für beliebige weitere",
    en: "number, * at the end for any rest",
  },
  wouldTakeOne: { de: "Nimmt 1 Zeile, {1} im Jahr {2}.", en: "Takes 1 line, {1} in {2}." },
  wouldTake: { de: "Nimmt {0} Zeilen, {1} im Jahr {2}.", en: "Takes {0} lines, {1} in {2}." },
  needsCode: {
    de: "Bitte ein Produkt oder ein Konto angeben.",
    en: "Please give a product or an account.",
  },
  wrongCode: {
    de: "Das Zeichen * darf nur am Ende stehen, höchstens 60 Zeichen.",
    en: "The sign * may stand at the end only, at most 60 characters.",
  },
  save: { de: "Übernehmen", en: "Apply" },

  suggestHow: {
    de: "Zeilen, die nach Bezeichnung oder Konto zur Informationstechnik gehören könnten und noch keine Rolle haben.",
    en: "Lines that by name or account may belong to information technology and have no role yet.",
  },
  suggestNothing: {
    de: "Keine Vorschläge: In diesem Haushalt klingt keine Zeile nach Informationstechnik. Bitte unter „Zeilen“ selbst auswählen, oder eine Arbeitsmappe öffnen, in der der Haushalt nach Produkten steht.",
    en: "No suggestions: no line of this budget sounds like information technology. Please choose them yourself under “Lines”, or open a workbook that holds the budget by product.",
  },
  suggestNone: {
    de: "Keine Vorschläge: Alle Zeilen, die nach Informationstechnik klingen, haben eine Rolle.",
    en: "No suggestions: all lines that sound like information technology have a role.",
  },
  suggestRole: { de: "Vorschlag: {0}", en: "Suggestion: {0}" },
  accept: { de: "Alle {0} übernehmen", en: "Accept all {0}" },
  acceptAll: {
    de: "Alle sicheren Vorschläge übernehmen ({0} Zeilen)",
    en: "Accept all safe suggestions ({0} lines)",
  },
  acceptLine: { de: "Übernehmen: {0}", en: "Accept: {0}" },
  acceptOne: { de: "Übernehmen", en: "Accept" },
  checkOnly: { de: "Bitte einzeln prüfen.", en: "Please check one by one." },
  moreRules: { de: "{0} weitere Regeln zeigen", en: "Show {0} more rules" },
  oneMoreRule: { de: "1 weitere Regel zeigen", en: "Show 1 more rule" },
  moreLines: { de: "{0} weitere zeigen", en: "Show {0} more" },
} as const satisfies Readonly<Record<string, Text>>;
