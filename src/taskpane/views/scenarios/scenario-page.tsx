import { Button } from "@fluentui/react-components";
import {
  AddRegular,
  ArrowDownRegular,
  ArrowUpRegular,
  CopyRegular,
  DeleteRegular,
} from "@fluentui/react-icons";
import { fill, verbatim } from "../../../language";
import { FIELD_LABELS } from "../../../model/field-labels";
import { identifyBlocks } from "../../../model/identified-blocks";
import { STATUS_QUO } from "../../../model/terms";
import { MonthField, TextField } from "../../fields";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { FirstAmount, useBlockAmounts } from "./block-amount";
import { LevelPage } from "./level";
import { OnlyHere } from "./only-here";
import { ScenarioFigures } from "./scenario-figures";
import { SharedValue } from "./shared-value";
import { useScenarioStyles } from "./styles";
import { TaxCaseField } from "./tax-case-field";
import { SCENARIOS } from "./words";

/** A scenario: its name and term, its blocks, what it comes to. */
export function ScenarioPage({ id }: { readonly id: string }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const index = usePaneState(
    ({ document }) => document?.scenarios.findIndex((scenario) => scenario.id === id) ?? -1,
  );
  const scenario = usePaneState(({ document }) => document?.scenarios[index]);
  if (scenario === undefined) return undefined;
  const base = `scenarios[${index}]`;
  const name = verbatim(scenario.name);
  const isStatusQuo = id === STATUS_QUO;
  const endsByExit = scenario.blocks.some(({ kind }) => kind === "exit");
  const text = (field: "name" | "note" | "source", label: typeof name, value: string | undefined) =>
    session.scenarios.set(`${base}.${field}`, value, label);
  return (
    <LevelPage title={name} above={SCENARIOS.list}>
      <ScenarioFigures id={id} />
      <BlockList id={id} />
      <TextField
        path={`${base}.name`}
        label={SCENARIOS.name}
        required
        longest={120}
        value={scenario.name}
        onValue={(value) => text("name", SCENARIOS.name, value)}
      />
      {!isStatusQuo && (
        <>
          <TaxCaseField path={`${base}.taxCase`} value={scenario.taxCase} />
          <OnlyHere base={base} fields={["start", "end"]} />
          <MonthField
            path={`${base}.start`}
            label={FIELD_LABELS.start}
            value={scenario.start}
            onValue={(value) => session.scenarios.set(`${base}.start`, value, FIELD_LABELS.start)}
            more={<SharedValue path={`${base}.start`} form={MONTH} />}
          />
          {!endsByExit && (
            <MonthField
              path={`${base}.end`}
              label={FIELD_LABELS.end}
              value={scenario.end ?? undefined}
              onValue={(value) => session.scenarios.set(`${base}.end`, value, FIELD_LABELS.end)}
              more={<SharedValue path={`${base}.end`} form={MONTH} />}
            />
          )}
        </>
      )}
      <TextField
        path={`${base}.source`}
        label={FIELD_LABELS.source}
        longest={255}
        value={scenario.source}
        onValue={(value) => text("source", FIELD_LABELS.source, value)}
      />
      <TextField
        path={`${base}.note`}
        label={SCENARIOS.scenarioNote}
        longest={2000}
        lines={4}
        value={scenario.note}
        onValue={(value) => text("note", SCENARIOS.scenarioNote, value)}
      />
      <div className={styles.actions}>
        <Button icon={<CopyRegular />} onClick={() => session.scenarios.duplicate(id)}>
          {say(fill(SCENARIOS.duplicate, SCENARIOS.scenario))}
        </Button>
        {!isStatusQuo && (
          <Button icon={<DeleteRegular />} onClick={() => session.scenarios.remove(id)}>
            {say(fill(SCENARIOS.remove, SCENARIOS.scenario))}
          </Button>
        )}
      </div>
    </LevelPage>
  );
}

const MONTH = { type: "month", field: "start", label: FIELD_LABELS.start } as const;

/** The blocks of a scenario, each a line that leads to its form. */
function BlockList({ id }: { readonly id: string }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const scenario = usePaneState(({ document }) => document?.scenarios.find((one) => one.id === id));
  const amounts = useBlockAmounts(id);
  const blocks = scenario === undefined ? [] : identifyBlocks(scenario);
  return (
    <section className={styles.page} aria-labelledby="scenario-blocks">
      <h2 id="scenario-blocks" className={styles.heading}>
        {say(SCENARIOS.blocks)}
      </h2>
      {blocks.length === 0 && (
        <p className={styles.faint}>
          {say(id === STATUS_QUO ? SCENARIOS.noBlocksStatusQuo : SCENARIOS.noBlocks)}
        </p>
      )}
      <ol className={styles.rows}>
        {blocks.map((block, index) => (
          <li key={block.id} className={styles.line}>
            <button
              type="button"
              className={styles.opener}
              data-leads-to={`block/${id}/${index}`}
              onClick={() => session.scenarios.open({ kind: "block", scenario: id, block: index })}
            >
              <span>{say(block.label)}</span>
              <span className={styles.amount}>
                <FirstAmount amounts={amounts?.get(block.id)} />
              </span>
            </button>
            <div className={styles.tools}>
              <Button
                appearance="subtle"
                size="small"
                icon={<ArrowUpRegular />}
                aria-label={say(fill(SCENARIOS.moveUp, block.label))}
                title={say(fill(SCENARIOS.moveUp, block.label))}
                disabledFocusable={index === 0}
                onClick={() => session.scenarios.moveBlock(id, index, -1)}
              />
              <Button
                appearance="subtle"
                size="small"
                icon={<ArrowDownRegular />}
                aria-label={say(fill(SCENARIOS.moveDown, block.label))}
                title={say(fill(SCENARIOS.moveDown, block.label))}
                disabledFocusable={index === blocks.length - 1}
                onClick={() => session.scenarios.moveBlock(id, index, 1)}
              />
              <Button
                appearance="subtle"
                size="small"
                icon={<DeleteRegular />}
                aria-label={say(fill(SCENARIOS.remove, block.label))}
                title={say(fill(SCENARIOS.remove, block.label))}
                onClick={() => session.scenarios.removeBlock(id, index, false)}
              />
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          icon={<AddRegular />}
          data-leads-to={`new-block/${id}/`}
          onClick={() => session.scenarios.open({ kind: "new-block", scenario: id })}
        >
          {say(SCENARIOS.addBlock)}
        </Button>
      </div>
    </section>
  );
}
