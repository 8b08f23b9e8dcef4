import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ComputedState } from "../../session/state";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { RESULTS } from "./words";

const useStyles = makeStyles({
  notice: {
    border: `1px solid ${tokens.colorStatusWarningBorderActive}`,
    borderLeftWidth: "4px",
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 10px",
    margin: "8px 0",
    overflowWrap: "anywhere",
    "& p": { margin: "4px 0" },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: "4px 0", paddingInlineStart: "20px" },
});

interface RefusedNoticeProps {
  readonly refused: Extract<ComputedState, { readonly kind: "refused" }>;
}

/** That the figures below are those before the last change, why, and the way to the input. */
export function RefusedNotice({ refused }: RefusedNoticeProps) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const { problems, message, last } = refused;
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.title}>
        {say(last === undefined ? RESULTS.refusedAtAll : RESULTS.stale)}
      </p>
      {last !== undefined && <p>{say(RESULTS.staleWhy)}</p>}
      {problems.length === 0 ? (
        <p>{say(message)}</p>
      ) : (
        <ul className={styles.list}>
          {problems.map((problem) => (
            <li key={problem.path}>
              {problem.path}: {say(problem.message)}
            </li>
          ))}
        </ul>
      )}
      <Button size="small" onClick={() => session.show("scenarios")}>
        {say(RESULTS.toField)}
      </Button>
    </div>
  );
}
