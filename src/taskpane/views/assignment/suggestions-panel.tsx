import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { fill, verbatim } from "../../../language";
import type { LineRole } from "../../../model/line-roles";
import type { AssignableLine, RoleAssigned, Suggestion } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { assignLines } from "../../session/assignment-actions";
import { AssignmentOutcome } from "./assignment-outcome";
import { roleInWords } from "./role-words";
import type { AssignmentState } from "./use-assignment";
import { ASSIGNMENT } from "./words";

/** So many lines of a suggestion are shown at a time. */
const SHOWN = 20;

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "stretch" },
  group: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "8px",
    overflowWrap: "anywhere",
    "& h2": { margin: 0, fontSize: tokens.fontSizeBase300 },
    "& summary": { minHeight: "24px", cursor: "pointer" },
  },
  list: { margin: "4px 0", padding: 0, listStyleType: "none", display: "grid", gap: "4px" },
  line: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: "0 8px" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px" },
});

/** Lines that probably belong to the model, with the reason; accepted one by one or all. */
export function SuggestionsPanel({
  assignment,
  suggestions,
}: {
  readonly assignment: AssignmentState;
  readonly suggestions: readonly Suggestion[];
}) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const { number } = useFigures();
  const { engine, lines, roles, scenario } = assignment;
  const isAnyAffected = lines.some(
    (line) => (roles.get(line)?.role ?? "unaffected") !== "unaffected",
  );
  const [outcome, setOutcome] = useState<{
    readonly result: RoleAssigned<AssignableLine>;
    readonly roleOf: (line: AssignableLine) => LineRole | undefined;
  }>();
  const safe = suggestions.filter(({ doubtful }) => !doubtful);
  const count = safe.reduce((sum, one) => sum + one.lines.length, 0);
  const accept = async (
    accepted: readonly { readonly lines: readonly AssignableLine[]; readonly role: LineRole }[],
  ): Promise<void> => {
    const requests = accepted.map((one) => ({ selected: new Set(one.lines), role: one.role }));
    const result = await assignLines(session, lines, requests, scenario);
    const roleOf = (line: AssignableLine): LineRole | undefined =>
      requests.find(({ selected }) => selected.has(line))?.role;
    if (result !== undefined) setOutcome({ result, roleOf });
  };
  return (
    <div className={styles.panel}>
      <p>
        {say(
          suggestions.length > 0
            ? ASSIGNMENT.suggestHow
            : isAnyAffected
              ? ASSIGNMENT.suggestNone
              : ASSIGNMENT.suggestNothing,
        )}
      </p>
      {safe.length > 1 && (
        <div>
          <Button appearance="primary" onClick={() => void accept(safe)}>
            {say(fill(ASSIGNMENT.acceptAll, number(count)))}
          </Button>
        </div>
      )}
      {outcome !== undefined && (
        <AssignmentOutcome
          result={outcome.result}
          roleOf={outcome.roleOf}
          terms={engine.ROLE_TERMS}
        />
      )}
      {suggestions.map((suggestion) => (
        <SuggestedGroup
          key={suggestion.kind}
          assignment={assignment}
          suggestion={suggestion}
          onAccept={(accepted) => void accept([{ lines: accepted, role: suggestion.role }])}
        />
      ))}
    </div>
  );
}

function SuggestedGroup({
  assignment: { engine, budgetYear = 0 },
  suggestion: { role, reason, lines, sums, doubtful },
  onAccept,
}: {
  readonly assignment: AssignmentState;
  readonly suggestion: Suggestion;
  readonly onAccept: (lines: readonly AssignableLine[]) => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const { euros, number } = useFigures();
  const [shown, setShown] = useState(SHOWN);
  return (
    <section className={styles.group}>
      <h2>{say(fill(ASSIGNMENT.suggestRole, roleInWords(engine.ROLE_TERMS, role)))}</h2>
      <p>
        {say(reason)} {doubtful && say(ASSIGNMENT.checkOnly)}
      </p>
      <div className={styles.actions}>
        {!doubtful && (
          <Button size="small" onClick={() => onAccept(lines)}>
            {say(
              lines.length === 1
                ? ASSIGNMENT.acceptOne
                : fill(ASSIGNMENT.accept, number(lines.length)),
            )}
          </Button>
        )}
      </div>
      <details>
        <summary>
          {say(
            fill(
              lines.length === 1 ? ASSIGNMENT.ruleTakesOne : ASSIGNMENT.ruleTakes,
              number(lines.length),
              verbatim(euros(sums.get(budgetYear) ?? 0)),
              budgetYear,
            ),
          )}
        </summary>
        <ul className={styles.list}>
          {lines.slice(0, shown).map((assignable) => {
            const { line, amounts, id } = assignable;
            return (
              <li key={id} className={styles.line}>
                <span>
                  {line.label}
                  <br />
                  <span className={styles.small}>
                    {[line.product, line.account, euros(amounts.get(budgetYear) ?? 0)]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <Button
                  size="small"
                  aria-label={say(fill(ASSIGNMENT.acceptLine, verbatim(line.label)))}
                  onClick={() => onAccept([assignable])}
                >
                  {say(ASSIGNMENT.acceptOne)}
                </Button>
              </li>
            );
          })}
        </ul>
        {lines.length > shown && (
          <Button size="small" onClick={() => setShown(shown + 2 * SHOWN)}>
            {say(fill(ASSIGNMENT.moreLines, number(lines.length - shown)))}
          </Button>
        )}
      </details>
    </section>
  );
}
