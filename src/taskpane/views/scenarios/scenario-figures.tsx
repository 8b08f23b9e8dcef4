import { mergeClasses } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons";
import { fill } from "../../../language";
import { useFigures } from "../../frame/figures";
import { usePaneState } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { lastComputation } from "../../session/last-computation";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** What a scenario comes to, beside the reference, and what should make the user think. */
export function ScenarioFigures({ id }: { readonly id: string }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const figures = useFigures();
  const computed = usePaneState((state) => state.computed);
  const computation = lastComputation(computed);
  const own = computation?.figures.get(id);
  if (computation === undefined || own === undefined) return undefined;
  const { reference, scenarios } = computation.built.model;
  const other = computation.figures.get(reference);
  const name = scenarios.find((scenario) => scenario.id === reference)?.name ?? "";
  const warnings = computation.findings.filter(
    ({ scenario, severity }) => scenario === id && severity !== "note",
  );
  return (
    <>
      {computed.kind === "refused" && <p className={styles.faint}>{say(SCENARIOS.asBefore)}</p>}
      <dl className={mergeClasses(styles.facts, styles.totals)}>
        <dt>{say(SCENARIOS.totalResult)}</dt>
        <dd>{figures.euros(own.totalResult)}</dd>
        {other !== undefined && reference !== id && (
          <>
            <dt>{say(fill(SCENARIOS.difference, name))}</dt>
            <dd>{figures.difference(own.totalResult - other.totalResult)}</dd>
          </>
        )}
        <dt>{say(SCENARIOS.presentValue)}</dt>
        <dd>{figures.euros(own.presentValue)}</dd>
      </dl>
      {warnings.map(({ message }) => (
        <p key={say(message)} className={styles.warning}>
          <WarningRegular aria-hidden />
          <span>{say(message)}</span>
        </p>
      ))}
    </>
  );
}
