import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { fill, verbatim } from "../../../language";
import type { LineRule } from "../../../model/document";
import type { RuleShare } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { movedRule, setRules } from "../../session/assignment-actions";
import { patternInWords, roleInWords } from "./role-words";
import { RuleForm } from "./rule-form";
import type { AssignmentState } from "./use-assignment";
import { ASSIGNMENT } from "./words";

/** So many rules are shown at a time: a budget taken in line by line has hundreds. */
const SHOWN = 40;

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "8px", "& h2": { margin: 0 } },
  list: { margin: 0, padding: 0, listStyleType: "none", display: "grid", gap: "8px" },
  rule: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "8px",
    overflowWrap: "anywhere",
  },
  where: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px", marginTop: "4px" },
  common: { fontSize: tokens.fontSizeBase300 },
});

/** The rules in the order in which they are asked, with what each takes in. */
export function RulesPanel({ assignment }: { readonly assignment: AssignmentState }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const { engine, lines, scope, scenario } = assignment;
  const [editing, setEditing] = useState<number | "new">();
  const [shown, setShown] = useState(SHOWN);
  const shares = useMemo(() => engine.ruleShares(scope, lines), [engine, scope, lines]);
  const { rules } = scope;
  const put = (next: readonly LineRule[]): void => setRules(session, scenario, next);
  const own = shares.filter(({ common }) => !common);
  const behind = shares.filter(({ common }) => common);
  return (
    <div className={styles.panel}>
      <p>{say(ASSIGNMENT.rulesHow)}</p>
      {own.length === 0 && <p>{say(ASSIGNMENT.noRules)}</p>}
      <ol className={styles.list}>
        {own.slice(0, shown).map((share, index) => {
          const words = patternInWords(share.rule.where);
          return (
            <li key={index} className={styles.rule}>
              <RuleWords assignment={assignment} share={share} />
              {editing === index ? (
                <RuleForm
                  assignment={assignment}
                  rule={share.rule}
                  others={(rule) => rules.map((one, at) => (at === index ? rule : one))}
                  position={index}
                  onCancel={() => setEditing(undefined)}
                  onRules={(next) => {
                    put(next);
                    setEditing(undefined);
                  }}
                />
              ) : (
                <div className={styles.actions}>
                  <Button
                    size="small"
                    icon={<ArrowUpRegular />}
                    aria-label={say(fill(ASSIGNMENT.up, words))}
                    disabledFocusable={index === 0}
                    onClick={() => put(movedRule(rules, index, index - 1))}
                  />
                  <Button
                    size="small"
                    icon={<ArrowDownRegular />}
                    aria-label={say(fill(ASSIGNMENT.down, words))}
                    disabledFocusable={index === own.length - 1}
                    onClick={() => put(movedRule(rules, index, index + 1))}
                  />
                  <Button
                    size="small"
                    aria-label={say(fill(ASSIGNMENT.editRule, words))}
                    onClick={() => setEditing(index)}
                  >
                    {say(ASSIGNMENT.edit)}
                  </Button>
                  <Button
                    size="small"
                    aria-label={say(fill(ASSIGNMENT.removeRule, words))}
                    onClick={() => {
                      put(rules.filter((_, at) => at !== index));
                      session.announce({
                        intent: "info",
                        text: fill(ASSIGNMENT.removed, words),
                        offer: "undo",
                      });
                    }}
                  >
                    {say(ASSIGNMENT.remove)}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {own.length > shown && (
        <div>
          <Button size="small" onClick={() => setShown(shown + 2 * SHOWN)}>
            {say(
              own.length - shown === 1
                ? ASSIGNMENT.oneMoreRule
                : fill(ASSIGNMENT.moreRules, own.length - shown),
            )}
          </Button>
        </div>
      )}
      {assignment.document !== undefined &&
        (editing === "new" ? (
          <RuleForm
            assignment={assignment}
            rule={{ where: {}, role: "stays" }}
            others={(rule) => [rule, ...rules]}
            position={0}
            onCancel={() => setEditing(undefined)}
            onRules={(next) => {
              put(next);
              setEditing(undefined);
            }}
          />
        ) : (
          <div>
            <Button onClick={() => setEditing("new")}>{say(ASSIGNMENT.addRule)}</Button>
          </div>
        ))}
      {behind.length > 0 && (
        <>
          <h2 className={styles.common}>{say(ASSIGNMENT.commonRules)}</h2>
          <ol className={styles.list}>
            {behind.map((share, index) => (
              <li key={index} className={styles.rule}>
                <RuleWords assignment={assignment} share={share} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function RuleWords({
  assignment: { engine, budgetYear = 0 },
  share: { rule, lines, sums, shadowed },
}: {
  readonly assignment: AssignmentState;
  readonly share: RuleShare;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const { euros, number } = useFigures();
  return (
    <>
      <div>
        <span className={styles.where}>{say(patternInWords(rule.where))}</span>
        {": "}
        {say(roleInWords(engine.ROLE_TERMS, engine.roleOf(rule)))}
      </div>
      <div className={styles.small}>
        {lines.length === 0
          ? say(ASSIGNMENT.ruleTakesNone)
          : say(
              fill(
                lines.length === 1 ? ASSIGNMENT.ruleTakesOne : ASSIGNMENT.ruleTakes,
                number(lines.length),
                verbatim(euros(sums.get(budgetYear) ?? 0)),
                budgetYear,
              ),
            )}
        {shadowed > 0 &&
          `; ${say(fill(shadowed === 1 ? ASSIGNMENT.ruleShadowedOne : ASSIGNMENT.ruleShadowed, number(shadowed)))}`}
      </div>
    </>
  );
}
