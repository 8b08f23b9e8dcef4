import { rangeBehind } from "./range-objects";
import { areaOf } from "./ranges";
import type { Area } from "./state";

/** An area that a call takes as a range or as its address (`Range | string` in the object model). */
export function areaAddressed(given: unknown): Area {
  return typeof given === "string" ? areaOf(given) : rangeBehind(given).area;
}
