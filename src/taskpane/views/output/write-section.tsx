import { Button } from "@fluentui/react-components";
import { fill, type Text, verbatim } from "../../../language";
import type { OutputPreview } from "../../engine";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { useExamples } from "../../frame/use-examples";
import type { OutputState } from "../../session/output-desk";
import { useOutputStyles } from "./styles";
import { OUTPUT } from "./words";

interface WriteSectionProps {
  readonly output: OutputState;
  readonly preview: OutputPreview | undefined;
}

/** How model and workbook stand to one another, what to note, and the button that writes. */
export function WriteSection({ output, preview }: WriteSectionProps) {
  const styles = useOutputStyles();
  const say = useSpoken();
  const session = useSession();
  const hasModel = usePaneState((state) => state.document !== undefined);
  const computed = usePaneState((state) => state.computed);
  const refused = computed.kind === "refused";
  const problem = refused ? computed.problems[0] : undefined;
  const canTakeBack = usePaneState((state) => state.written.canTakeBack);
  const busy = usePaneState((state) => state.job !== undefined);
  if (!hasModel) {
    return (
      <>
        <p>{say(OUTPUT.noModel)}</p>
        <div className={styles.actions}>
          <Button appearance="primary" onClick={() => void session.begin()}>
            {say(OUTPUT.begin)}
          </Button>
        </div>
      </>
    );
  }
  const { preview: state } = output;
  return (
    <>
      {refused && (
        <div className={styles.problem} role="alert">
          <p>{say(OUTPUT.refused)}</p>
          <Button
            size="small"
            onClick={() =>
              problem === undefined
                ? session.show("scenarios")
                : session.scenarios.openField(problem.path)
            }
          >
            {say(OUTPUT.toField)}
          </Button>
        </div>
      )}
      {state.kind === "failed" && (
        <p className={styles.problem} role="alert">
          {say(state.message)}
        </p>
      )}
      {!refused && state.kind !== "failed" && (
        <p role="status">
          {say(state.kind === "computing" ? OUTPUT.comparing : statusOf(preview))}
        </p>
      )}
      <Warnings preview={preview} />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={refused || busy || state.kind === "failed"}
          onClick={() => void session.write()}
        >
          {say(OUTPUT.write)}
        </Button>
        {canTakeBack && (
          <Button disabledFocusable={busy} onClick={() => void session.takeBack()}>
            {say(OUTPUT.takeBack)}
          </Button>
        )}
      </div>
    </>
  );
}

function statusOf(preview: OutputPreview | undefined): Text {
  if (preview === undefined) return OUTPUT.comparing;
  const { sheets } = preview.changes;
  if (sheets.every(({ fate }) => fate === "new")) return OUTPUT.nothingWritten;
  const changing = sheets.filter(({ fate }) => fate !== "unchanged").length;
  if (changing === 0) return OUTPUT.upToDate;
  return fill(
    changing === 1 ? OUTPUT.outdatedOne : OUTPUT.outdated,
    String(changing),
    String(sheets.length),
  );
}

/** What the user should know before anything is written. */
function Warnings({ preview }: { readonly preview: OutputPreview | undefined }) {
  const styles = useOutputStyles();
  const say = useSpoken();
  const session = useSession();
  const settings = usePaneState((state) => state.settings);
  const budget = usePaneState((state) => state.budget);
  const stale = usePaneState((state) => state.stale);
  const examples = useExamples();
  const readings = budget.kind === "read" ? budget.budget.readings : [];
  const open = readings.filter(({ status }) => status === "question").map(({ name }) => name);
  const noLines = readings.every(({ status }) => status !== "budget");
  const redChecks = preview?.redChecks ?? [];
  const errors = preview?.errors ?? [];
  const toBudget = (
    <Button size="small" onClick={() => session.show("budget")}>
      {say(OUTPUT.toBudget)}
    </Button>
  );
  const items = [
    ...(noLines ? [{ text: OUTPUT.budgetUnread, action: toBudget }] : []),
    ...(examples.length === 0
      ? []
      : [
          {
            text: fill(OUTPUT.examples, examples.length),
            action: (
              <Button size="small" onClick={() => session.scenarios.showList()}>
                {say(OUTPUT.toExamples)}
              </Button>
            ),
          },
        ]),
    ...(stale
      ? [
          {
            text: OUTPUT.budgetStale,
            action: (
              <Button size="small" onClick={() => void session.readBudget()}>
                {say(OUTPUT.readAgain)}
              </Button>
            ),
          },
        ]
      : []),
    ...(open.length === 0
      ? []
      : [{ text: fill(OUTPUT.questions, verbatim(open.join(", "))), action: toBudget }]),
    ...redChecks.map(({ label, advice }) => ({
      text: fill(OUTPUT.redCheck, label, advice),
      action: undefined,
    })),
    ...errors.map(({ message }) => ({ text: message, action: undefined })),
    ...settings.map(({ message }) => ({ text: message, action: undefined })),
  ];
  if (items.length === 0) return undefined;
  return (
    <section aria-labelledby="output-warnings">
      <h2 id="output-warnings">{say(OUTPUT.warnings)}</h2>
      <ul className={styles.list}>
        {items.map(({ text, action }, index) => (
          <li key={index} className={styles.item}>
            {say(text)} {action}
          </li>
        ))}
      </ul>
    </section>
  );
}
