import { fill, type Text, verbatim } from "../../../language";
import { TextButton } from "../../controls/text-button";
import type { FieldProblem } from "../../../field-problems";
import type { ModelDocument } from "../../../model/document";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { valueAt } from "../../../model/document-paths";
import { placeInWords } from "../../../model/field-places";
import { useScenarioStyles } from "./styles";
import { SCENARIOS } from "./words";

/** What keeps the model from being computed, each with a link to its field. */
export function Problems() {
  const styles = useScenarioStyles();
  const say = useSpoken();
  const session = useSession();
  const computed = usePaneState((state) => state.computed);
  const document = usePaneState((state) => state.document);
  if (computed.kind !== "refused" || document === undefined) return undefined;
  const { problems, message } = computed;
  const grouped = groupedProblems(document, problems);
  return (
    <section className={styles.problems} aria-label={say(SCENARIOS.problems)}>
      <p className={styles.text}>{say(SCENARIOS.problems)}</p>
      {problems.length === 0 ? (
        <p className={styles.text}>{say(message)}</p>
      ) : (
        <ul className={styles.rows}>
          {grouped.map(({ problem, text }) => (
            <li key={problem.path}>
              <TextButton onClick={() => session.scenarios.openField(problem.path)}>
                {say(text)}
              </TextButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface GroupedProblem {
  readonly problem: FieldProblem;
  readonly text: Text;
}

/** The problems in words; the same one in several scenarios, as shared values make it, once. */
function groupedProblems(
  document: ModelDocument,
  problems: readonly FieldProblem[],
): readonly GroupedProblem[] {
  const groups = new Map<string, FieldProblem[]>();
  for (const problem of problems) {
    const scenario = Number(/^scenarios\[(\d+)\]/.exec(problem.path)?.[1]);
    const name = document.scenarios[scenario]?.name ?? "";
    const { de } = placeOf(document, problem.path);
    const key = `${de.slice(name.length)}: ${problem.message.de}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const [problem] = group;
    if (problem === undefined) return [];
    const where = placeOf(document, problem.path);
    const what = isEmpty(valueAt(document, problem.path)) ? SCENARIOS.pleaseGive : problem.message;
    const text = fill(SCENARIOS.problem, where, what);
    return [
      {
        problem,
        text: group.length === 1 ? text : fill(SCENARIOS.inScenarios, text, group.length),
      },
    ];
  });
}

/** A place without words is named by its path. */
function placeOf(document: ModelDocument, path: string): Text {
  return placeInWords(document, path) ?? verbatim(path);
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === "";
}
