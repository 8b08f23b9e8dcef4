import { useMemo } from "react";
import type { ExampleInput } from "../engine";
import { useEngine, usePaneState } from "./session-context";

const NONE: readonly ExampleInput[] = [];

/** The figures of the model that are still those of its presets. */
export function useExamples(): readonly ExampleInput[] {
  const engine = useEngine();
  const document = usePaneState((state) => state.document);
  return useMemo(
    () => (engine === undefined || document === undefined ? NONE : engine.exampleInputs(document)),
    [engine, document],
  );
}
