import type { FieldProblem } from "../../field-problems";
import type { ComputedState } from "../session/state";

/** What the model check says of the field at a path. */
export function problemAt(computed: ComputedState, path: string): FieldProblem | undefined {
  if (computed.kind !== "refused") return undefined;
  return computed.problems.find((problem) => problem.path === path);
}
