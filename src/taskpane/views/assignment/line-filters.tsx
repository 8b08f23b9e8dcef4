import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import { Select } from "../../controls/select";
import { DIRECTION_TERMS } from "../../../budget/correction-words";
import { fill, verbatim } from "../../../language";
import type { FilterChoices, LineFilter } from "../../engine";
import { useSpoken } from "../../frame/spoken";
import type { AssignmentState } from "./use-assignment";
import { ASSIGNMENT } from "./words";

const useStyles = makeStyles({
  filters: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(128px, 1fr))",
    gap: "4px 8px",
    marginTop: "4px",
  },
  more: { "& summary": { minHeight: "24px", cursor: "pointer" } },
  clear: { alignSelf: "end" },
});

/** Search and filters over the lines. */
export function LineFilters({
  assignment: { engine, lines, years },
  filter,
  onFilter,
  year,
  onYear,
}: {
  readonly assignment: AssignmentState;
  readonly filter: LineFilter;
  readonly onFilter: (filter: LineFilter) => void;
  readonly year: number;
  readonly onYear: (year: number) => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const choices = useMemo(() => engine.filterChoices(lines), [engine, lines]);
  const { text, ...narrowing } = filter;
  const active = Object.values(narrowing).length;
  const set = (change: Changed): void => {
    const next = Object.entries({ ...filter, ...change }).filter(([, one]) => one !== undefined);
    onFilter({ text: "", ...Object.fromEntries(next) });
  };
  const terms = engine.ROLE_TERMS;
  return (
    <div>
      <Field label={say(ASSIGNMENT.search)}>
        <Input
          type="search"
          value={text}
          autoComplete="off"
          onChange={(_, data) => set({ text: data.value })}
        />
      </Field>
      <details className={styles.more}>
        <summary>
          {active === 0 ? say(ASSIGNMENT.filter) : say(fill(ASSIGNMENT.filterActive, active))}
        </summary>
        <div className={styles.filters}>
          <Narrow
            label={say(ASSIGNMENT.role)}
            value={filter.role}
            onValue={(value) => set({ role: ROLES.find((role) => role === value) })}
            options={ROLES.map((role) => ({ value: role, label: say(terms[role]) }))}
          />
          <Narrow
            label={say(ASSIGNMENT.direction)}
            value={filter.direction}
            onValue={(value) => set({ direction: DIRECTIONS.find((one) => one === value) })}
            options={DIRECTIONS.map((one) => ({ value: one, label: say(DIRECTION_TERMS[one]) }))}
          />
          <Narrow
            label={say(ASSIGNMENT.product)}
            value={filter.product}
            onValue={(value) => set({ product: value })}
            options={counted(choices.products)}
          />
          <Narrow
            label={say(ASSIGNMENT.group)}
            value={filter.group}
            onValue={(value) => set({ group: value })}
            options={counted(choices.groups)}
          />
          {choices.sheets.length > 1 && (
            <Narrow
              label={say(ASSIGNMENT.sheet)}
              value={filter.sheet}
              onValue={(value) => set({ sheet: value })}
              options={counted(choices.sheets)}
            />
          )}
          <Field label={say(ASSIGNMENT.year)}>
            <Select value={String(year)} onChoose={(chosen) => onYear(Number(chosen))}>
              {years.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            size="small"
            className={styles.clear}
            disabledFocusable={active === 0 && text === ""}
            onClick={() => onFilter({ text: "" })}
          >
            {say(ASSIGNMENT.clear)}
          </Button>
        </div>
      </details>
    </div>
  );

  function counted(
    list: FilterChoices["products"],
  ): readonly { readonly value: string; readonly label: string }[] {
    return list.map(({ value, label, lines: count }) => ({
      value,
      label: say(fill(ASSIGNMENT.choice, verbatim(label), count)),
    }));
  }
}

/** What is to be filtered by; undefined does not narrow. */
type Changed = { readonly [Name in keyof LineFilter]?: LineFilter[Name] | undefined };

const ROLES = ["stays", "ends", "budgeted", "unaffected"] as const;
const DIRECTIONS = ["expense", "revenue"] as const;

function Narrow({
  label,
  value,
  onValue,
  options,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const say = useSpoken();
  return (
    <Field label={label}>
      <Select
        value={value ?? ""}
        onChoose={(chosen) => onValue(chosen === "" ? undefined : chosen)}
      >
        <option value="">{say(ASSIGNMENT.all)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
