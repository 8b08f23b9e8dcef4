import { Button, Title3 } from "@fluentui/react-components";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { OUTPUT } from "./words";

/** Step five: what is written into the workbook. */
export function OutputView() {
  const say = useSpoken();
  const session = useSession();
  const written = usePaneState((state) => state.written);
  return (
    <>
      <Title3 as="h1">{say(VIEW_NAMES.output)}</Title3>
      <Button appearance="primary" onClick={() => void session.write()}>
        {say(OUTPUT.write)}
      </Button>
      <ul>
        {written.sheets.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
