import { Button, makeStyles } from "@fluentui/react-components";
import type { ViewName } from "../session/state";
import { useSession } from "./session-context";
import { useSpoken } from "./spoken";
import { NEXT_STEPS } from "./words";

const useStyles = makeStyles({ next: { alignSelf: "flex-start", marginTop: "8px" } });

/** The way on at the end of a step. */
export function NextStep({ to }: { readonly to: Exclude<ViewName, "budget"> }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  return (
    <Button appearance="primary" className={styles.next} onClick={() => session.show(to)}>
      {say(NEXT_STEPS[to])}
    </Button>
  );
}
