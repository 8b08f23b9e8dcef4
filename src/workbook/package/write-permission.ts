import { RefusedError } from "../../finding";
import { fill } from "../../language";
import type { WorkbookPlan } from "../plan";
import type { OpenedPackage } from "./opened-package";

/**
 * Refuses every change of a workbook that is signed.
 * @throws RefusedError with what the user can do
 */
export function refuseSignedWorkbook({ archive }: Pick<OpenedPackage, "archive">): void {
  if (archive.names().some((name) => name.toLowerCase().startsWith("_xmlsignatures/"))) {
    throw new RefusedError({
      de: "Die Arbeitsmappe ist digital signiert; jede Änderung machte die Signatur ungültig. Bitte in Excel unter Datei > Informationen die Signaturen entfernen oder mit einer Kopie ohne Signatur arbeiten.",
      en: "The workbook is digitally signed; any change would make the signature invalid. Please remove the signatures in Excel under File > Info or work with a copy without a signature.",
    });
  }
}

/**
 * Refuses a change of the sheets of a workbook that is signed, shared or protected.
 * @throws RefusedError with what stands against it
 */
export function refuseLockedWorkbook(opened: OpenedPackage): void {
  refuseSignedWorkbook(opened);
  const names = opened.archive.names().map((name) => name.toLowerCase());
  if (names.some((name) => name.startsWith("xl/revisions/"))) {
    throw new RefusedError({
      de: "Die Arbeitsmappe ist in Excel zur gemeinsamen Bearbeitung freigegeben und führt ein Änderungsprotokoll; sie nimmt von außen keine Blätter an. Bitte in Excel unter Überprüfen die Freigabe aufheben und die Datei speichern.",
      en: "The workbook is shared in Excel and keeps a log of changes; it takes no sheets from outside. Please end sharing in Excel under Review and save the file.",
    });
  }
  if (opened.description.structureLocked) {
    throw new RefusedError({
      de: "Die Struktur der Arbeitsmappe ist geschützt; es dürfen keine Blätter hinzukommen oder wegfallen. Bitte in Excel unter Überprüfen > Arbeitsmappe schützen den Schutz aufheben und die Datei speichern.",
      en: "The structure of the workbook is protected; no sheets may be added or removed. Please take off the protection in Excel under Review > Protect Workbook and save the file.",
    });
  }
}

/**
 * Refuses a plan whose names this workbook cannot take.
 * @throws RefusedError with the name that is taken or not allowed
 */
export function refuseTakenNames(
  opened: OpenedPackage,
  plan: Pick<WorkbookPlan, "sheets" | "names">,
  removedNames: ReadonlySet<number>,
): void {
  const theirs = opened.sheets.filter(({ mark }) => mark === undefined);
  const taken = new Map(theirs.map(({ name }) => [name.toLowerCase(), name]));
  for (const { name } of plan.sheets) {
    const other = taken.get(name.toLowerCase());
    if (other !== undefined) {
      throw new RefusedError(
        fill(
          {
            de: "Die Arbeitsmappe hat schon ein Blatt „{0}“, das nicht vom Kooperationsrechner stammt. Es wird nicht überschrieben. Bitte das Blatt in Excel umbenennen und die Datei speichern.",
            en: "The workbook already has a sheet “{0}” that does not come from Kooperationsrechner. It is not overwritten. Please rename the sheet in Excel and save the file.",
          },
          other,
        ),
      );
    }
    // Names of the plan come from program and user alike; Excel repairs a file that breaks its rules.
    if (name === "" || name.length > 31 || /[[\]:*?/\\]|\p{Cc}|^'|'$/u.test(name)) {
      throw new RefusedError(
        fill(
          {
            de: "Ein Blatt kann nicht „{0}“ heißen: Excel erlaubt 1 bis 31 Zeichen, keines davon aus [ ] : * ? / \\ und kein Hochkomma am Rand. Bitte das Szenario umbenennen.",
            en: "A sheet cannot be called “{0}”: Excel allows 1 to 31 characters, none of [ ] : * ? / \\ and no apostrophe at either end. Please rename the scenario.",
          },
          name,
        ),
      );
    }
    taken.set(name.toLowerCase(), name);
  }
  refuseTakenDefinedNames(opened, plan, removedNames);
}

/** Two names alike make Excel repair the file. */
function refuseTakenDefinedNames(
  { description }: OpenedPackage,
  plan: Pick<WorkbookPlan, "names">,
  removedNames: ReadonlySet<number>,
): void {
  const ours = new Set(plan.names.map(({ name }) => name.toLowerCase()));
  const other = description.names.find(
    ({ name, localSheet }, index) =>
      localSheet === undefined && !removedNames.has(index) && ours.has(name.toLowerCase()),
  );
  if (other === undefined) return;
  throw new RefusedError(
    fill(
      {
        de: "In der Arbeitsmappe gibt es schon den Namen „{0}“ (für {1}), mit dem der Kooperationsrechner ein Blatt kennzeichnet. Bitte den Namen in Excel unter Formeln > Namens-Manager umbenennen oder löschen und die Datei speichern.",
        en: "The workbook already has the name “{0}” (for {1}), by which Kooperationsrechner marks a sheet. Please rename or delete it in Excel under Formulas > Name Manager and save the file.",
      },
      other.name,
      other.reference,
    ),
  );
}
