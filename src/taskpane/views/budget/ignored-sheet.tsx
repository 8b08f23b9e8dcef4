import { Button, makeStyles } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { UnreadSheet } from "../../../budget/line";
import { fill } from "../../../language";
import { useSpoken } from "../../frame/spoken";
import { withoutPart } from "../../session/correction-parts";
import { useCorrection } from "./use-correction";
import { BUDGET } from "./words";

const SheetDetails = lazy(async () => ({
  default: (await import(/* webpackChunkName: "steps" */ "./details")).SheetDetails,
}));

const useStyles = makeStyles({
  item: {
    overflowWrap: "anywhere",
    "& h2": { margin: 0, fontSize: "inherit" },
    "& p": { margin: "2px 0 4px" },
  },
});

/** A sheet that was passed over, with the reason and the way to have it read after all. */
export function IgnoredSheet({ reading }: { readonly reading: UnreadSheet }) {
  const styles = useStyles();
  const say = useSpoken();
  const [open, setOpen] = useState(false);
  const { name, reason } = reading;
  const { inForce, correct, busy } = useCorrection(name);
  return (
    <li className={styles.item}>
      <h2>{name}</h2>
      <p>{say(reason)}</p>
      {inForce.notABudget === true ? (
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={say(fill(BUDGET.isBudgetNamed, name))}
          onClick={() => correct(withoutPart(inForce, { sheet: name, notABudget: true }))}
        >
          {say(BUDGET.isBudget)}
        </Button>
      ) : (
        <Button
          size="small"
          aria-expanded={open}
          aria-label={say(fill(BUDGET.headerOfNamed, name))}
          onClick={() => setOpen(!open)}
        >
          {say(BUDGET.headerOf)}
        </Button>
      )}
      {open && (
        <Suspense>
          <SheetDetails reading={reading} />
        </Suspense>
      )}
    </li>
  );
}
