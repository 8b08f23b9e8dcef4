import { verbatim } from "../../../language";
import { blockTerm } from "../../../model/identified-blocks";
import { STATUS_QUO } from "../../../model/terms";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { BLOCK_KINDS } from "../../session/new-block";
import { SINGLE_KINDS } from "../../session/scenario-edits";
import { BLOCK_ABOUT } from "./block-words";
import { LevelPage } from "./level";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** The kinds of blocks a scenario can still take, each with what it computes. */
export function NewBlockPage({ scenario: id }: { readonly scenario: string }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const scenario = usePaneState(({ document }) => document?.scenarios.find((one) => one.id === id));
  if (scenario === undefined) return undefined;
  const kinds = BLOCK_KINDS.filter((kind) => {
    if (kind === "exit" && id === STATUS_QUO) return false;
    return !SINGLE_KINDS.has(kind) || scenario.blocks.every((block) => block.kind !== kind);
  });
  return (
    <LevelPage title={SCENARIOS.whichBlock} above={verbatim(scenario.name)}>
      <ul className={styles.list}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.card}>
            <button
              type="button"
              className={styles.opener}
              aria-describedby={`about-${kind}`}
              onClick={() => session.scenarios.addBlock(id, kind, blockTerm(kind))}
            >
              {say(blockTerm(kind))}
            </button>
            <p id={`about-${kind}`} className={styles.faint}>
              {say(BLOCK_ABOUT[kind])}
            </p>
          </li>
        ))}
      </ul>
    </LevelPage>
  );
}
