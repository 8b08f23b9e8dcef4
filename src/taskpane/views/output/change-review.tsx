import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import { fill, verbatim } from "../../../language";
import type { ReviewedInput } from "../../engine";
import { useFigures } from "../../frame/figures";
import { useSession } from "../../frame/session-context";
import { useLanguage, useSpoken } from "../../frame/spoken";
import { writeValue } from "../../frame/values";
import { addressedArea } from "../../session/areas";
import type { OutputDesk } from "../../session/output-desk";
import { useOutputStyles } from "./styles";
import { OUTPUT } from "./words";

const useStyles = makeStyles({
  decision: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "4px" },
});

interface ChangeReviewProps {
  readonly desk: OutputDesk;
  readonly reviewed: readonly ReviewedInput[];
}

/** What somebody typed into our sheets since they were written, and what shall hold. */
export function ChangeReview({ desk, reviewed }: ChangeReviewProps) {
  const styles = useOutputStyles();
  const say = useSpoken();
  return (
    <section aria-labelledby="output-review">
      <h2 id="output-review">{say(OUTPUT.review)}</h2>
      <p className={styles.hint}>{say(OUTPUT.reviewWhy)}</p>
      <ul className={styles.list}>
        {reviewed.map((input) => (
          <ReviewItem key={input.change.cell} desk={desk} input={input} />
        ))}
      </ul>
    </section>
  );
}

interface ReviewItemProps {
  readonly desk: OutputDesk;
  readonly input: ReviewedInput;
}

function ReviewItem({ desk, input }: ReviewItemProps) {
  const shared = useOutputStyles();
  const styles = useStyles();
  const say = useSpoken();
  const session = useSession();
  const language = useLanguage();
  const figures = useFigures();
  const [noPlace, setNoPlace] = useState(false);
  const { change, label, unit, before, now, holds, effect } = input;
  const write = (value: typeof before): string =>
    value === undefined ? "–" : writeValue(value, unit, language, figures);
  const { place } = change;
  const decide = (wanted: "typed" | "written"): void => setNoPlace(!desk.decide(input, wanted));
  const area = addressedArea(change.cell);
  return (
    <li className={shared.item}>
      <div>
        <span className={shared.strong}>
          {say(label)}
          {"year" in place && ` ${String(place.year)}`}
        </span>{" "}
        ({change.cell})
      </div>
      <div className={shared.values}>
        {say(fill(OUTPUT.wasNow, verbatim(write(before)), verbatim(write(now))))}
      </div>
      <div>
        {say(
          effect === undefined
            ? OUTPUT.noEffect
            : fill(
                OUTPUT.effect,
                verbatim(effect.scenario),
                verbatim(figures.difference(effect.difference)),
              ),
        )}
      </div>
      {holds === "other" && <div>{say(OUTPUT.otherwise)}</div>}
      {noPlace && <div role="status">{say(OUTPUT.noPlace)}</div>}
      <div className={styles.decision} role="group" aria-label={say(fill(OUTPUT.decision, label))}>
        <Button size="small" aria-pressed={holds === "typed"} onClick={() => decide("typed")}>
          {say(OUTPUT.adopt)}
        </Button>
        <Button size="small" aria-pressed={holds === "written"} onClick={() => decide("written")}>
          {say(OUTPUT.restore)}
        </Button>
        {area !== undefined && (
          <Button size="small" appearance="subtle" onClick={() => void session.select(area)}>
            {say(OUTPUT.showCell)}
          </Button>
        )}
      </div>
    </li>
  );
}
