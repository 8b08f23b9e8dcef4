import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckboxCheckedFilled, CheckboxUncheckedRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from "react";
import { DIRECTION_TERMS } from "../../../budget/correction-words";
import { fill } from "../../../language";
import type { AssignableLine } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { roleInWords } from "./role-words";
import type { AssignmentState } from "./use-assignment";
import { ASSIGNMENT } from "./words";

/** Height of a line before it is measured, in pixels. */
const ESTIMATE = 58;
/** Lines that are drawn beyond what is seen. */
const BEYOND = 6;
/** Lines by which Page Up and Page Down move. */
const PAGE = 6;

const useStyles = makeStyles({
  list: {
    height: "min(45vh, 420px)",
    minHeight: "180px",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
    "&:focus [data-active=true]": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-3px",
    },
  },
  all: { position: "relative", width: "100%" },
  line: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr) auto",
    gap: "0 6px",
    padding: "4px 8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: "pointer",
    overflowWrap: "anywhere",
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    "@media (forced-colors: active)": {
      forcedColorAdjust: "none",
      backgroundColor: "Highlight",
      color: "HighlightText",
    },
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  plain: { "@media (forced-colors: active)": { color: "inherit" } },
  amount: { textAlign: "end", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  role: { gridColumn: "2 / -1", fontSize: tokens.fontSizeBase200 },
  given: { fontWeight: tokens.fontWeightSemibold },
  icon: { fontSize: "20px" },
});

/** The lines, as many as there are: chosen with the mouse or the keyboard, many at once. */
export function LineList({
  assignment,
  lines,
  year,
  selected,
  onSelected,
}: {
  readonly assignment: AssignmentState;
  readonly lines: readonly AssignableLine[];
  readonly year: number;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (selected: ReadonlySet<string>) => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [position, setPosition] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const active = Math.min(position, lines.length - 1);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: () => ESTIMATE,
    overscan: BEYOND,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  const drawn = virtual.getVirtualItems();

  const isSelectable = (index: number): boolean => lines[index]?.leftOut !== "internal-charges";
  const idsBetween = (from: number, to: number): readonly string[] =>
    lines
      .slice(Math.min(from, to), Math.max(from, to) + 1)
      .filter(({ leftOut }) => leftOut !== "internal-charges")
      .map((line) => line.id);
  const move = (to: number, extend: boolean): void => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setPosition(next);
    virtual.scrollToIndex(next, { align: "auto" });
    if (extend) onSelected(new Set([...selected, ...idsBetween(anchor, next)]));
    else setAnchor(next);
  };
  const toggle = (index: number): void => {
    const own = lines[index]?.id;
    if (own === undefined || !isSelectable(index)) return;
    const next = new Set(selected);
    if (!next.delete(own)) next.add(own);
    onSelected(next);
    setAnchor(index);
  };
  const show = (): void => {
    const line = lines[active]?.line;
    if (line === undefined) return;
    const columns = [...line.keys, ...line.amounts].map(({ cell }) => cell.column);
    void session.select({
      sheet: line.sheet,
      firstRow: line.row,
      firstColumn: Math.min(...columns),
      lastRow: line.row,
      lastColumn: Math.max(...columns),
    });
  };
  const press = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: lines.length - 1,
      PageDown: active + PAGE,
      PageUp: active - PAGE,
    };
    const to = moves[event.key];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === " ") toggle(active);
    else if (event.key === "Enter") show();
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey))
      onSelected(new Set([...selected, ...idsBetween(0, lines.length - 1)]));
    else if (event.key === "Escape" && selected.size > 0) onSelected(new Set());
    else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent, index: number): void => {
    setPosition(index);
    if (event.shiftKey) onSelected(new Set([...selected, ...idsBetween(anchor, index)]));
    else toggle(index);
  };
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={say(ASSIGNMENT.list)}
      aria-multiselectable
      aria-activedescendant={
        drawn.some(({ index }) => index === active) ? `${id}${active}` : undefined
      }
      onKeyDown={press}
      onDoubleClick={show}
    >
      <div className={styles.all} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start, key }) => {
          const line = lines[index];
          if (line === undefined) return undefined;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              id={`${id}${index}`}
              role="option"
              aria-selected={selected.has(line.id)}
              aria-disabled={!isSelectable(index)}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              data-active={index === active}
              className={mergeClasses(styles.line, selected.has(line.id) && styles.selected)}
              style={{ transform: `translateY(${String(start)}px)` }}
              onClick={(event) => click(event, index)}
            >
              <LineContent
                assignment={assignment}
                line={line}
                year={year}
                selected={selected.has(line.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function LineContent({
  assignment: { engine, roles, replaced, exceptions },
  line: assignable,
  year,
  selected,
}: {
  readonly assignment: AssignmentState;
  readonly line: AssignableLine;
  readonly year: number;
  readonly selected: boolean;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const { euros } = useFigures();
  const { line, leftOut, amounts } = assignable;
  const { product, productLabel, account, label, direction } = line;
  const Icon = selected ? CheckboxCheckedFilled : CheckboxUncheckedRegular;
  const amount = amounts.get(year);
  const byRule = roles.get(assignable) ?? { role: "unaffected" };
  const instead = replaced.get(assignable);
  const words = roleInWords(engine.ROLE_TERMS, instead ?? byRule);
  const others = exceptions.get(assignable);
  const role =
    leftOut === "internal-charges"
      ? ASSIGNMENT.internal
      : instead !== undefined
        ? fill(ASSIGNMENT.replacedBy, words)
        : others === undefined
          ? words
          : fill(others === 1 ? ASSIGNMENT.differsInOne : ASSIGNMENT.differs, words, others);
  return (
    <>
      <Icon className={styles.icon} aria-hidden />
      <span>{label === "" ? (productLabel ?? account ?? product) : label}</span>
      <span className={styles.amount}>{amount === undefined ? "–" : euros(amount)}</span>
      <span />
      <span className={mergeClasses(styles.small, styles.plain)}>
        {[product, account].filter(Boolean).join(" · ")}
      </span>
      <span className={mergeClasses(styles.small, styles.plain, styles.amount)}>
        {direction === undefined ? "" : say(DIRECTION_TERMS[direction])}
      </span>
      <span className={mergeClasses(styles.role, byRule.role !== "unaffected" && styles.given)}>
        {say(role)}
        {leftOut === "direction-unknown" && `, ${say(ASSIGNMENT.noDirection)}`}
      </span>
    </>
  );
}
