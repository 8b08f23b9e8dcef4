import { speaksOfIt } from "../../src/model/presets/words";

describe("speaksOfIt", () => {
  it.each([
    "Datenverarbeitung",
    "Datenverarbeitungsanlagen",
    "Sachkosten Datenver-\narbeitung",
    "Zentrale Informationstechnik",
    "Informations- und Kommunikationstechnik",
    "Technikunterstützte Informationsverarbeitung",
    "EDV-Kosten",
    "Miete EDV-Leitungen",
    "Umlage KRZN",
    "Rechenzentrum",
    "Kommunales Rechenzentrum Niederrhein",
    "Fachsoftware",
    "Softwarepflege u. -updates",
    "Schul-IT",
    "IT-Dienstleistungen",
    "Zentrale IT",
    "DV-Software und sonstige",
    "Kosten der DV-Anlage",
    "IuK-Technik",
  ])("takes %j", (label) => {
    expect(speaksOfIt(label)).toBe(true);
  });

  it.each([
    "Redvin",
    "Mitgliedsbeiträge",
    "Mit IKT",
    "Daten",
    "DV zum Landesgesetz",
    "it",
    "Bürgerzentrum",
    "Advent",
    "Kommunikation",
    "Landesdvgesetz",
    "",
  ])("leaves %j", (label) => {
    expect(speaksOfIt(label)).toBe(false);
  });
});
