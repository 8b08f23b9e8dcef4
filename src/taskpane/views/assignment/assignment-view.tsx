import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { Select } from "../../controls/select";
import { NextStep } from "../../frame/next-step";
import { ViewTitle } from "../../frame/view-title";
import { fill, verbatim } from "../../../language";
import { usePaneState, useSession } from "../../frame/session-context";
import { useSpoken } from "../../frame/spoken";
import { VIEW_NAMES } from "../../frame/words";
import { LinesPanel } from "./lines-panel";
import { RoleMeanings, RoleSums } from "./role-sums";
import { RulesPanel } from "./rules-panel";
import { SuggestionsPanel } from "./suggestions-panel";
import { TabBar } from "./tab-bar";
import { type AssignmentState, useAssignment } from "./use-assignment";
import { ASSIGNMENT } from "./words";

const useStyles = makeStyles({
  view: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    // The sums stay in view above; what gets the focus must not come to lie under them.
    "& button, & input, & select, & summary, & [role=listbox]": { scrollMargin: "170px 0 110px" },
    "& p": { margin: 0 },
  },
  begin: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: "8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 12px",
  },
  scope: { display: "flex", flexDirection: "column", gap: "2px" },
  how: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const TABS = ["lines", "suggestions", "rules"] as const;
type TabName = (typeof TABS)[number];

/** Step two: which budget lines belong to the model, and as what. */
export function AssignmentView() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const document = usePaneState((state) => state.document);
  const [chosen, setScenario] = useState<string>();
  const scenario =
    document?.scenarios.some(({ id }) => id === chosen) === true ? chosen : undefined;
  const assignment = useAssignment(scenario);
  if (assignment === undefined) {
    return (
      <div className={styles.view}>
        <ViewTitle>{say(VIEW_NAMES.assignment)}</ViewTitle>
        <p>{say(ASSIGNMENT.noBudget)}</p>
        <div>
          <Button appearance="primary" onClick={() => session.show("budget")}>
            {say(ASSIGNMENT.toBudget)}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.view}>
      <ViewTitle>{say(VIEW_NAMES.assignment)}</ViewTitle>
      {document === undefined ? (
        <Begin />
      ) : (
        <ScopeChoice assignment={assignment} onScenario={setScenario} />
      )}
      <RoleSums assignment={assignment} />
      <RoleMeanings terms={assignment.engine.ROLE_TERMS} />
      <Panels key={scenario ?? ""} assignment={assignment} />
      {document !== undefined && <NextStep to="scenarios" />}
    </div>
  );
}

/** Without a model: what it takes, and one click to begin. */
function Begin() {
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  return (
    <section className={styles.begin}>
      <p>{say(ASSIGNMENT.noModel)}</p>
      <Button appearance="primary" onClick={() => void session.begin()}>
        {say(ASSIGNMENT.begin)}
      </Button>
      <p>{say(ASSIGNMENT.beginWhat)}</p>
      <p>{say(ASSIGNMENT.beginThen)}</p>
    </section>
  );
}

/** Whether the rules of all scenarios are meant, or those of one. */
function ScopeChoice({
  assignment: { document, scenario },
  onScenario,
}: {
  readonly assignment: AssignmentState;
  readonly onScenario: (scenario: string | undefined) => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const id = useId();
  return (
    <div className={styles.scope}>
      <label htmlFor={id}>{say(ASSIGNMENT.scope)}</label>
      <Select
        id={id}
        value={scenario ?? ""}
        aria-describedby={`${id}how`}
        onChoose={(chosen) => onScenario(chosen === "" ? undefined : chosen)}
      >
        <option value="">{say(ASSIGNMENT.scopeAll)}</option>
        {(document?.scenarios ?? []).map((one) => (
          <option key={one.id} value={one.id}>
            {say(fill(ASSIGNMENT.scopeOne, verbatim(one.name)))}
          </option>
        ))}
      </Select>
      <span id={`${id}how`} className={styles.how}>
        {say(ASSIGNMENT.scopeHow)}
      </span>
    </div>
  );
}

function Panels({ assignment }: { readonly assignment: AssignmentState }) {
  const say = useSpoken();
  const id = useId();
  const [tab, setTab] = useState<TabName>("lines");
  const { engine, lines, document, scope } = assignment;
  const suggestions = useMemo(
    () => engine.suggestLines(lines, scope, document?.land),
    [engine, lines, scope, document?.land],
  );
  const suggested = suggestions.reduce((sum, one) => sum + one.lines.length, 0);
  const titles: Readonly<Record<TabName, string>> = {
    lines: say(fill(ASSIGNMENT.tabLines, lines.length)),
    suggestions: say(fill(ASSIGNMENT.tabSuggestions, suggested)),
    rules: say(fill(ASSIGNMENT.tabRules, scope.rules.length)),
  };
  return (
    <>
      <TabBar
        label={say(ASSIGNMENT.tabs)}
        tabs={TABS.map((name) => ({ name, title: titles[name] }))}
        current={tab}
        id={id}
        onTab={setTab}
      />
      <div id={`${id}panel`} role="tabpanel" aria-labelledby={`${id}${tab}`}>
        {tab === "lines" && <LinesPanel assignment={assignment} />}
        {tab === "suggestions" && (
          <SuggestionsPanel assignment={assignment} suggestions={suggestions} />
        )}
        {tab === "rules" && <RulesPanel assignment={assignment} />}
      </div>
    </>
  );
}
