import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useSession, usePaneState } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { BUDGET } from "./words";

const useStyles = makeStyles({
  welcome: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    "& p": { margin: 0 },
    "& h2": { margin: "8px 0 0", fontSize: tokens.fontSizeBase300 },
  },
});

/** Shown where there is no budget: what the product does, sample data at one click, how to get on. */
export function FirstRun() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const busy = usePaneState((state) => state.job !== undefined);
  const { openFile } = session.world;
  return (
    <section className={styles.welcome}>
      <p>{say(BUDGET.purpose)}</p>
      <p>{say(BUDGET.noBudget)}</p>
      <Button
        appearance="primary"
        disabledFocusable={busy}
        onClick={() => void session.insertSample()}
      >
        {say(openFile === undefined ? BUDGET.sample : BUDGET.openSample)}
      </Button>
      <h2>{say(BUDGET.ownBudget)}</h2>
      <p>{say(openFile === undefined ? BUDGET.ownInExcel : BUDGET.ownAsFile)}</p>
      {openFile !== undefined && <Button onClick={openFile}>{say(BUDGET.openFile)}</Button>}
      <Button appearance="transparent" onClick={() => session.show("scenarios")}>
        {say(BUDGET.skip)}
      </Button>
    </section>
  );
}
