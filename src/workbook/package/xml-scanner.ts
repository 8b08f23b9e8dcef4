import { RecentTexts } from "./recent-texts";
import { damagedPart, documentType } from "./refusal";

/** What the scanner stands on. A self-closing element gives an opening and a closing. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export type XmlEvent = typeof END | typeof OPEN | typeof CLOSE | typeof TEXT;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const COLON = 0x3a;
const BANG = 0x21;
const QUESTION = 0x3f;

/**
 * Walks through the UTF-8 bytes of an XML part and keeps the offsets, so that a sheet of 80 MB needs
 * neither a tree nor a string of its own and a small part can be patched in place.
 * Checks that elements nest; refuses document types. Elements are known by their local name.
 */
export class XmlScanner {
  /** Offsets of the current tag or text; `end` is behind it. */
  start = 0;
  end = 0;
  /** Offsets of the element's local name. */
  nameStart = 0;
  nameEnd = 0;
  /** Offset of the qualified name, before its prefix. */
  qualifiedStart = 0;
  /** The element closes itself: `<v/>`. */
  empty = false;
  /** Elements that are open, the current one included, on opening and closing alike. */
  depth = 0;
  /** Offsets of the value of the attribute found last. */
  valueStart = 0;
  valueEnd = 0;

  readonly bytes: Uint8Array;
  readonly part: string;
  private position = 0;
  private closes = false;
  private leave = false;
  private literal = false;
  private readonly open: number[] = [];
  /** Offsets of the attributes of the current opening once one is asked for: name, its end, value, its end. */
  private readonly attributes: number[] = [];
  /** Numbers in use there; below 0 as long as none has been asked for. */
  private attributesEnd = 0;
  private texts: RecentTexts | undefined;

  constructor(bytes: Uint8Array, part: string) {
    this.bytes = bytes;
    this.part = part;
    // A byte order mark is no content.
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.position = 3;
  }

  /** Goes on to the next tag or text. @throws RefusedError when the part is not well formed */
  next(): XmlEvent {
    if (this.leave) {
      this.leave = false;
      this.depth--;
    }
    if (this.closes) {
      this.closes = false;
      this.leave = true;
      return CLOSE;
    }
    const { bytes } = this;
    for (;;) {
      const at = this.position;
      if (at >= bytes.length) {
        if (this.depth !== 0) throw this.broken("fehlt das Ende", "the end is missing");
        return END;
      }
      if (bytes[at] !== LESS) {
        // Most texts are a few digits: looking at each byte is faster than a search.
        let to = at + 1;
        while (to < bytes.length && bytes[to] !== LESS) to++;
        this.start = at;
        this.end = this.position = to;
        this.literal = false;
        if (this.depth > 0) return TEXT;
        continue;
      }
      const second = bytes[at + 1];
      if (second === SLASH) return this.closing(at);
      if (second !== BANG && second !== QUESTION) return this.opening(at);
      if (this.special(at, second)) return TEXT;
    }
  }

  /** The current element has this local name (ASCII). */
  is(local: string): boolean {
    const { nameStart } = this;
    if (this.nameEnd - nameStart !== local.length) return false;
    for (let index = 0; index < local.length; index++) {
      if (this.bytes[nameStart + index] !== local.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Local name of the current element. */
  localName(): string {
    return this.decode(this.nameStart, this.nameEnd);
  }

  /** Name of the current element with its prefix. */
  qualifiedName(): string {
    return this.decode(this.qualifiedStart, this.nameEnd);
  }

  /** Makes an opening seen before the current one, for its attributes: where its name and its tag end. */
  standOn(nameEnd: number, end: number): void {
    this.nameEnd = nameEnd;
    this.end = end;
    this.attributesEnd = -1;
  }

  /** Looks for an attribute of the current opening; its value then lies between `valueStart` and `valueEnd`. */
  find(name: string): boolean {
    if (this.attributesEnd < 0) this.readAttributes();
    const { attributes, attributesEnd } = this;
    for (let index = 0; index < attributesEnd; index += 4) {
      const nameAt = attributes[index] as number;
      const nameLength = (attributes[index + 1] as number) - nameAt;
      if (nameLength !== name.length || !this.matches(nameAt, name)) continue;
      this.valueStart = attributes[index + 2] as number;
      this.valueEnd = attributes[index + 3] as number;
      return true;
    }
    return false;
  }

  /** Value of an attribute of the current opening. */
  attribute(name: string): string | undefined {
    return this.find(name) ? this.decode(this.valueStart, this.valueEnd) : undefined;
  }

  /** Content of the current text. */
  text(): string {
    if (this.literal) return new TextDecoder().decode(this.bytes.subarray(this.start, this.end));
    return this.decode(this.start, this.end);
  }

  decode(start: number, end: number): string {
    this.texts ??= new RecentTexts(this.bytes, this.part);
    return this.texts.at(start, end);
  }

  broken(de: string, en: string) {
    return damagedPart(this.part, de, en);
  }

  private matches(at: number, name: string): boolean {
    for (let index = 0; index < name.length; index++) {
      if (this.bytes[at + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  /** Notes where name and value of each attribute stand. */
  private readAttributes(): void {
    const { bytes, end, attributes } = this;
    let at = this.nameEnd;
    let count = 0;
    while (at < end) {
      while (at < end && !isNameByte(bytes[at] as number)) at++;
      const nameAt = at;
      while (at < end && isNameByte(bytes[at] as number)) at++;
      const nameEnd = at;
      if (nameEnd === nameAt) break;
      while (at < end && bytes[at] !== EQUALS) at++;
      while (at < end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      const quote = bytes[at];
      const from = ++at;
      while (at < end && bytes[at] !== quote) at++;
      if (at >= end)
        throw this.broken("ist ein Attribut unvollständig", "an attribute is incomplete");
      attributes[count] = nameAt;
      attributes[count + 1] = nameEnd;
      attributes[count + 2] = from;
      attributes[count + 3] = at;
      count += 4;
      at++;
    }
    this.attributesEnd = count;
  }

  private opening(at: number): XmlEvent {
    const { bytes } = this;
    this.readName(at + 1);
    this.attributesEnd = -1;
    let to = this.nameEnd;
    for (;;) {
      while (to < bytes.length && TAG_MARKS[bytes[to] as number] === 0) to++;
      const mark = bytes[to];
      if (mark === LESS) throw this.broken("steht „<“ in einem Element", "“<” stands in a tag");
      if (mark !== QUOTE && mark !== APOSTROPHE) break;
      for (to++; to < bytes.length && bytes[to] !== mark; to++);
      to++;
    }
    if (to >= bytes.length) throw this.broken("fehlt das Ende", "the end is missing");
    this.start = at;
    this.end = this.position = to + 1;
    this.empty = this.closes = bytes[to - 1] === SLASH;
    if (!this.empty) this.open.push(this.qualifiedStart, this.nameEnd);
    this.depth++;
    return OPEN;
  }

  private closing(at: number): XmlEvent {
    const { bytes } = this;
    this.readName(at + 2);
    let to = this.nameEnd;
    while (to < bytes.length && bytes[to] !== GREATER) to++;
    const openEnd = this.open.pop();
    const openStart = this.open.pop();
    if (to === bytes.length || openEnd === undefined || openStart === undefined) {
      throw this.broken("fehlt das Ende", "the end is missing");
    }
    const length = openEnd - openStart;
    let same = this.nameEnd - this.qualifiedStart === length;
    for (let index = 0; same && index < length; index++) {
      same = bytes[openStart + index] === bytes[this.qualifiedStart + index];
    }
    if (!same)
      throw this.broken("sind Elemente falsch verschachtelt", "elements are nested wrongly");
    this.start = at;
    this.end = this.position = to + 1;
    this.empty = false;
    this.leave = true;
    return CLOSE;
  }

  private readName(at: number): void {
    const { bytes } = this;
    let to = at;
    this.qualifiedStart = this.nameStart = at;
    for (; to < bytes.length && isNameByte(bytes[to] as number); to++)
      if (bytes[to] === COLON) this.nameStart = to + 1;
    if (to === this.nameStart) throw this.broken("fehlt ein Elementname", "a tag has no name");
    this.nameEnd = to;
  }

  /** Comment, instruction or CDATA; true when it is text. */
  private special(at: number, second: number): boolean {
    if (second === QUESTION) return this.skip(at, "?>");
    if (this.matches(at, "<!--")) return this.skip(at + 4, "-->");
    if (!this.matches(at, "<![CDATA[")) throw documentType(this.part);
    this.skip(at, "]]>");
    this.start = at + 9;
    this.end = this.position - 3;
    this.literal = true;
    return this.depth > 0;
  }

  private skip(at: number, ending: string): false {
    const last = ending.charCodeAt(ending.length - 1);
    let to = at;
    do {
      to = this.bytes.indexOf(last, to) + 1;
      if (to === 0) throw this.broken("fehlt das Ende", "the end is missing");
    } while (!this.matches(to - ending.length, ending));
    this.position = to;
    return false;
  }
}

/** 1 for any byte that is neither blank nor one of the marks that end a name. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte <= 0x20 || [GREATER, SLASH, EQUALS, QUOTE, APOSTROPHE, LESS].includes(byte) ? 0 : 1,
);

/** 1 for the bytes that end a tag, must not stand in it or begin a value. */
const TAG_MARKS = Uint8Array.from({ length: 256 }, (_, byte) =>
  [GREATER, LESS, QUOTE, APOSTROPHE].includes(byte) ? 1 : 0,
);

function isNameByte(byte: number): boolean {
  return NAME_BYTES[byte] === 1;
}
