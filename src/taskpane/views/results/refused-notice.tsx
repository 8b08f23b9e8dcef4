import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ComputedState } from "../../session/state";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { Problems } from "../scenarios/problem-list";
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
});

interface RefusedNoticeProps {
  readonly refused: Extract<ComputedState, { readonly kind: "refused" }>;
}

/** That the figures below are those before the last change, why, and the way to the input. */
export function RefusedNotice({ refused: { last, problems } }: RefusedNoticeProps) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  return (
    <div className={styles.notice}>
      <div role="alert">
        <p className={styles.title}>
          {say(last === undefined ? RESULTS.refusedAtAll : RESULTS.stale)}
        </p>
        {last !== undefined && <p>{say(RESULTS.staleWhy)}</p>}
      </div>
      <Problems />
      {problems.length === 0 && (
        <Button size="small" onClick={() => session.show("scenarios")}>
          {say(RESULTS.toField)}
        </Button>
      )}
    </div>
  );
}
