import { SaxesParser } from "saxes";

export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: OpenElement[];
  text: string;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** A document as a tree of elements by local name. */
export function parseXml(text: string): XmlElement {
  const open: OpenElement[] = [{ name: "", attributes: {}, children: [], text: "" }];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    const element: OpenElement = {
      name: localName(tag.name),
      attributes: {},
      children: [],
      text: "",
    };
    for (const [name, value] of Object.entries(tag.attributes)) {
      element.attributes[localName(name)] = value;
    }
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (part) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  const root = open[0]?.children[0];
  if (root === undefined) throw new Error("The document has no element.");
  return root;
}

/** All elements of a name, at any depth, in the order of the document. */
export function elements(within: XmlElement, name: string): XmlElement[] {
  return within.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}
