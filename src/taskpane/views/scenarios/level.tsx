import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { fill, type Text } from "../../../language";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { ViewTitle } from "../../frame/view-title";
import { Problems } from "./problem-list";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

interface LevelPageProps {
  readonly title: Text;
  /** What the level above is called. */
  readonly above: Text;
  readonly children: ReactNode;
}

/** A level of the step with its way back. */
export function LevelPage({ title, above, children }: LevelPageProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  return (
    <div className={styles.page}>
      <div>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={() => session.scenarios.back()}
        >
          {say(fill(SCENARIOS.back, above))}
        </Button>
        <ViewTitle tabIndex={-1}>{say(title)}</ViewTitle>
      </div>
      <Problems />
      {children}
    </div>
  );
}
