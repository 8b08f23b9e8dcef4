import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import {
  ArrowExportRegular,
  ChartMultipleRegular,
  DataUsageRegular,
  TableRegular,
  TagMultipleRegular,
} from "@fluentui/react-icons";
import { VIEWS, type ViewName } from "../session/state";
import { useSession, usePaneState } from "./session-context";
import { useSpoken } from "./spoken";
import { FRAME, VIEW_NAMES } from "./words";

const ICONS: Readonly<Record<ViewName, FluentIcon>> = {
  budget: TableRegular,
  assignment: TagMultipleRegular,
  scenarios: DataUsageRegular,
  results: ChartMultipleRegular,
  output: ArrowExportRegular,
};

const useStyles = makeStyles({
  list: {
    display: "flex",
    listStyleType: "none",
    margin: 0,
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: { flex: "1 1 0", minWidth: 0 },
  step: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "2px",
    width: "100%",
    minHeight: "48px",
    padding: "6px 0 4px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  current: {
    borderBottomColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  icon: { fontSize: "20px" },
});

/** The steps of the job, always in view; each can be gone to at any time. */
export function Navigation() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const current = usePaneState(({ view }) => view);
  return (
    <nav aria-label={say(FRAME.steps)}>
      <ol className={styles.list}>
        {VIEWS.map((view) => {
          const Icon = ICONS[view];
          return (
            <li key={view} className={styles.item}>
              <button
                type="button"
                className={mergeClasses(styles.step, view === current && styles.current)}
                aria-current={view === current ? "step" : undefined}
                onClick={() => session.show(view)}
              >
                <Icon className={styles.icon} aria-hidden />
                {say(VIEW_NAMES[view])}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
