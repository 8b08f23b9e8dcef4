import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { fill, verbatim } from "../../../language";
import type { LineRole } from "../../../model/line-roles";
import type { AssignableLine, LineFilter, RoleAssigned } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { assignLines } from "../../session/assignment-actions";
import { AssignmentOutcome } from "./assignment-outcome";
import { LineFilters } from "./line-filters";
import { LineList } from "./line-list";
import { RoleActions } from "./role-actions";
import type { AssignmentState } from "./use-assignment";
import { ASSIGNMENT } from "./words";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "8px" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  // Roles stay at hand below a long list; in a low window there is no room for that.
  roles: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
  },
  atHand: {
    position: "sticky",
    bottom: "-12px",
    zIndex: 1,
    margin: "0 -12px",
    padding: "6px 12px 12px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-height: 640px)": { position: "static" },
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Search, the list of lines, and the roles to give to those selected. */
export function LinesPanel({ assignment }: { readonly assignment: AssignmentState }) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const { number, euros } = useFigures();
  const { engine, lines, roles, scenario, years, budgetYear } = assignment;
  const [filter, setFilter] = useState<LineFilter>({ text: "" });
  const [chosenYear, setYear] = useState(budgetYear);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<{
    readonly result: RoleAssigned<AssignableLine>;
    readonly role: LineRole;
  }>();
  const year = years.find((one) => one === chosenYear) ?? budgetYear ?? 0;
  const shown = useMemo(
    () => engine.filterLines(lines, roles, filter),
    [engine, lines, roles, filter],
  );
  const chosen = lines.filter(({ id }) => selected.has(id));
  const inList = new Set(shown);
  const hidden = chosen.filter((line) => !inList.has(line)).length;
  const selectable = shown.filter(({ leftOut }) => leftOut !== "internal-charges");
  const give = async (role: LineRole): Promise<void> => {
    const result = await assignLines(
      session,
      lines,
      [{ selected: new Set(chosen), role }],
      scenario,
    );
    if (result === undefined) return;
    setOutcome({ result, role });
    setSelected(new Set(result.held.map(({ line }) => line.id)));
  };
  const sum = engine.sumsByYear(chosen).get(year) ?? 0;
  return (
    <div className={styles.panel}>
      <LineFilters
        assignment={assignment}
        filter={filter}
        onFilter={setFilter}
        year={year}
        onYear={setYear}
      />
      <div className={styles.row}>
        <span role="status">
          {say(
            fill(
              lines.length === 1 ? ASSIGNMENT.foundOfOne : ASSIGNMENT.found,
              number(shown.length),
              number(lines.length),
            ),
          )}
        </span>
        {selectable.length > 0 && (
          <Button
            size="small"
            onClick={() => setSelected(new Set([...selected, ...selectable.map(({ id }) => id)]))}
          >
            {say(fill(ASSIGNMENT.selectAll, number(selectable.length)))}
          </Button>
        )}
        {chosen.length > 0 && (
          <Button size="small" onClick={() => setSelected(new Set())}>
            {say(ASSIGNMENT.selectNone)}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <p>{say(ASSIGNMENT.nothing)}</p>
      ) : (
        <LineList
          assignment={assignment}
          lines={shown}
          year={year}
          selected={selected}
          onSelected={setSelected}
        />
      )}
      <span className={styles.small}>{say(ASSIGNMENT.listHow)}</span>
      <div className={mergeClasses(styles.roles, chosen.length > 0 && styles.atHand)}>
        <div role="status">
          {chosen.length === 0
            ? say(ASSIGNMENT.noneSelected)
            : say(fill(ASSIGNMENT.selected, number(chosen.length), verbatim(euros(sum)), year))}
          {hidden > 0 &&
            `; ${say(hidden === 1 ? ASSIGNMENT.hiddenSelectedOne : fill(ASSIGNMENT.hiddenSelected, number(hidden)))}`}
        </div>
        <RoleActions
          terms={engine.ROLE_TERMS}
          disabled={chosen.length === 0}
          onRole={(role) => void give(role)}
        />
      </div>
      {outcome !== undefined && (
        <AssignmentOutcome
          result={outcome.result}
          roleOf={() => outcome.role}
          terms={engine.ROLE_TERMS}
          onSelect={(ids) => setSelected(new Set(ids))}
        />
      )}
    </div>
  );
}
