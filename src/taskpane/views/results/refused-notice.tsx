import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { ComputedState } from "../../session/state";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { RESULTS } from "./words";

/** The problems as the step Szenarien words them; loaded when there are some. */
const Problems = lazy(async () => ({
  default: (await import("../scenarios/problem-list")).Problems,
}));

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
      <Suspense>
        <Problems />
      </Suspense>
      {problems.length === 0 && (
        <Button size="small" onClick={() => session.show("scenarios")}>
          {say(RESULTS.toField)}
        </Button>
      )}
    </div>
  );
}
