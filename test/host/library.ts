import { readFileSync } from "node:fs";
import path from "node:path";

/** A requirement set with its version, `ExcelApi` 1.9. */
export interface Requirement {
  readonly set: string;
  readonly version: string;
}

export interface ScalarMember {
  readonly wireName: string;
  readonly writable: boolean;
  readonly requires: Requirement | undefined;
}

/** A navigation property or a method that gives an object. */
export interface ObjectMember {
  readonly wireName: string;
  readonly type: string;
  readonly requires: Requirement | undefined;
}

export interface MethodMember {
  readonly wireName: string;
  readonly parameters: number;
  readonly requires: Requirement | undefined;
}

/** A class of the object model, by what stands on the wire. */
export interface LibraryClass {
  readonly name: string;
  readonly scalars: ReadonlyMap<string, ScalarMember>;
  readonly navigations: ReadonlyMap<string, ObjectMember>;
  readonly objectMethods: ReadonlyMap<string, ObjectMember & { readonly parameters: number }>;
  readonly methods: ReadonlyMap<string, MethodMember>;
  /** Class of the items of a collection. */
  readonly indexed: string | undefined;
}

/** Where the unmodified library lies. */
export const LIBRARY_FOLDER = path.join(
  path.dirname(require.resolve("@microsoft/office-js/package.json")),
  "dist",
);

/** The readable twin of the file that Excel for Windows loads; it defines the same classes. */
const DEBUG_FILE = path.join(LIBRARY_FOLDER, "excel-win32-16.01.debug.js");

const CLASS_START = /^ {4}var (\w+) = \(function \(_super\) \{$/;
const CLASS_END = /^ {4}\}\(OfficeExtension\.ClientObject\)\);$/;
const MEMBER = /^ {8}(?:Object\.defineProperty\(\w+\.prototype, "(\w+)"|\w+\.prototype\.(\w+) = )/;
/** Some setters and methods are written apart, in functions `Worksheet_ShowGridlines_Set`. */
const APART = /^ {8}function ([A-Za-z]+)_(\w+?)(?:_Set)?\(thisObj/;

let known: ReadonlyMap<string, LibraryClass> | undefined;

/** The classes of the library as its own source defines them. */
export function libraryClasses(): ReadonlyMap<string, LibraryClass> {
  known ??= readClasses(readFileSync(DEBUG_FILE, "utf8").split(/\r?\n/));
  return known;
}

function readClasses(lines: readonly string[]): ReadonlyMap<string, LibraryClass> {
  const begin = lines.findIndex((line) => line.includes("Excel.createWorkbook = createWorkbook;"));
  if (begin < 0) throw new Error("the library is built otherwise than expected");
  const excel = lines.slice(begin);
  const classes = new Map<string, LibraryClass>();
  for (let at = 0; at < excel.length; at++) {
    const name = CLASS_START.exec(excel[at] ?? "")?.[1];
    if (name === undefined) continue;
    const length = excel.slice(at).findIndex((line) => CLASS_END.test(line));
    if (length < 0) continue;
    classes.set(name, readClass(name, excel.slice(at, at + length)));
    at += length;
  }
  addMembersApart(classes, excel);
  return classes;
}

/** Texts or truth values of the list that a property of the class gives. */
function listOf(body: readonly string[], property: string): readonly string[] {
  const at = body.findIndex((line) => line.includes(`.prototype, "${property}"`));
  const list = /return \[(.*)\];/.exec(at < 0 ? "" : (body[at + 2] ?? ""))?.[1] ?? "";
  return list === "" ? [] : list.split(",").map((item) => item.trim().replaceAll('"', ""));
}

/** A class while its source is being read. */
interface Draft {
  readonly scalars: Map<string, ScalarMember>;
  readonly navigations: Map<string, ObjectMember>;
  readonly objectMethods: Map<string, ObjectMember & { readonly parameters: number }>;
  readonly methods: Map<string, MethodMember>;
}

function readClass(name: string, body: readonly string[]): LibraryClass {
  const draft: Draft = {
    scalars: new Map(),
    navigations: new Map(),
    objectMethods: new Map(),
    methods: new Map(),
  };
  const wireNames = listOf(body, "_scalarPropertyOriginalNames");
  const writable = listOf(body, "_scalarPropertyUpdateable");
  for (const [index, wireName] of wireNames.entries()) {
    const requires = undefined;
    draft.scalars.set(wireName, { wireName, writable: writable[index] === "true", requires });
  }
  let indexed: string | undefined;
  let requires: Requirement | undefined;
  for (const line of body) {
    if (MEMBER.test(line)) requires = undefined;
    requires = requirementOf(line) ?? requires;
    readMember(draft, line, requires);
    indexed = /_createIndexerObject\(Excel\.(\w+), this/.exec(line)?.[1] ?? indexed;
  }
  return { name, ...draft, indexed };
}

function requirementOf(line: string): Requirement | undefined {
  const found =
    /_throwIfApiNotSupported\("[^"]+", (_defaultApiSetName|"\w+"), "([\d.]+)", _hostName\)/.exec(
      line,
    );
  if (found === null) return undefined;
  const [, set = "", version = ""] = found;
  return { set: set === "_defaultApiSetName" ? "ExcelApi" : set.replaceAll('"', ""), version };
}

/** How many arguments a call of the library hands to the host. */
function parameterCount(list: string): number {
  return list.trim() === "" ? 0 : list.split(",").length;
}

function readMember(draft: Draft, line: string, requires: Requirement | undefined): void {
  const navigation = /_createPropertyObject\(Excel\.(\w+), \w+, "(\w+)"/.exec(line);
  if (navigation !== null) {
    const [, type = "", wireName = ""] = navigation;
    draft.navigations.set(wireName, { wireName, type, requires });
  }
  const giving =
    /_create(?:AndInstantiate)?MethodObject\((?:Excel\.)?(\w+), \w+, "(\w+)", \d, \[(.*?)\]/.exec(
      line,
    );
  if (giving !== null) {
    const [, type = "", wireName = "", list = ""] = giving;
    draft.objectMethods.set(wireName, {
      wireName,
      type,
      requires,
      parameters: parameterCount(list),
    });
  }
  const method = /_invokeMethod\(\w+, "(\w+)", \d, \[(.*?)\]/.exec(line);
  if (method !== null) {
    const [, wireName = "", list = ""] = method;
    draft.methods.set(wireName, { wireName, requires, parameters: parameterCount(list) });
  }
  const property = /_invokeSetProperty\(\w+, "(\w+)"/.exec(line)?.[1];
  if (property !== undefined) {
    const listed = draft.scalars.get(property);
    draft.scalars.set(property, {
      wireName: property,
      writable: true,
      requires: requires ?? listed?.requires,
    });
    return;
  }
  // A getter names the set that its property needs.
  const read = /_throwIfNotLoaded\("(\w+)"/.exec(line)?.[1];
  if (read !== undefined) return;
  for (const [wireName, scalar] of draft.scalars) {
    if (requires === undefined || scalar.requires !== undefined) continue;
    const camel = new RegExp(`_throwIfApiNotSupported\\("\\w+\\.${lowerFirst(wireName)}",`);
    if (camel.test(line)) draft.scalars.set(wireName, { ...scalar, requires });
  }
}

function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function addMembersApart(classes: ReadonlyMap<string, LibraryClass>, lines: readonly string[]) {
  let draft: Draft | undefined;
  for (const line of lines) {
    if (/^ {4}\}/.test(line)) draft = undefined;
    const owner = APART.exec(line)?.[1];
    if (owner !== undefined) {
      const found = classes.get(owner);
      draft = found && {
        scalars: found.scalars as Draft["scalars"],
        navigations: found.navigations as Draft["navigations"],
        objectMethods: found.objectMethods as Draft["objectMethods"],
        methods: found.methods as Draft["methods"],
      };
    }
    if (draft !== undefined) readMember(draft, line, undefined);
  }
}
