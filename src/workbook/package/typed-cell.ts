import { cellAddress } from "../../address";
import { inlineText, numberXml } from "./cell-xml";
import { damagedPart } from "./refusal";
import { CLOSE, END, OPEN, XmlScanner } from "./xml-scanner";
import { splice } from "./xml-tree";

/** What a user types into a cell; `null` empties it. Dates are Excel serial numbers of the file's own system. */
export type TypedValue = number | string | null;

/**
 * A worksheet part with another value in one of its cells; style and everything else stays. The cell has
 * to stand in the part, as every input of ours does.
 * @throws RefusedError when the part has no such cell or is damaged
 */
export function withTypedValue(
  bytes: Uint8Array,
  part: string,
  place: { readonly row: number; readonly column: number },
  value: TypedValue,
): Uint8Array {
  const address = cellAddress(place.row, place.column);
  const scanner = new XmlScanner(bytes, part);
  let found: { readonly start: number; readonly name: string; readonly style?: string } | undefined;
  for (let event = scanner.next(); event !== END; event = scanner.next()) {
    if (scanner.depth !== 4 || !scanner.is("c")) continue;
    if (event === OPEN && scanner.attribute("r") === address) {
      const style = scanner.attribute("s");
      const { start } = scanner;
      found = { start, name: scanner.qualifiedName(), ...(style === undefined ? {} : { style }) };
    } else if (event === CLOSE && found !== undefined) {
      const { start, name, style } = found;
      const text = cellText(name, address, style, value);
      return splice(bytes, [{ start, end: scanner.end, text }]);
    }
  }
  throw damagedPart(part, `fehlt die Zelle ${address}`, `cell ${address} is missing`);
}

function cellText(
  name: string,
  address: string,
  style: string | undefined,
  value: TypedValue,
): string {
  const prefix = name.slice(0, -1);
  const open = `<${name} r="${address}"${style === undefined ? "" : ` s="${style}"`}`;
  if (value === null || value === "") return `${open}/>`;
  if (typeof value === "number") {
    return `${open}><${prefix}v>${numberXml(value)}</${prefix}v></${name}>`;
  }
  const inline = inlineText(value).replace(/<(\/?)(is|t)\b/g, `<$1${prefix}$2`);
  return `${open} t="inlineStr">${inline}</${name}>`;
}
