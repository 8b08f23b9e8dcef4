import { libraryClasses } from "./library";
import type { HostObject } from "./wire";

/**
 * An object whose members are kept by their path and mean nothing to the stand-in: looks of charts,
 * page set-up. Which members there are, and which can be written, the library says.
 */
export function recordedObject(
  type: string,
  record: Map<string, unknown>,
  prefix: string,
  own: Partial<HostObject> = {},
): HostObject {
  const definition = libraryClasses().get(type);
  if (definition === undefined) throw new Error(`no class ${type}`);
  const place = (name: string) => (prefix === "" ? name : `${prefix}/${name}`);
  const scalars = [...definition.scalars.keys()];
  return {
    type,
    ...own,
    read: {
      ...Object.fromEntries(scalars.map((name) => [name, () => record.get(place(name)) ?? null])),
      ...own.read,
    },
    write: {
      ...Object.fromEntries(
        scalars.map((name) => [name, (value: unknown) => void record.set(place(name), value)]),
      ),
      ...own.write,
    },
    navigate: {
      ...Object.fromEntries(
        [...definition.navigations.values()].map(({ wireName, type: below }) => [
          wireName,
          () =>
            recordedObject(
              below,
              record,
              place(wireName),
              callsKept(below, record, place(wireName)),
            ),
        ]),
      ),
      ...own.navigate,
    },
  };
}

/** Methods that set something and give nothing are kept like members: `SetSolidColor`, `SetPrintArea`. */
function callsKept(
  type: string,
  record: Map<string, unknown>,
  prefix: string,
): Partial<HostObject> {
  const methods = [...(libraryClasses().get(type)?.methods.keys() ?? [])];
  return {
    call: Object.fromEntries(
      methods
        .filter((name) => /^(?:Set|Clear)/.test(name))
        .map((name) => [
          name,
          (...given: unknown[]) => {
            // What was cleared is no longer what was set, and the other way round.
            for (const other of methods) record.delete(`${prefix}/${other}`);
            record.set(`${prefix}/${name}`, given[0] ?? true);
          },
        ]),
    ),
  };
}
