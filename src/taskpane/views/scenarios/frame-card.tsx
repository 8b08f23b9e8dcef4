import { fill } from "../../../language";
import type { ModelDocument } from "../../../model/document";
import { useFigures } from "../../frame/figures";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** What all scenarios have in common, in a line that leads to its fields. */
export function FrameCard({ document }: { readonly document: ModelDocument }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const figures = useFigures();
  const session = useSession();
  const { years, inhabitants } = document;
  const people =
    typeof inhabitants === "number" ? inhabitants : Object.values(inhabitants ?? {})[0];
  const facts = [
    fill(SCENARIOS.years, years.first, years.last),
    ...(people === undefined ? [] : [fill(SCENARIOS.inhabitantsOf, figures.number(people))]),
  ];
  return (
    <div className={styles.card}>
      <button
        type="button"
        className={styles.opener}
        data-leads-to="frame//"
        onClick={() => session.scenarios.open({ kind: "frame" })}
      >
        <span>{say(SCENARIOS.frame)}</span>
        <span className={styles.amount}>{facts.map(say).join(", ")}</span>
      </button>
    </div>
  );
}
