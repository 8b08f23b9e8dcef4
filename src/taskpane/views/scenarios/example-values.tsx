import { Button } from "@fluentui/react-components";
import { fill } from "../../../language";
import type { ExampleInput } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useEngine, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { useExamples } from "../../frame/use-examples";
import { FirstAmount, useBlockAmounts } from "./block-amount";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** The figures that are still those of another town, each with the way to its field. */
export function ExampleValues() {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const examples = useExamples();
  if (examples.length === 0) return undefined;
  return (
    <details open className={styles.details}>
      <summary>{say(fill(SCENARIOS.examples, examples.length))}</summary>
      <div className={styles.page}>
        <p className={styles.text}>{say(SCENARIOS.examplesWhat)}</p>
        <ul className={styles.rows} aria-label={say(SCENARIOS.examplesList)}>
          {examples.map((example) => (
            <ExampleRow key={example.path} example={example} />
          ))}
        </ul>
      </div>
    </details>
  );
}

function ExampleRow({ example }: { readonly example: ExampleInput }) {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const engine = useEngine();
  const figures = useFigures();
  const { label, path, source, block, count } = example;
  const amounts = useBlockAmounts(block?.scenario ?? "");
  return (
    <li className={styles.example}>
      <button
        type="button"
        className={styles.opener}
        onClick={() => session.scenarios.openField(path)}
      >
        <span>{say(label)}</span>
        <span className={styles.amount}>
          {block !== undefined && <FirstAmount amounts={amounts?.get(block.id)} />}
          {count !== undefined && figures.number(count)}
        </span>
      </button>
      <div className={styles.actions}>
        <span className={styles.grown}>{engine?.reportTitle(source) ?? source}</span>
        <Button
          size="small"
          aria-label={say(fill(SCENARIOS.confirmNamed, label))}
          onClick={() => session.scenarios.confirmExample(example)}
        >
          {say(SCENARIOS.confirm)}
        </Button>
      </div>
    </li>
  );
}
