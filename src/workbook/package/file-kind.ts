import { notAWorkbook, oldExcelFile, passwordProtected } from "./refusal";

/**
 * Refuses files that are no ZIP archive, in words that name what they are.
 * Encrypted workbooks and `.xls` share the OLE container and differ in the streams it names.
 */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return;
  if (bytes.length === 0) throw notAWorkbook("leer", "empty");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    throw containsWide(bytes, "EncryptedPackage") ? passwordProtected() : oldExcelFile();
  }
  // BIFF 2 to 4: a bare stream that begins with its BOF record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) throw oldExcelFile();
  const head = new TextDecoder().decode(bytes.subarray(0, 4096));
  if (/^\s*(<\?xml|<!doctype|<html|<table|<workbook)/i.test(head.replace("\ufeff", ""))) {
    throw notAWorkbook(
      "eine Webseite oder XML-Datei und keine Excel-Arbeitsmappe, auch wenn ihr Name so endet",
      "a web page or XML file and no Excel workbook, even if its name says so",
    );
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) {
    throw notAWorkbook("ein PDF und keine Excel-Arbeitsmappe", "a PDF and no Excel workbook");
  }
  throw notAWorkbook("keine Excel-Arbeitsmappe", "no Excel workbook");
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** The bytes contain this ASCII word in UTF-16, as stream names of an OLE container are written. */
function containsWide(bytes: Uint8Array, word: string): boolean {
  const wide = Array.from(word).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const first = wide[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
