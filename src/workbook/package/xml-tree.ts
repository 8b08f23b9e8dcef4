import type { Archive } from "./archive";
import { END, OPEN, TEXT, XmlScanner } from "./xml-scanner";
import { asUtf8 } from "./xml-text";

/** An element of a small part with its offsets in the part's bytes. */
export interface XmlElement {
  /** Name without and with prefix. */
  readonly local: string;
  readonly qualified: string;
  readonly depth: number;
  /** The opening tag lies between `start` and `openEnd`. */
  readonly start: number;
  readonly openEnd: number;
  /** Offset of the closing tag; equal to `openEnd` for an element that closes itself. */
  closeStart: number;
  end: number;
  readonly empty: boolean;
  readonly children: XmlElement[];
  /** All text inside, that of its children included. */
  text: string;
}

/** Reads a part as UTF-8 into a tree. */
export function readXmlPart(archive: Archive, name: string): XmlPart {
  return new XmlPart(asUtf8(archive.read(name), name), name);
}

/** A small part as a tree; never used for sheets or shared texts. */
export class XmlPart {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly root: XmlElement;
  private readonly scanner: XmlScanner;

  /** @throws RefusedError when the part is not well formed */
  constructor(bytes: Uint8Array, name: string) {
    this.bytes = bytes;
    this.name = name;
    this.scanner = new XmlScanner(bytes, name);
    this.root = readElements(this.scanner);
  }

  attribute(element: XmlElement, name: string): string | undefined {
    this.standOn(element);
    return this.scanner.attribute(name);
  }

  /** Offsets of the value of an attribute. */
  attributeRange(element: XmlElement, name: string): { start: number; end: number } | undefined {
    this.standOn(element);
    if (!this.scanner.find(name)) return undefined;
    return { start: this.scanner.valueStart, end: this.scanner.valueEnd };
  }

  /** Value of the first attribute that has this local name and any prefix, such as `r:id`. */
  prefixedAttribute(element: XmlElement, local: string): string | undefined {
    const tag = this.scanner.decode(element.start, element.openEnd);
    const name = new RegExp(`\\s([^\\s="'<>/]+:${local})\\s*=`).exec(tag)?.[1];
    return name === undefined ? undefined : this.attribute(element, name);
  }

  /** First child of this local name. */
  child(element: XmlElement, local: string): XmlElement | undefined {
    return element.children.find((child) => child.local === local);
  }

  /** The tag's own text between the offsets, as written. */
  source(element: XmlElement): string {
    return new TextDecoder().decode(this.bytes.subarray(element.start, element.end));
  }

  private standOn(element: XmlElement): void {
    const nameLength = new TextEncoder().encode(element.qualified).length;
    this.scanner.standOn(element.start + 1 + nameLength, element.openEnd);
  }
}

function readElements(scanner: XmlScanner): XmlElement {
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  for (let event = scanner.next(); event !== END; event = scanner.next()) {
    const parent = open.at(-1);
    if (event === OPEN) {
      const element: XmlElement = {
        local: scanner.localName(),
        qualified: scanner.qualifiedName(),
        depth: scanner.depth,
        start: scanner.start,
        openEnd: scanner.end,
        closeStart: scanner.end,
        end: scanner.end,
        empty: scanner.empty,
        children: [],
        text: "",
      };
      if (parent === undefined && root !== undefined) {
        throw scanner.broken("stehen mehrere Wurzelelemente", "there are several root elements");
      }
      root ??= element;
      parent?.children.push(element);
      open.push(element);
    } else if (event === TEXT) {
      if (parent !== undefined) parent.text += scanner.text();
    } else {
      const element = open.pop();
      if (element !== undefined && !element.empty) {
        element.closeStart = scanner.start;
        element.end = scanner.end;
      }
    }
  }
  if (root === undefined) throw scanner.broken("fehlt der Inhalt", "the content is missing");
  return root;
}

/** A change of the bytes between two offsets; equal offsets insert. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The bytes with all changes made; changes at the same offset keep the order given. */
export function splice(bytes: Uint8Array, changes: readonly Splice[]): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const change of [...changes].sort((left, right) => left.start - right.start)) {
    pieces.push(bytes.subarray(from, change.start), encoder.encode(change.text));
    from = change.end;
  }
  pieces.push(bytes.subarray(from));
  const result = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

/** Adds content at the end of an element, opening it if it closes itself. */
export function appendInside(element: XmlElement, content: string): Splice {
  if (!element.empty) return { start: element.closeStart, end: element.closeStart, text: content };
  // `<sheets/>` becomes `<sheets>…</sheets>`: the slash gives way to the content.
  return {
    start: element.openEnd - 2,
    end: element.openEnd,
    text: `>${content}</${element.qualified}>`,
  };
}

/** Prefix of an element with its colon, `x:`, or nothing. */
export function prefixOf(element: XmlElement): string {
  return element.qualified.slice(0, element.qualified.length - element.local.length);
}
