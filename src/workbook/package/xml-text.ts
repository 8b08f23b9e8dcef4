import { damagedPart, notAWorkbook } from "./refusal";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const DECODER = new TextDecoder();

/** Text of UTF-8 bytes of an XML part, its entities and line ends resolved. */
export function decodeText(bytes: Uint8Array, start: number, end: number, part: string): string {
  let plain = end - start < 48;
  for (let at = start; plain && at < end; at++) {
    const byte = bytes[at] as number;
    plain = byte < 0x80 && byte !== 0x26 && byte !== 0x0d;
  }
  if (plain) {
    let text = "";
    for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number);
    return text;
  }
  let text = DECODER.decode(bytes.subarray(start, end));
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  return text.includes("&") ? resolveEntities(text, part) : text;
}

function resolveEntities(text: string, part: string): string {
  return text.replace(/&([^;&]{0,32};)?/g, (_whole, entity: string | undefined) => {
    const name = entity?.slice(0, -1) ?? "";
    const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
    const code = digits ? parseInt(digits[1] ?? digits[2] ?? "", digits[1] ? 16 : 10) : -1;
    const resolved = digits
      ? code > 0 && code <= 0x10ffff
        ? String.fromCodePoint(code)
        : undefined
      : NAMED[name];
    if (resolved === undefined) {
      throw damagedPart(
        part,
        `steht das unbekannte Zeichen „&${name}“`,
        `stands the unknown character “&${name}”`,
      );
    }
    return resolved;
  });
}

/** Undoes Excel's own escape of characters that XML cannot hold: `_x000D_` (ECMA-376, ST_Xstring). */
export function unescapeExcel(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
}

/** Control characters and non-characters; {@link isForbidden} knows which of them XML 1.0 cannot hold. */
const SUSPECT = /\p{Cc}|[\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;

function isForbidden(character: string): boolean {
  const code = character.charCodeAt(0);
  return code > 0xff || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d);
}

/** Text as Excel stores it in a cell or an attribute: characters that XML cannot hold as `_xHHHH_`. */
export function escapeExcel(text: string): string {
  const guarded = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  const escaped = guarded.replace(SUSPECT, (character) =>
    isForbidden(character) || character === "\r" ? hexadecimal(character) : character,
  );
  return escapeXml(escaped);
}

function hexadecimal(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** Text for an XML text or attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(SUSPECT, (character) => (isForbidden(character) ? "" : character))
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A part as UTF-8 without byte order mark. UTF-16 is converted, as the packaging standard allows it.
 * @throws RefusedError for any other encoding
 */
export function asUtf8(bytes: Uint8Array, part: string): Uint8Array {
  const wide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)
      ? "utf-16le"
      : (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)
        ? "utf-16be"
        : undefined;
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(bytes);
    return new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, ""));
  }
  const head = DECODER.decode(bytes.subarray(0, 200));
  const declared = /^\ufeff?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
  if (declared !== undefined && !/^(utf-?8|us-ascii)$/i.test(declared)) {
    throw notAWorkbook(
      `im Teil „${part}“ in der Zeichenkodierung „${declared}“ geschrieben, die Excel nicht benutzt`,
      `written in the encoding “${declared}” in part “${part}”, which Excel does not use`,
    );
  }
  return bytes;
}
