import { makeStyles, tokens } from "@fluentui/react-components";
import { fill } from "../../../language";
import type { Finding } from "../../../finding";
import { useSpoken } from "../../frame/spoken";
import { RESULTS, SEVERITIES } from "./words";

const useStyles = makeStyles({
  list: { margin: "4px 0", padding: 0, listStyleType: "none", display: "grid", gap: "6px" },
  item: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "8px",
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
  },
  severity: { fontWeight: tokens.fontWeightSemibold },
  notes: { margin: "8px 0", "& summary": { minHeight: "24px", cursor: "pointer" } },
});

/** What the model should make the user think about; what it assumes stands behind a click. */
export function ModelFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const say = useSpoken();
  const notes = findings.filter(({ severity }) => severity === "note");
  const others = findings.filter(({ severity }) => severity !== "note");
  return (
    <section aria-labelledby="results-findings">
      <h2 id="results-findings">{say(RESULTS.findings)}</h2>
      {findings.length === 0 && <p>{say(RESULTS.noFindings)}</p>}
      <FindingItems findings={others} />
      {notes.length > 0 && (
        <details className={styles.notes}>
          <summary>{say(fill(RESULTS.notes, String(notes.length)))}</summary>
          <FindingItems findings={notes} />
        </details>
      )}
    </section>
  );
}

/** Findings in words, each with how much it matters. */
function FindingItems({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  const say = useSpoken();
  if (findings.length === 0) return undefined;
  return (
    <ul className={styles.list}>
      {findings.map(({ severity, message }, index) => (
        <li key={index} className={styles.item}>
          <span className={styles.severity}>{say(SEVERITIES[severity])}:</span> {say(message)}
        </li>
      ))}
    </ul>
  );
}
