import { useMemo } from "react";
import { fill } from "../../../language";
import type { AmountsByYear } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useEngine, usePaneState } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { lastComputation } from "../../session/last-computation";
import { SCENARIOS } from "./words";

/** What each block of a scenario comes to by year, by the block's id. */
export function useBlockAmounts(scenario: string): ReadonlyMap<string, AmountsByYear> | undefined {
  const engine = useEngine();
  const computed = usePaneState((state) => state.computed);
  const computation = lastComputation(computed);
  return useMemo(
    () => (computation === undefined ? undefined : engine?.blockAmounts(computation, scenario)),
    [engine, computation, scenario],
  );
}

/** The amount of the first year in which a block costs anything. */
export function FirstAmount({ amounts }: { readonly amounts: AmountsByYear | undefined }) {
  const say = useSpoken();
  const figures = useFigures();
  if (amounts === undefined) return undefined;
  const first = [...amounts].find(([, amount]) => Math.round(amount) !== 0);
  if (first === undefined) return say(SCENARIOS.noAmount);
  const [year, amount] = first;
  return say(fill(SCENARIOS.amountIn, figures.euros(amount), year));
}
