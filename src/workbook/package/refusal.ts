import { RefusedError } from "../../finding";
import { fill } from "../../language";

/** What a user can do about a file that Excel itself can still open. */
const SAVE_AGAIN = {
  de: "Bitte die Datei in Excel öffnen, als Excel-Arbeitsmappe (.xlsx) neu speichern und noch einmal einlesen.",
  en: "Please open the file in Excel, save it again as an Excel workbook (.xlsx) and read it once more.",
};

/** A refusal whose way out is to save the file anew. */
function saveAgain(de: string, en: string): RefusedError {
  return new RefusedError({ de: `${de} ${SAVE_AGAIN.de}`, en: `${en} ${SAVE_AGAIN.en}` });
}

/** The file or one of its parts does not follow its own format: truncated, altered or written wrongly. */
export function damaged(de: string, en: string): RefusedError {
  return saveAgain(
    `Die Datei ist beschädigt oder unvollständig: ${de}.`,
    `The file is damaged or incomplete: ${en}.`,
  );
}

/** A part breaks the rules of XML. */
export function damagedPart(part: string, de: string, en: string): RefusedError {
  return damaged(`im Teil „${part}“ ${de}`, `in part “${part}” ${en}`);
}

/** A part carries a document type, which Office never writes and which can define expanding entities. */
export function documentType(part: string): RefusedError {
  return saveAgain(
    `Der Teil „${part}“ der Datei enthält eine Dokumenttyp-Definition (DTD). Solche Dateien werden aus Sicherheitsgründen nicht gelesen.`,
    `Part “${part}” of the file contains a document type definition (DTD). Such files are not read, for safety.`,
  );
}

/** Inflating would take more memory than a budget workbook ever needs. */
export function tooLarge(part: string, limit: number): RefusedError {
  const megabytes = Math.round(limit / 1_000_000);
  return new RefusedError(
    fill(
      {
        de: "Der Teil „{0}“ ist entpackt größer als {1} MB. So große Dateien werden nicht gelesen. Bitte nur die benötigten Blätter in eine neue Arbeitsmappe kopieren und diese einlesen.",
        en: "Part “{0}” is larger than {1} MB when unpacked. Files of that size are not read. Please copy the sheets you need to a new workbook and read that one.",
      },
      part,
      megabytes,
    ),
  );
}

/** An OLE container with an encrypted package: the workbook has a password to open. */
export function passwordProtected(): RefusedError {
  return new RefusedError({
    de: "Die Datei ist mit einem Kennwort verschlüsselt und kann nicht gelesen werden. Bitte in Excel öffnen, unter Datei > Informationen > Arbeitsmappe schützen das Kennwort zum Öffnen entfernen, als Excel-Arbeitsmappe (.xlsx) speichern und noch einmal einlesen.",
    en: "The file is encrypted with a password and cannot be read. Please open it in Excel, remove the password under File > Info > Protect Workbook, save it as an Excel workbook (.xlsx) and read it once more.",
  });
}

/** A binary workbook of Excel 97 to 2003 or older. */
export function oldExcelFile(): RefusedError {
  return saveAgain(
    "Die Datei hat das alte Excel-Format (.xls), das hier nicht gelesen wird.",
    "The file has the old Excel format (.xls), which is not read here.",
  );
}

/** Any other format, named in words that follow “Die Datei ist”. */
export function notAWorkbook(de: string, en: string): RefusedError {
  return saveAgain(`Die Datei ist ${de}.`, `The file is ${en}.`);
}

/** Strict Open XML uses other namespaces and ISO dates throughout. */
export function strictFormat(): RefusedError {
  return new RefusedError({
    de: "Die Datei ist als „Strict Open XML-Arbeitsmappe“ gespeichert, die hier nicht gelesen wird. Bitte in Excel mit „Speichern unter“ den Dateityp „Excel-Arbeitsmappe (.xlsx)“ ohne den Zusatz „Strict“ wählen und noch einmal einlesen.",
    en: "The file is saved as a “Strict Open XML Workbook”, which is not read here. Please use “Save As” in Excel, choose the type “Excel Workbook (.xlsx)” without “Strict” and read it once more.",
  });
}
