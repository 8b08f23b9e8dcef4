import type { LibraryClass, Requirement } from "./library";
import { libraryClasses } from "./library";

/** An error of the object model; it goes to the add-in with its code. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * An object of the workbook as the stand-in offers it: what it can do, by wire name. The class of the
 * library decides which of these names exist at all, which can be written, and from which set on.
 */
export interface HostObject {
  readonly type: string;
  /** Identity that every answer about the object carries: `Id`, `_Id`. */
  readonly identity?: () => Readonly<Record<string, unknown>>;
  readonly read?: Readonly<Record<string, () => unknown>>;
  readonly write?: Readonly<Record<string, (value: unknown) => void>>;
  readonly navigate?: Readonly<Record<string, () => HostObject | null>>;
  readonly call?: Readonly<Record<string, (...given: unknown[]) => unknown>>;
  /** Methods that give an object; null is a null object. */
  readonly give?: Readonly<Record<string, (...given: unknown[]) => HostObject | null>>;
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: unknown) => HostObject;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[])[];
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: {
    readonly Select?: readonly string[];
    readonly Expand?: readonly string[];
    readonly Top?: number;
    readonly Skip?: number;
  };
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Request {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Kinds of actions and paths as the library numbers them (excel-win32-16.01.debug.js, `ActionType`, `ObjectPathType`). */
const INSTANTIATE = 1;
const QUERY = 2;
const METHOD = 3;
const SET_PROPERTY = 4;
const TRACE = 5;
const GLOBAL_OBJECT = 1;
const METHOD_PATH = 3;
const PROPERTY_PATH = 4;
const INDEXER_PATH = 5;
const REFERENCE_PATH = 6;
const NULL_PATH = 7;

/** References ever handed out; a removed one is not handed out again. */
let handedOut = 0;

const IGNORED = { _IsNull: true };

/** Carries out the actions of one request, in their order, until one fails. */
export class Batch {
  private readonly request: Request;
  private readonly workbook: HostObject;
  private readonly references: Map<string, HostObject>;
  private readonly excelApi: string;
  private readonly found = new Map<number, HostObject | null>();
  private readonly referenced = new Map<HostObject, string>();

  constructor(
    request: Request,
    workbook: HostObject,
    references: Map<string, HostObject>,
    excelApi: string,
  ) {
    this.request = request;
    this.workbook = workbook;
    this.references = references;
    this.excelApi = excelApi;
    for (const [id, object] of references) this.referenced.set(object, id);
  }

  /** The result of the action at a place of the request. */
  execute(index: number): Readonly<Record<string, unknown>> {
    const action = this.request.Actions[index];
    if (action === undefined) throw new HostError("GeneralException", "no such action");
    return { ActionId: action.Id, Value: this.value(action) };
  }

  private value(action: Action): unknown {
    if (action.ActionType === TRACE) return null;
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case INSTANTIATE:
        return object === null ? null : this.identity(object);
      case QUERY:
        return object === null ? null : this.query(object, action.QueryInfo ?? {});
      case METHOD:
        return object === null ? IGNORED : this.invoke(object, action);
      case SET_PROPERTY:
        if (object === null) return IGNORED;
        this.set(object, action);
        return null;
      default:
        throw new HostError("NotImplemented", `action type ${String(action.ActionType)}`);
    }
  }

  /** The object of a path; a path is walked once in a batch, for `add` must not add twice. */
  private object(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined) throw new HostError("InvalidReference", `no path ${String(id)}`);
    const object = this.walk(path);
    this.found.set(id, object);
    return object;
  }

  private walk(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === GLOBAL_OBJECT) return this.workbook;
    if (path.ObjectPathType === NULL_PATH) return null;
    if (path.ObjectPathType === REFERENCE_PATH) {
      const kept = this.references.get(path.Name);
      if (kept === undefined) throw new HostError("InvalidReference", `no reference ${path.Name}`);
      return kept;
    }
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const definition = classOf(parent);
    const given = this.given(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case PROPERTY_PATH: {
        const member = known(definition, definition.navigations.get(path.Name), path.Name);
        this.requireSet(definition, path.Name, member.requires);
        return offered(parent, path.Name, parent.navigate?.[path.Name])();
      }
      case METHOD_PATH: {
        const member = known(definition, definition.objectMethods.get(path.Name), path.Name);
        this.requireSet(definition, path.Name, member.requires);
        countArguments(definition, path.Name, member.parameters, given.length);
        return offered(parent, path.Name, parent.give?.[path.Name])(...given);
      }
      case INDEXER_PATH:
        return offered(parent, "getItem", parent.item)(given[0]);
      default:
        throw new HostError("NotImplemented", `path type ${String(path.ObjectPathType)}`);
    }
  }

  /** Arguments with the objects they stand for. */
  private given(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, index) => {
      const id = references?.[index];
      if (Array.isArray(id)) return id.map((each: number) => this.object(each));
      if (typeof id === "number" && id !== 0) return this.object(id);
      return this.resolved(argument);
    });
  }

  private resolved(argument: unknown): unknown {
    if (Array.isArray(argument)) return argument.map((item: unknown) => this.resolved(item));
    if (typeof argument !== "object" || argument === null) return argument;
    const fields = argument as Readonly<Record<string, unknown>>;
    if (typeof fields._ObjectPathId === "number") return this.object(fields._ObjectPathId);
    return Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key, this.resolved(value)]),
    );
  }

  private identity(object: HostObject): Readonly<Record<string, unknown>> {
    const reference = this.referenced.get(object);
    return {
      ...(object.identity?.() ?? {}),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  private invoke(object: HostObject, action: Action): unknown {
    if (action.Name === "_KeepReference") return this.keep(object);
    if (action.Name === "_RemoveReference") {
      const [id] = this.given(action.ArgumentInfo);
      this.references.delete(String(id));
      return null;
    }
    const definition = classOf(object);
    const member = known(definition, definition.methods.get(action.Name), action.Name);
    this.requireSet(definition, action.Name, member.requires);
    const given = this.given(action.ArgumentInfo);
    countArguments(definition, action.Name, member.parameters, given.length);
    return offered(object, action.Name, object.call?.[action.Name])(...given) ?? null;
  }

  private keep(object: HostObject): null {
    if (this.referenced.has(object)) return null;
    const id = `ref${String(++handedOut)}`;
    this.references.set(id, object);
    this.referenced.set(object, id);
    return null;
  }

  private set(object: HostObject, action: Action): void {
    const definition = classOf(object);
    const member = known(definition, definition.scalars.get(action.Name), action.Name);
    this.requireSet(definition, action.Name, member.requires);
    if (!member.writable) {
      throw new HostError("InvalidArgument", `${definition.name}.${action.Name} is read only`);
    }
    const [value] = this.given(action.ArgumentInfo);
    offered(object, action.Name, object.write?.[action.Name])(value);
  }

  private query(object: HostObject, info: NonNullable<Action["QueryInfo"]>): unknown {
    const select = info.Select ?? [];
    if (object.items === undefined) return this.selected(object, select);
    const begin = info.Skip ?? 0;
    const end = info.Top === undefined ? undefined : begin + info.Top;
    const items = object.items().slice(begin, end);
    return {
      ...this.identity(object),
      _Items: items.map((item, index) => ({ ...this.selected(item, select), _Index: index })),
    };
  }

  private selected(object: HostObject, select: readonly string[]): Record<string, unknown> {
    const definition = classOf(object);
    const result: Record<string, unknown> = { ...this.identity(object) };
    const deeper = new Map<string, string[]>();
    for (const wanted of select) {
      const [first = "", ...rest] = wanted.split("/");
      const navigation = findName(definition.navigations.keys(), first);
      if (navigation !== undefined) {
        const below = deeper.get(navigation) ?? [];
        if (rest.length > 0) below.push(rest.join("/"));
        deeper.set(navigation, below);
        continue;
      }
      const wireName = findName(definition.scalars.keys(), first);
      const scalar = known(definition, wireName && definition.scalars.get(wireName), first);
      this.requireSet(definition, scalar.wireName, scalar.requires);
      result[scalar.wireName] = offered(object, scalar.wireName, object.read?.[scalar.wireName])();
    }
    for (const [navigation, below] of deeper) {
      const member = known(definition, definition.navigations.get(navigation), navigation);
      this.requireSet(definition, navigation, member.requires);
      const child = offered(object, navigation, object.navigate?.[navigation])();
      result[navigation] = child === null ? null : this.query(child, { Select: below });
    }
    return result;
  }

  private requireSet(
    { name }: LibraryClass,
    member: string,
    requires: Requirement | undefined,
  ): void {
    if (requires === undefined) return;
    if (requires.set === "ExcelApi" && !newer(requires.version, this.excelApi)) return;
    throw new HostError(
      "ApiNotFound",
      `${name}.${member} needs ${requires.set} ${requires.version}, announced is ${this.excelApi}`,
    );
  }
}

function classOf(object: HostObject): LibraryClass {
  const definition = libraryClasses().get(object.type);
  if (definition === undefined) throw new HostError("ApiNotFound", `no class ${object.type}`);
  return definition;
}

function known<T>({ name }: LibraryClass, member: T | undefined | "", wanted: string): T {
  if (member === undefined || member === "") {
    throw new HostError("ApiNotFound", `${name} has no member ${wanted}`);
  }
  return member;
}

/** What the stand-in does not know it must not pass over: that would be a hole in the proof. */
function offered<T>(object: HostObject, name: string, member: T | undefined): T {
  if (member === undefined) {
    throw new HostError("NotImplemented", `the stand-in has no ${object.type}.${name}`);
  }
  return member;
}

function countArguments({ name }: LibraryClass, member: string, most: number, given: number): void {
  if (given > most) {
    throw new HostError("InvalidArgument", `${name}.${member}: ${String(given)} arguments`);
  }
}

/** The wire name that a selected name means: the library passes on what the add-in wrote. */
function findName(names: Iterable<string>, wanted: string): string | undefined {
  const lower = wanted.toLowerCase();
  for (const name of names) if (name.toLowerCase() === lower) return name;
  return undefined;
}

/** Whether version `left` is above `right`, part by part: 1.9 stands below 1.14. */
function newer(left: string, right: string): boolean {
  const [leftMajor = 0, leftMinor = 0] = left.split(".").map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split(".").map(Number);
  return leftMajor === rightMajor ? leftMinor > rightMinor : leftMajor > rightMajor;
}
