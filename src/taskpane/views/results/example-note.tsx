import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { fill } from "../../../language";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { useExamples } from "../../frame/use-examples";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  note: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "4px",
    margin: "8px 0 0",
    borderLeft: `3px solid ${tokens.colorPaletteYellowBorder2}`,
    paddingLeft: "8px",
    "& p": { margin: 0 },
  },
});

/** Says that the result rests on figures of another town, as long as it does. */
export function ExampleNote() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const { length } = useExamples();
  if (length === 0) return undefined;
  return (
    <div className={styles.note}>
      <p>{say(length === 1 ? RESULTS.oneExample : fill(RESULTS.examples, length))}</p>
      <Button size="small" onClick={() => session.scenarios.showList()}>
        {say(RESULTS.toExamples)}
      </Button>
    </div>
  );
}
