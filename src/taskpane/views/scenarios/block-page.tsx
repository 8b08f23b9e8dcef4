import { Button } from "@fluentui/react-components";
import { CopyAddRegular, CopyRegular, DeleteRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { fill, verbatim } from "../../../language";
import { blockTerm, identifyBlocks } from "../../../model/identified-blocks";
import type { AmountsByYear } from "../../engine";
import { problemAt } from "../../fields";
import { useFigures } from "../../frame/figures";
import { useEngine, usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { havingBlock, lackingBlock } from "../../session/scenario-edits";
import { BLOCK_FORMS, EVERY_BLOCK_FIELDS } from "./block-forms";
import { useBlockAmounts } from "./block-amount";
import { BLOCK_ABOUT } from "./block-words";
import { FormFields } from "./form-fields";
import type { FieldForm } from "./form-types";
import { LevelPage } from "./level";
import { OnlyHere } from "./only-here";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

interface BlockPageProps {
  readonly scenario: string;
  readonly block: number;
}

/** The form of a block. */
export function BlockPage({ scenario: id, block: index }: BlockPageProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const engine = useEngine();
  const document = usePaneState((state) => state.document);
  const amounts = useBlockAmounts(id);
  const at = document?.scenarios.findIndex((one) => one.id === id) ?? -1;
  const scenario = document?.scenarios[at];
  const own = scenario === undefined ? undefined : identifyBlocks(scenario)[index];
  const base = `scenarios[${at}].blocks[${index}]`;
  const problem = usePaneState(({ computed }) => problemAt(computed, base));
  const law = useMemo(() => engine?.lawNotes(session.world.today()), [engine, session]);
  if (document === undefined || scenario === undefined || own === undefined) return undefined;
  const { kind, name } = own.block;
  const forms = BLOCK_FORMS[kind];
  const context = { base, years: document.years, law, amounts: amounts?.get(own.id) };
  return (
    <LevelPage title={own.label} above={verbatim(scenario.name)}>
      <p className={styles.faint}>
        {name === undefined ? "" : `${say(blockTerm(kind))}. `}
        {say(BLOCK_ABOUT[kind])}
      </p>
      {problem !== undefined && (
        <p className={styles.problems} role="alert" data-field={base}>
          {say(problem.message)}
        </p>
      )}
      <OnlyHere base={base} fields={fieldNames(forms)} />
      <FormFields {...context} forms={forms} />
      <ByYear amounts={context.amounts} />
      <details className={styles.details}>
        <summary>{say(SCENARIOS.more)}</summary>
        <div className={styles.page}>
          <FormFields {...context} forms={EVERY_BLOCK_FIELDS} />
        </div>
      </details>
      <BlockActions scenario={id} block={index} />
    </LevelPage>
  );
}

/** What the block comes to, year by year. */
function ByYear({ amounts }: { readonly amounts: AmountsByYear | undefined }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const figures = useFigures();
  if (amounts === undefined) return undefined;
  return (
    <details className={styles.details}>
      <summary>{say(SCENARIOS.yearly)}</summary>
      <dl className={styles.facts}>
        {[...amounts].map(([year, amount]) => (
          <div key={year} style={{ display: "contents" }}>
            <dt>{year}</dt>
            <dd>{figures.euros(amount)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function BlockActions({ scenario, block }: BlockPageProps) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const document = usePaneState((state) => state.document);
  const [lacking, having] = useMemo(
    () =>
      document === undefined
        ? [[], []]
        : [lackingBlock(document, scenario, block), havingBlock(document, scenario, block)],
    [document, scenario, block],
  );
  const [only] = lacking;
  const onlyName = document?.scenarios.find(({ id }) => id === only)?.name ?? "";
  return (
    <div className={styles.actions}>
      {lacking.length > 0 && (
        <Button
          icon={<CopyAddRegular />}
          onClick={() => session.scenarios.spreadBlock(scenario, block)}
        >
          {say(
            lacking.length === 1
              ? fill(SCENARIOS.spreadOne, onlyName)
              : fill(SCENARIOS.spread, lacking.length),
          )}
        </Button>
      )}
      <Button
        icon={<CopyRegular />}
        onClick={() => session.scenarios.duplicateBlock(scenario, block)}
      >
        {say(SCENARIOS.duplicateBlock)}
      </Button>
      <Button
        icon={<DeleteRegular />}
        onClick={() => session.scenarios.removeBlock(scenario, block, false)}
      >
        {say(having.length > 1 ? SCENARIOS.removeOnlyHere : SCENARIOS.removeHere)}
      </Button>
      {having.length > 1 && (
        <Button
          icon={<DeleteRegular />}
          onClick={() => session.scenarios.removeBlock(scenario, block, true)}
        >
          {say(fill(SCENARIOS.removeEverywhere, having.length))}
        </Button>
      )}
    </div>
  );
}

function fieldNames(forms: readonly FieldForm[]): readonly string[] {
  return forms.flatMap((form) =>
    form.type === "ways" ? form.ways.flatMap(({ begin }) => Object.keys(begin)) : [form.field],
  );
}
