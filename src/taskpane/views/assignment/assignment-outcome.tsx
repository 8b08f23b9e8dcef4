import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { fill, type Text, verbatim } from "../../../language";
import type { LineRole } from "../../../model/line-roles";
import type { AssignableLine, HeldLine, RoleAssigned } from "../../engine";
import { useSpoken } from "../../frame/spoken";
import type { Engine } from "../../session/world";
import { roleInWords } from "./role-words";
import { ASSIGNMENT } from "./words";

const useStyles = makeStyles({
  outcome: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "8px",
    overflowWrap: "anywhere",
    "& ul": { margin: "4px 0", paddingLeft: "16px" },
  },
});

/** So many lines that kept their role are named. */
const NAMED = 5;
/** So many lines that would come along are named each. */
const OTHERS = 3;

/** What became of an assignment: how many lines, and by name those that no rule can tell apart. */
export function AssignmentOutcome({
  result,
  roleOf,
  terms,
  onSelect,
}: {
  readonly result: RoleAssigned<AssignableLine>;
  /** The role that a line was given. */
  readonly roleOf: (line: AssignableLine) => LineRole | undefined;
  readonly terms: Engine["ROLE_TERMS"];
  /** Selects lines together, so that they can be given the role as one. */
  readonly onSelect?: (ids: readonly string[]) => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const { assigned, held } = result;
  const together = held.flatMap(({ line, others }) =>
    others.length === 0 ? [] : [line.id, ...others.map(({ id }) => id)],
  );
  const ids = [...new Set(together)];
  const given = new Map<string, { readonly role: Text; readonly count: number }>();
  for (const line of assigned) {
    const role = roleOf(line);
    if (role === undefined) continue;
    const words = roleInWords(terms, role);
    given.set(words.de, { role: words, count: (given.get(words.de)?.count ?? 0) + 1 });
  }
  return (
    <div className={styles.outcome} role="status">
      {[...given.values()].map(({ role, count }) => (
        <p key={role.de}>
          {say(fill(count === 1 ? ASSIGNMENT.doneOne : ASSIGNMENT.done, count, role))}
        </p>
      ))}
      {held.length > 0 && (
        <ul>
          {held.slice(0, NAMED).map((one) => (
            <li key={one.line.id}>{say(heldInWords(one))}</li>
          ))}
          {held.length > NAMED && <li>{say(moreHeld(held.length - NAMED))}</li>}
        </ul>
      )}
      {ids.length > 0 && onSelect !== undefined && (
        <Button size="small" onClick={() => onSelect(ids)}>
          {say(fill(ASSIGNMENT.selectOthers, ids.length))}
        </Button>
      )}
    </div>
  );
}

function moreHeld(count: number): Text {
  return count === 1 ? ASSIGNMENT.heldOneMore : fill(ASSIGNMENT.heldMore, count);
}

function heldInWords({ line, others }: HeldLine<AssignableLine>): Text {
  const name = verbatim(nameOf(line));
  if (others.length === 0) return fill(ASSIGNMENT.heldWithout, name);
  const named = others.slice(0, OTHERS).map(nameOf);
  const list: Text = {
    de: named.map((other) => `„${other}“`).join(", "),
    en: named.map((other) => `“${other}”`).join(", "),
  };
  const along =
    others.length > OTHERS ? fill(ASSIGNMENT.moreOthers, list, others.length - OTHERS) : list;
  return fill(ASSIGNMENT.heldNumbers, name, along);
}

/** A line by its label and, for labels that repeat, its row. */
function nameOf({ line }: AssignableLine): string {
  return `${line.label || line.account || line.product || ""} (${line.sheet}, ${line.row + 1})`;
}
