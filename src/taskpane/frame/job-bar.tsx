import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useSession, usePaneState } from "./session-context";
import { useSpoken } from "./spoken";
import { FRAME } from "./words";

const useStyles = makeStyles({
  bar: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "center",
    gap: "4px 8px",
    padding: "8px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  progress: {
    gridColumn: "1 / -1",
    width: "100%",
    height: "6px",
    accentColor: tokens.colorCompoundBrandBackground,
  },
});

/** A running job with its progress and a way to stop it. */
export function JobBar() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const job = usePaneState((state) => state.job);
  if (job === undefined) return undefined;
  const { done, total } = job;
  return (
    <div className={styles.bar}>
      <span role="status">{say(job.name)}</span>
      <Button size="small" onClick={() => session.cancel()}>
        {say(FRAME.cancel)}
      </Button>
      <progress
        className={styles.progress}
        aria-label={say(job.name)}
        {...(total > 0 ? { value: done, max: total } : {})}
      />
    </div>
  );
}
