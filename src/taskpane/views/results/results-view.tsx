import { Title3 } from "@fluentui/react-components";
import { usePaneState } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";

/** Step four: what the scenarios cost. */
export function ResultsView() {
  const say = useSpoken();
  const computed = usePaneState((state) => state.computed);
  return (
    <>
      <Title3 as="h1">{say(VIEW_NAMES.results)}</Title3>
      {computed.kind === "computed" && (
        <ul>
          {[...computed.computation.figures].map(([id, figures]) => (
            <li key={id}>
              {id}: {figures.totalResult.toFixed(0)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
