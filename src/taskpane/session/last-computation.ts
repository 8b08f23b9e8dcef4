import type { Computation } from "../engine";
import type { ComputedState } from "./state";

/** The result to be shown: while the model breaks a rule, the one of before the change. */
export function lastComputation(computed: ComputedState): Computation | undefined {
  if (computed.kind === "computed") return computed.computation;
  return computed.kind === "refused" ? computed.last : undefined;
}
