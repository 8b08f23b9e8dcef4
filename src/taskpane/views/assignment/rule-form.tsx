import { Button, Field, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { Select } from "../../controls/select";
import { fill, type Text, verbatim } from "../../../language";
import type { LineRule } from "../../../model/document";
import { MonthField, SwitchField } from "../../fields";
import { useFigures } from "../../frame/figures";
import { useSpoken } from "../../frame/spoken";
import type { AssignmentState } from "./use-assignment";
import { ASSIGNMENT } from "./words";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "4px", padding: "4px 0" },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px 8px" },
});

const ROLES = ["stays", "ends", "budgeted", "unaffected"] as const;

/** A rule to be written or changed, with what it would take in. */
export function RuleForm({
  assignment: { engine, scope, lines, budgetYear = 0 },
  rule,
  others,
  position,
  onRules,
  onCancel,
}: {
  readonly assignment: AssignmentState;
  readonly rule: LineRule;
  /** The rules with this one at its place. */
  readonly others: (rule: LineRule) => readonly LineRule[];
  readonly position: number;
  readonly onRules: (rules: readonly LineRule[]) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const say = useSpoken();
  const { euros, number } = useFigures();
  const [product, setProduct] = useState(rule.where.product ?? "");
  const [account, setAccount] = useState(rule.where.account ?? "");
  const [role, setRole] = useState(rule.role);
  const [until, setUntil] = useState(rule.until);
  const [returns, setReturns] = useState(rule.returns ?? false);
  const [tried, setTried] = useState(false);
  const where = { ...code("product", product), ...code("account", account) };
  const isEmpty = Object.keys(where).length === 0;
  const next: LineRule = {
    where,
    role,
    ...(role === "ends" && until !== undefined ? { until } : {}),
    ...(role === "ends" && returns ? { returns } : {}),
  };
  const problems = {
    product: isEmpty ? ASSIGNMENT.needsCode : wrongCode(product),
    account: wrongCode(account),
    until: role === "ends" && until === undefined ? ASSIGNMENT.monthMissing : undefined,
  };
  const isWrong = Object.values(problems).some((problem) => problem !== undefined);
  const share =
    isEmpty || problems.product !== undefined || problems.account !== undefined
      ? undefined
      : engine.ruleShares({ ...scope, rules: others(next) }, lines)[position];
  const shown = (problem: Text | undefined) =>
    tried && problem !== undefined
      ? ({ validationState: "error", validationMessage: say(problem) } as const)
      : {};
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isWrong) onRules(others(next));
      }}
    >
      <Field
        label={say(ASSIGNMENT.product)}
        hint={say(ASSIGNMENT.rulePattern)}
        {...shown(problems.product)}
      >
        <Input value={product} autoComplete="off" onChange={(_, data) => setProduct(data.value)} />
      </Field>
      <Field
        label={say(ASSIGNMENT.account)}
        hint={say(ASSIGNMENT.rulePattern)}
        {...shown(problems.account)}
      >
        <Input value={account} autoComplete="off" onChange={(_, data) => setAccount(data.value)} />
      </Field>
      <Field label={say(ASSIGNMENT.role)}>
        <Select
          value={role}
          onChoose={(chosen) => setRole(ROLES.find((one) => one === chosen) ?? role)}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {say(engine.ROLE_TERMS[one])}
            </option>
          ))}
        </Select>
      </Field>
      {role === "ends" && (
        <>
          <MonthField
            path="assignment.rule.until"
            label={ASSIGNMENT.until}
            value={until}
            onValue={setUntil}
          />
          {tried && problems.until !== undefined && <p role="alert">{say(problems.until)}</p>}
          <SwitchField
            path="assignment.rule.returns"
            label={ASSIGNMENT.returns}
            value={returns}
            onValue={setReturns}
          />
        </>
      )}
      <p role="status">
        {share !== undefined &&
          say(
            fill(
              share.lines.length === 1 ? ASSIGNMENT.wouldTakeOne : ASSIGNMENT.wouldTake,
              number(share.lines.length),
              verbatim(euros(share.sums.get(budgetYear) ?? 0)),
              budgetYear,
            ),
          )}
      </p>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary">
          {say(ASSIGNMENT.save)}
        </Button>
        <Button size="small" onClick={onCancel}>
          {say(ASSIGNMENT.cancel)}
        </Button>
      </div>
    </form>
  );
}

function code(name: "product" | "account", text: string): LineRule["where"] {
  const typed = text.trim();
  return typed === "" ? {} : { [name]: typed };
}

/** Codes as the model file takes them. */
function wrongCode(text: string): Text | undefined {
  return /^[^*]*\*?$/.test(text.trim()) && text.trim().length <= 60
    ? undefined
    : ASSIGNMENT.wrongCode;
}
