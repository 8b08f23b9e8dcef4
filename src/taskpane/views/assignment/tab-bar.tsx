import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useRef } from "react";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexWrap: "wrap",
    gap: "0 4px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    minHeight: "32px",
    padding: "4px 8px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    borderBottomColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
});

/** Tabs over one panel; arrow keys go from one to the next. */
export function TabBar<Name extends string>({
  label,
  tabs,
  current,
  id,
  onTab,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly title: string }[];
  readonly current: Name;
  /** The panel has this id with `panel` behind it, each tab with its own name. */
  readonly id: string;
  readonly onTab: (name: Name) => void;
}) {
  const styles = useStyles();
  const bar = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ name }) => name === current);
  const press = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const target = targets[event.key];
    const next = target === undefined ? undefined : tabs[target];
    if (target === undefined || next === undefined) return;
    event.preventDefault();
    onTab(next.name);
    bar.current?.querySelectorAll<HTMLElement>("[role=tab]")[target]?.focus();
  };
  return (
    <div ref={bar} role="tablist" aria-label={label} className={styles.bar} onKeyDown={press}>
      {tabs.map(({ name, title }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}${name}`}
          aria-controls={`${id}panel`}
          aria-selected={name === current}
          tabIndex={name === current ? 0 : -1}
          className={mergeClasses(styles.tab, name === current && styles.current)}
          onClick={() => onTab(name)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
