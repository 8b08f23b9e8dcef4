import { Button } from "@fluentui/react-components";
import {
  ArrowDownRegular,
  ArrowUpRegular,
  CopyRegular,
  DeleteRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { fill, type Text, verbatim } from "../../../language";
import type { ScenarioDocument } from "../../../model/document";
import { identifyBlocks } from "../../../model/identified-blocks";
import { STATUS_QUO } from "../../../model/terms";
import { monthInWords } from "../../fields";
import { useEngine, useSession } from "../../frame/session-context";
import { useLanguage, useSpoken } from "../../frame/spoken";
import { FirstAmount, useBlockAmounts } from "./block-amount";
import { ScenarioFigures } from "./scenario-figures";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

interface ScenarioCardProps {
  readonly scenario: ScenarioDocument;
  readonly isReference: boolean;
  readonly isRequest: boolean;
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
}

/** A scenario at a glance: what it consists of and what it comes to. */
export function ScenarioCard({
  scenario,
  isReference,
  isRequest,
  canMoveUp,
  canMoveDown,
}: ScenarioCardProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const engine = useEngine();
  const term = useTerm(scenario);
  const amounts = useBlockAmounts(scenario.id);
  const { id, taxCase } = scenario;
  const name = verbatim(scenario.name);
  const blocks = identifyBlocks(scenario);
  const isStatusQuo = id === STATUS_QUO;
  const headingId = `scenario-${id}`;
  return (
    <article className={styles.card} aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        <button
          type="button"
          className={styles.opener}
          data-leads-to={`scenario/${id}/`}
          onClick={() => session.scenarios.open({ kind: "scenario", scenario: id })}
        >
          {scenario.name}
        </button>
      </h2>
      {(isReference || isRequest) && (
        <div className={styles.badges}>
          {isReference && <span className={styles.badge}>{say(SCENARIOS.reference)}</span>}
          {isRequest && <span className={styles.badge}>{say(SCENARIOS.request)}</span>}
        </div>
      )}
      <p className={styles.faint}>
        {[
          ...(taxCase === undefined || engine === undefined
            ? []
            : [say(engine.taxCaseText(taxCase))]),
          term,
        ].join(" · ")}
      </p>
      {blocks.length === 0 ? (
        <p className={styles.faint}>
          {say(isStatusQuo ? SCENARIOS.noBlocksStatusQuo : SCENARIOS.noBlocks)}
        </p>
      ) : (
        <dl className={styles.facts}>
          {blocks.map((block) => (
            <BlockLine key={block.id} label={block.label}>
              <FirstAmount amounts={amounts?.get(block.id)} />
            </BlockLine>
          ))}
        </dl>
      )}
      <ScenarioFigures id={id} />
      <div className={styles.tools}>
        {!isStatusQuo && (
          <>
            <Button
              appearance="subtle"
              icon={<ArrowUpRegular />}
              aria-label={say(fill(SCENARIOS.moveUp, name))}
              title={say(fill(SCENARIOS.moveUp, name))}
              disabledFocusable={!canMoveUp}
              onClick={() => session.scenarios.move(id, -1)}
            />
            <Button
              appearance="subtle"
              icon={<ArrowDownRegular />}
              aria-label={say(fill(SCENARIOS.moveDown, name))}
              title={say(fill(SCENARIOS.moveDown, name))}
              disabledFocusable={!canMoveDown}
              onClick={() => session.scenarios.move(id, 1)}
            />
          </>
        )}
        <Button
          appearance="subtle"
          icon={<CopyRegular />}
          aria-label={say(fill(SCENARIOS.duplicate, name))}
          title={say(fill(SCENARIOS.duplicate, name))}
          onClick={() => session.scenarios.duplicate(id)}
        />
        {!isStatusQuo && (
          <Button
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={say(fill(SCENARIOS.remove, name))}
            title={say(fill(SCENARIOS.remove, name))}
            onClick={() => session.scenarios.remove(id)}
          />
        )}
      </div>
    </article>
  );
}

function BlockLine({ label, children }: { readonly label: Text; readonly children: ReactElement }) {
  const say = useSpoken();
  return (
    <>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** From when to when a scenario runs, in words. */
export function useTerm({ id, start, end, blocks }: ScenarioDocument): string {
  const say = useSpoken();
  const language = useLanguage();
  if (id === STATUS_QUO) return say(SCENARIOS.always);
  const exit = blocks.find((block) => block.kind === "exit");
  const last = (exit?.kind === "exit" ? exit.date : end) ?? undefined;
  return [
    start === undefined ? SCENARIOS.fromStart : fill(SCENARIOS.from, monthInWords(start, language)),
    last === undefined ? SCENARIOS.openEnd : fill(SCENARIOS.until, monthInWords(last, language)),
  ]
    .map(say)
    .join(", ");
}
