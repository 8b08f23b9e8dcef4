import { Button, Title3 } from "@fluentui/react-components";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { BUDGET } from "./words";

/** Step one: what was found in the workbook. */
export function BudgetView() {
  const say = useSpoken();
  const session = useSession();
  const budget = usePaneState((state) => state.budget);
  return (
    <>
      <Title3 as="h1">{say(VIEW_NAMES.budget)}</Title3>
      {budget.kind === "read" && (
        <ul>
          {budget.budget.readings.map((reading) => (
            <li key={reading.name}>
              {reading.name}:{" "}
              {reading.status === "budget" ? String(reading.lines.length) : say(reading.reason)}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={() => void session.insertSample()}>{say(BUDGET.sample)}</Button>
    </>
  );
}
