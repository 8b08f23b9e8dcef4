import { Button } from "@fluentui/react-components";
import type { Text } from "../../../language";
import { useSpoken } from "../../frame/spoken";
import type { OutputDesk } from "../../session/output-desk";
import type { Verification } from "../../session/world";
import { useOutputStyles } from "./styles";
import { OUTPUT } from "./words";

/** Looks that this Excel refused in the last writing. */
export function RefusedLooks({ refused }: { readonly refused: readonly Text[] }) {
  const styles = useOutputStyles();
  const say = useSpoken();
  if (refused.length === 0) return undefined;
  return (
    <section aria-labelledby="output-looks">
      <h2 id="output-looks">{say(OUTPUT.looks)}</h2>
      <p className={styles.hint}>{say(OUTPUT.looksWhy)}</p>
      <ul className={styles.list}>
        {refused.map((look, index) => (
          <li key={index} className={styles.item}>
            {say(look)}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface VerifySectionProps {
  readonly desk: OutputDesk;
  readonly verification: Verification | undefined;
}

/** Reads the sheets back and says whether the workbook holds and computes what was planned. */
export function VerifySection({ desk, verification }: VerifySectionProps) {
  const styles = useOutputStyles();
  const say = useSpoken();
  return (
    <section aria-labelledby="output-verify">
      <h2 id="output-verify">{say(OUTPUT.verifyTitle)}</h2>
      <p className={styles.hint}>{say(OUTPUT.verifyWhy)}</p>
      {verification !== undefined && (
        <p role="status" className={verification.agrees ? undefined : styles.problem}>
          {say(verification.text)}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={() => void desk.verify()}>{say(OUTPUT.verify)}</Button>
        {verification !== undefined && (
          <Button onClick={() => desk.saveVerification()}>{say(OUTPUT.saveVerification)}</Button>
        )}
      </div>
    </section>
  );
}
