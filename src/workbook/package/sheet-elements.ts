import { CLOSE, END, OPEN, XmlScanner } from "./xml-scanner";
import { XmlPart } from "./xml-tree";

/** The elements of a worksheet part, without its cells. */
export interface SheetElements {
  /** The opening of the root alone, closed. */
  readonly shell: Uint8Array;
  /** Elements in the order of the file, `sheetData` left out. */
  readonly all: readonly { readonly local: string; readonly content: XmlPart }[];
  readonly find: (local: string) => XmlPart | undefined;
}

/** @throws RefusedError when the part is not well formed */
export function readElements(bytes: Uint8Array, part: string): SheetElements {
  const scanner = new XmlScanner(bytes, part);
  const all: { local: string; content: XmlPart }[] = [];
  let shell = "";
  let start = 0;
  for (let event = scanner.next(); event !== END; event = scanner.next()) {
    if (event === OPEN && scanner.depth === 1) {
      const tag = new TextDecoder().decode(bytes.subarray(scanner.start, scanner.end));
      shell = scanner.empty ? tag : `${tag.slice(0, -1)}/>`;
    } else if (event === OPEN && scanner.depth === 2) start = scanner.start;
    else if (event === CLOSE && scanner.depth === 2 && !scanner.is("sheetData")) {
      const content = new XmlPart(bytes.subarray(start, scanner.end), part);
      all.push({ local: content.root.local, content });
    }
  }
  return {
    shell: new TextEncoder().encode(shell),
    all,
    find: (local) => all.find((element) => element.local === local)?.content,
  };
}
