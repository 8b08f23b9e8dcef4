import { Button, Title3 } from "@fluentui/react-components";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { SCENARIOS } from "./words";

/** Step three: the scenarios and their cost blocks. */
export function ScenariosView() {
  const say = useSpoken();
  const session = useSession();
  const document = usePaneState((state) => state.document);
  return (
    <>
      <Title3 as="h1">{say(VIEW_NAMES.scenarios)}</Title3>
      <Button onClick={() => void session.begin()}>{say(SCENARIOS.begin)}</Button>
      <ul>
        {(document?.scenarios ?? []).map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  );
}
