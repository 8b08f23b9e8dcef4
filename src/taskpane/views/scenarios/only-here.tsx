import { useMemo } from "react";
import { Checkbox } from "../../controls/checkbox";
import { fill } from "../../../language";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { sharingOf } from "../../session/shared-values";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

interface OnlyHereProps {
  readonly base: string;
  readonly fields: readonly string[];
}

/** Whether changes of shared values are meant for this scenario only; shown where anything is shared. */
export function OnlyHere({ base, fields }: OnlyHereProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const document = usePaneState((state) => state.document);
  const onlyHere = usePaneState((state) => state.onlyHere);
  const scenarios = useMemo(() => {
    if (document === undefined) return 0;
    const sharing = fields.flatMap((field) => sharingOf(document, `${base}.${field}`).sharing);
    return new Set(sharing.map(({ scenario }) => scenario)).size;
  }, [document, base, fields]);
  if (scenarios === 0) return undefined;
  return (
    <div>
      <p id="only-here-note" className={styles.text}>
        {say(fill(SCENARIOS.sharedBy, scenarios + 1))}
      </p>
      <Checkbox
        label={say(SCENARIOS.onlyHere)}
        checked={onlyHere}
        onCheck={(checked) => session.scenarios.changeOnlyHere(checked)}
        aria-describedby="only-here-note"
      />
    </div>
  );
}
